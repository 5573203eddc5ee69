using System.Net;
using ChatConnector.Slack.Calling;
using ChatConnector.Tests.Host;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatConnector.Tests.Slack;

/// <summary>The host as a process of its own that a workspace installs.</summary>
public sealed class RunningHostTests : IAsyncLifetime
{
    private const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";
    private readonly HostProcess host = new();
    private SlackServer slack = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Directory.Hire("T1", "UADA", "UBEN");
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_workspace_installs_it_and_is_still_answered_after_the_process_was_killed()
    {
        await host.StartAsync(Settings);
        using var client = SlackWire.Connect(host.Address);
        await InstallAsync(client);
        await host.KillAsync();
        await host.StartAsync(Settings);
        await SayAsync("hello");
        Assert.Empty(slack.Complaints);
    }

    [Fact]
    public async Task However_much_is_logged_no_code_token_or_word_is()
    {
        await host.StartAsync([.. Settings, "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft", "Trace"]);
        using var client = SlackWire.Connect(host.Address);
        var back = QueryHelpers.ParseQuery(new Uri(host.Address, await InstallAsync(client)).Query);
        await SayAsync("canarywords");
        await Eventually.Is(() => host.Said.Any(line => line.Contains("/slack/events", StringComparison.Ordinal)));
        await host.KillAsync();
        string[] secrets = [back["code"].ToString(), back["state"].ToString(), SlackDoor.ClientSecret, SigningSecret, "xoxb-", "canarywords", "uada"];
        Assert.DoesNotContain(host.Said, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private string[] Settings =>
    [
        "--Slack:SigningSecret", SigningSecret, "--Slack:ClientId", SlackDoor.ClientId, "--Slack:ClientSecret", SlackDoor.ClientSecret, "--Slack:Keys", host.Keys,
        "--Slack:ApiBaseUrl", slack.Address.ToString(), "--Slack:AuthorizeUrl", slack.AuthorizeAddress.ToString(),
    ];

    /// <returns>The address Slack sent back to.</returns>
    private async Task<string> InstallAsync(HttpClient client)
    {
        using var begun = await client.GetAsync(new Uri("/slack/install", UriKind.Relative));
        using var asked = await client.GetAsync(begun.Headers.Location);
        var address = asked.Headers.Location!.PathAndQuery;
        using var back = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        back.Headers.Add("Cookie", begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var page = await client.SendAsync(back);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await Eventually.Is(() => slack.Messages.Any(m => m.Channel == "DUADA"));
        return address;
    }

    private async Task SayAsync(string words)
    {
        using var client = new SignedClient(SlackWire.Connect(host.Address), SigningSecret);
        var said = $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"message","channel_type":"im","channel":"D1","user":"UBEN","team":"T1","text":"{{words}}","ts":"1.1"} }""";
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/slack/events", said)).Status);
        await Eventually.Is(() => slack.Messages.Any(m => m.Channel == "DUBEN"));
    }
}
