using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatConnector.Tests.Host;

namespace ChatConnector.Tests.Teams;

/// <summary>A real process that hears Teams on a real file, killed under load.</summary>
public sealed class KillTests
{
    private const string Tenant = "aaaaaaaa-1111-2222-3333-444444444444";

    [Fact]
    public async Task What_was_answered_is_not_lost_however_often_the_process_is_killed()
    {
        await using var teams = await TeamsServer.StartAsync();
        using var host = new HostProcess();
        string[] settings =
        [
            "--Teams:AppId", Publisher.AppId, "--Teams:TenantId", Tenant, "--Teams:AppPassword", teams.Password, "--Teams:TokenUrl", $"{teams.Address}token",
            "--Teams:OpenIdMetadataUrl", $"{teams.Address}metadata", "--Teams:AllowedServiceHosts:0", "127.0.0.1",
        ];
        var address = new Uri(host.Address, "/api/messages");
        var answered = new ConcurrentBag<Person>();
        for (var round = 0; round < 4; round++)
        {
            await host.StartAsync(settings);
            var saying = Enumerable.Range(1, 40).Select(n => SayAsync(address, teams, new Person(Tenant, $"Person {n}", (round * 100) + n), answered)).ToList();
            await Eventually.Is(() => answered.Count >= (round * 15) + 10);
            await host.KillAsync();
            await Task.WhenAll(saying);
        }

        // What the last one held in its hands is worked on by the next when its leases have run out.
        await host.StartAsync(settings);
        using var founder = host.OpenAs("priya");
        await founder.PostAsync("organization", new { kind = "sample" });
        await founder.MoveClock("hour");
        await Eventually.Is(() => answered.All(p => teams.In(p.Private).Count > 0));
        Assert.Empty(teams.Complaints);
    }

    private static async Task SayAsync(Uri address, TeamsServer teams, Person who, ConcurrentBag<Person> answered)
    {
        teams.Conversations[(Tenant, who.Private)] = [who];
        var hello = new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"{1788000000000 + who.Number}",
            ["text"] = "hello",
            ["channelId"] = "msteams",
            ["serviceUrl"] = teams.ServiceUrl(Tenant),
            ["from"] = new JsonObject { ["id"] = who.Account, ["name"] = who.Name, ["aadObjectId"] = who.Directory },
            ["recipient"] = new JsonObject { ["id"] = "28:" + Publisher.AppId },
            ["conversation"] = new JsonObject { ["id"] = who.Private, ["conversationType"] = "personal", ["tenantId"] = Tenant },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(hello.ToJsonString())) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", teams.Microsoft.Sign(Publisher.Claims(DateTimeOffset.UtcNow, teams.ServiceUrl(Tenant))));
        using var http = new HttpClient();
        try
        {
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.Accepted)
                answered.Add(who);
        }
        catch (HttpRequestException)
        {
            // The process was gone; nobody was told that it was heard.
        }
    }
}
