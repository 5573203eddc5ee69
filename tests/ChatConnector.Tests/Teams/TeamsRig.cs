using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Storage;
using ChatConnector.Teams;
using ChatConnector.Teams.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Teams;

/// <summary>Connector and Teams' side of the wire, and people who talk and press.</summary>
internal sealed class TeamsRig : IAsyncDisposable
{
    private readonly WebApplication connector;
    private readonly HttpClient client;
    private readonly Morning clock = new();
    private long number = 1788000000000;

    private TeamsRig(TeamsServer teams, WebApplication connector) => (Teams, this.connector, client) = (teams, connector, connector.GetTestClient());

    public TeamsServer Teams { get; }

    public IStore Store => connector.Services.GetRequiredService<IStore>();

    public static async Task<TeamsRig> StartAsync(params string[] tenants)
    {
        var teams = await TeamsServer.StartAsync();
        var settings = new TeamsSettings(Publisher.AppId, tenants[0])
        {
            Secret = new BotSecret.Password(teams.Password),
            TokenUrl = new Uri(teams.Address, "token"),
            OpenIdMetadata = new Uri(teams.Address, "metadata"),
            MoreHosts = ["127.0.0.1"],
            Tenants = tenants,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(new Morning()).AddMemoryStorage().AddConversation().AddTeams(settings);
        var connector = builder.Build();
        connector.MapTeams();
        await connector.StartAsync();
        return new TeamsRig(teams, connector);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await connector.DisposeAsync();
        await Teams.DisposeAsync();
    }

    /// <summary>Adds Connector for somebody.</summary>
    public Task<(HttpStatusCode, JsonElement)> InstallAsync(Person who)
    {
        Teams.Installed.Add(who);
        Teams.Conversations[(who.Tenant, who.Private)] = [who];
        return PostAsync(From(who, "installationUpdate", new JsonObject { ["action"] = "add" }));
    }

    public Task<(HttpStatusCode, JsonElement)> SayAsync(Person who, string text, string? channel = null, string? thread = null)
    {
        var message = From(who, "message", new JsonObject { ["text"] = channel is null ? text : $"<at>Connector</at> {text}" }, channel, thread);
        if (channel is not null)
            message["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Connector</at>", ["mentioned"] = new JsonObject { ["id"] = "28:" + Publisher.AppId } });
        return PostAsync(message);
    }

    /// <summary>Presses a button once it is there.</summary>
    public async Task<JsonElement> PressAsync(Person who, string title, string? channel = null)
    {
        JsonElement data = default;
        string thread = "";
        await Eventually.Is(() =>
        {
            var found = Teams.In(channel ?? who.Private).LastOrDefault(m => m.Button(title) is not null && (m.OnlyFor is null || m.OnlyFor == who.Directory));
            (data, thread) = (found?.Button(title) ?? default, found?.Conversation ?? "");
            return found is not null;
        });
        return await InvokeAsync(who, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = Node(data) }, ["trigger"] = "manual" }, channel, thread.Split("messageid=") is [_, var root] ? root : null);
    }

    /// <summary>Presses a button that opens a form, and returns the dialog's card.</summary>
    public async Task<JsonElement> OpenAsync(Person who, string title)
    {
        JsonElement data = default;
        await Eventually.Is(() => (data = Teams.In(who.Private).LastOrDefault(m => m.Button(title) is not null)?.Button(title) ?? default).ValueKind == JsonValueKind.Object);
        var answer = await InvokeAsync(who, "task/fetch", new JsonObject { ["data"] = Node(data) });
        return answer.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content");
    }

    /// <summary>Submits a dialog with these fields.</summary>
    public Task<JsonElement> SubmitAsync(Person who, JsonElement dialog, string name, params (string Name, string Text)[] fields)
    {
        var data = Node(dialog.GetProperty("actions")[0].GetProperty("data")).AsObject();
        foreach (var (field, text) in fields)
            data[field] = text;
        return InvokeAsync(who, name, new JsonObject { ["data"] = data });
    }

    public async Task<JsonElement> InvokeAsync(Person who, string name, JsonObject value, string? channel = null, string? thread = null)
    {
        var (status, body) = await PostAsync(From(who, "invoke", new JsonObject { ["name"] = name, ["value"] = value }, channel, thread));
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    public JsonObject From(Person who, string type, JsonObject what, string? channel = null, string? thread = null)
    {
        what["type"] = type;
        what["id"] = type == "message" ? $"{Interlocked.Increment(ref number)}" : $"f:{Interlocked.Increment(ref number)}";
        what["channelId"] = "msteams";
        what["serviceUrl"] = Teams.ServiceUrl(who.Tenant);
        what["timestamp"] = clock.GetUtcNow().UtcDateTime.ToString("O");
        what["localTimezone"] = "Europe/Berlin";
        what["from"] = new JsonObject { ["id"] = who.Account, ["name"] = who.Name, ["aadObjectId"] = who.Directory };
        what["recipient"] = new JsonObject { ["id"] = "28:" + Publisher.AppId, ["name"] = "Connector" };
        what["conversation"] = new JsonObject
        {
            ["conversationType"] = channel is null ? "personal" : channel.Contains("tacv2", StringComparison.Ordinal) ? "channel" : "groupChat",
            ["tenantId"] = who.Tenant,
            ["id"] = (channel ?? who.Private) + (thread is null ? "" : ";messageid=" + thread),
        };
        what["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = who.Tenant } };
        if (channel is not null)
            what["channelData"]!["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
        return what;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(JsonObject activity, string? authorization = null) =>
        await PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), authorization ?? Signed($"{activity["serviceUrl"]}"));

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(byte[] body, string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (authorization.Length > 0)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await client.SendAsync(request);
        var said = await answer.Content.ReadAsByteArrayAsync();
        return (answer.StatusCode, said.Length > 0 ? JsonElement.Parse(said) : default);
    }

    public string Signed(string serviceUrl) => "Bearer " + Teams.Microsoft.Sign(Publisher.Claims(DateTimeOffset.UtcNow, serviceUrl));

    public Task SeesAsync(Person who, string text) => Eventually.Is(() => Teams.In(who.Private).Any(m => m.Says(text)));

    public async Task<int> RowsAsync()
    {
        var rows = 0;
        foreach (var partition in await Store.PartitionsAsync(default))
            rows += (await Store.ScanAsync(partition, "", "\uffff", 1000, default)).Count;
        return rows;
    }

    private static JsonNode Node(JsonElement json) => JsonNode.Parse(json.GetRawText())!;

    /// <summary>The real clock, moved to a Monday morning so that people are at work.</summary>
    private sealed class Morning : TimeProvider
    {
        private readonly TimeSpan ahead = new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero) - TimeProvider.System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
