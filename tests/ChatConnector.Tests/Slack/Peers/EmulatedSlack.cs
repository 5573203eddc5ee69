using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>
/// The Slack emulator, a program of others, with one workspace. Connector's calls are checked and passed on as they are, and
/// people read there what came of them. Only the address of a socket is ours: the emulator has none to give.
/// </summary>
internal sealed class EmulatedSlack : ISlack
{
    private readonly string botToken;
    private readonly Peer emulator;
    private readonly HttpClient http;
    private readonly WebApplication app;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentDictionary<string, JsonNode> forms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JsonNode> homes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int After, IReadOnlyList<SlackMessage> Messages)> screens = new(StringComparer.Ordinal);
    private string bot = "";
    private int passed;

    private EmulatedSlack(string botToken, Peer emulator, WebApplication app)
    {
        (this.botToken, this.emulator, this.app) = (botToken, emulator, app);
        // Node closes a connection after five idle seconds, maybe while something comes through it.
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = new Uri(emulator.Address, "/api/") };
    }

    public string Workspace { get; private set; } = "";

    public Uri Address => new(app.Urls.First() + "/api/");

    public Func<string> SocketAddress { get; set; } = () => "";

    public IReadOnlyList<string> Complaints => [.. complaints];

    /// <summary>A workspace in which these people work and Connector is installed.</summary>
    public static async Task<EmulatedSlack> StartAsync(string botToken, params IReadOnlyList<string> people)
    {
        var emulator = await Peer.StartAsync("slack.mjs", EmulatorSeed.Of(botToken, people).ToJsonString());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new EmulatedSlack(botToken, emulator, app);
        app.MapPost("/api/{method}", slack.AnswerAsync);
        await app.StartAsync();
        var itself = await slack.CallAsync(botToken, "auth.test", []);
        (slack.Workspace, slack.bot) = (itself["team_id"]!.GetValue<string>(), itself["user_id"]!.GetValue<string>());
        foreach (var member in (await slack.CallAsync(botToken, "users.list", []))["members"]!.AsArray())
            slack.names[member!["id"]!.GetValue<string>()] = member["name"]!.GetValue<string>();
        return slack;
    }

    /// <summary>The emulator gives everybody an id of its own.</summary>
    public string IdOf(string name) => names.Single(n => n.Value == name).Key;

    public async Task<IReadOnlyList<SlackMessage>> SeesAsync(string workspace, string user)
    {
        // The emulator answers nobody more than five thousand times, so it is asked again only after something was said.
        var after = Volatile.Read(ref passed);
        if (!screens.TryGetValue(user, out var screen) || screen.After != after)
            screens[user] = screen = (after, await ReadAsync(user));
        return screen.Messages;
    }

    public JsonNode? FormOf(string trigger) => forms.GetValueOrDefault(trigger);

    public JsonNode? HomeOf(string workspace, string user) => homes.GetValueOrDefault(user);

    public async Task<JsonNode> PersonAsync(string workspace, string user)
    {
        var person = (await CallAsync(botToken, "users.info", new() { ["user"] = user }))["user"]!.DeepClone();
        // The emulator knows no time zones.
        person["tz"] = "Europe/Berlin";
        return person;
    }

    public async Task<string> PrivateChannelAsync(string workspace, string user) =>
        (await CallAsync(EmulatorSeed.TokenOf(names[user]), "conversations.open", new() { ["users"] = bot }))["channel"]!["id"]!.GetValue<string>();

    public async Task<string> WriteAsync(string workspace, string user, string words)
    {
        var arguments = new JsonObject { ["channel"] = await PrivateChannelAsync(workspace, user), ["text"] = words };
        var written = await CallAsync(EmulatorSeed.TokenOf(names[user]), "chat.postMessage", arguments);
        Interlocked.Increment(ref passed);
        return written["ts"]!.GetValue<string>();
    }

    public async Task<string> TriggerAsync(string workspace, string user) =>
        (await CallAsync(botToken, "views.generateTriggerId", new() { ["user_id"] = user }))["trigger_id"]!.GetValue<string>();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
        emulator.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, string method)
    {
        context.Request.EnableBuffering();
        var call = await SlackCall.ReadAsync(context.Request, method);
        foreach (var complaint in SlackArguments.Complaints(call))
            complaints.Enqueue($"{method}: {complaint}");
        if (method == "apps.connections.open")
        {
            await context.Response.WriteAsJsonAsync(SlackServer.Done(("url", SocketAddress())));
            return;
        }

        context.Request.Body.Position = 0;
        using var content = new StreamContent(context.Request.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType!);
        using var answer = await SendAsync(call.Authorization, method, content);
        var said = await answer.Content.ReadAsStringAsync();
        Note(call, said);
        (context.Response.StatusCode, context.Response.ContentType) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString());
        await context.Response.WriteAsync(said);
    }

    /// <summary>Nobody can ask Slack for a form or a Home tab, so they are read as they are shown.</summary>
    private void Note(SlackCall call, string said)
    {
        var answer = JsonNode.Parse(said)!;
        // Of a trigger that ran out on a slow machine Connector must make the best.
        if (answer["ok"]?.GetValue<bool>() != true && answer["error"]?.GetValue<string>() != "expired_trigger_id")
            complaints.Enqueue($"{call.Method}: {said}");
        else if (call.Method == "views.open" && answer["view"] is { } form)
            forms[call.Text("trigger_id")] = form;
        else if (call.Method == "views.publish" && answer["view"] is { } home)
            homes[call.Text("user_id")] = home;
        Interlocked.Increment(ref passed);
    }

    private async Task<IReadOnlyList<SlackMessage>> ReadAsync(string user)
    {
        List<SlackMessage> messages = [];
        var token = EmulatorSeed.TokenOf(names[user]);
        foreach (var conversation in (await CallAsync(token, "conversations.list", new() { ["types"] = "im,mpim" }))["channels"]!.AsArray())
        {
            var channel = conversation!["id"]!.GetValue<string>();
            foreach (var message in (await CallAsync(token, "conversations.history", new() { ["channel"] = channel, ["limit"] = 1000 }))["messages"]!.AsArray())
                messages.Add(new SlackMessage(Workspace, channel, message!["ts"]!.GetValue<string>(), "", "", message.AsObject()));
        }

        return [.. messages.OrderBy(m => m.Time, StringComparer.Ordinal)];
    }

    private async Task<JsonNode> CallAsync(string token, string method, JsonObject arguments)
    {
        using var content = JsonContent.Create(arguments);
        using var answer = await SendAsync("Bearer " + token, method, content);
        var said = await answer.Content.ReadAsStringAsync();
        var read = JsonNode.Parse(said)!;
        Assert.True(read["ok"]?.GetValue<bool>() == true, $"{method}: {said}");
        return read;
    }

    private async Task<HttpResponseMessage> SendAsync(string authorization, string method, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await http.SendAsync(request);
    }
}
