using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack;

/// <summary>
/// Slack's Web API on loopback, as strict as Slack: tokens, arguments and blocks are checked, and whatever it would complain
/// of is in <see cref="Complaints"/>. It keeps messages, homes and forms, and can be told to misbehave.
/// </summary>
public sealed class SlackServer : ISlack
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<SlackCall> calls = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Lock gate = new();
    private readonly List<SlackMessage> messages = [];
    private long number;

    private SlackServer(WebApplication app)
    {
        this.app = app;
        Door = new SlackDoor(Workspaces, complaints);
    }

    /// <summary>Workspaces by their bot's token.</summary>
    public ConcurrentDictionary<string, string> Workspaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Who works where, and in which rooms they are.</summary>
    public SlackDirectory Directory { get; } = new();

    /// <summary>How apps come in.</summary>
    public SlackDoor Door { get; }

    /// <summary>What apps.connections.open answers.</summary>
    public Func<string> SocketAddress { get; set; } = () => "wss://localhost/link";

    /// <summary>How a call goes wrong; null for well.</summary>
    public Func<SlackCall, Mishap?> Mishaps { get; set; } = _ => null;

    /// <summary>What a call waits for before anything becomes of it.</summary>
    public Func<SlackCall, Task> Delay { get; set; } = _ => Task.CompletedTask;

    public Uri Address => new(app.Urls.First() + "/api/");

    public Uri AuthorizeAddress => new(app.Urls.First() + "/oauth/v2/authorize");

    public IReadOnlyList<SlackCall> Calls => [.. calls];

    public IReadOnlyList<string> Complaints => [.. complaints];

    public IReadOnlyList<SlackMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    public ConcurrentDictionary<(string Workspace, string User), JsonNode> Homes { get; } = new();

    /// <summary>Forms by the trigger that opened them.</summary>
    public ConcurrentDictionary<string, JsonNode> Forms { get; } = new(StringComparer.Ordinal);

    public static async Task<SlackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new SlackServer(app);
        app.MapPost("/api/{method}", server.AnswerAsync);
        app.MapGet("/oauth/v2/authorize", (HttpContext context) => server.Door.Authorize(context.Request.Query));
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public Task<IReadOnlyList<SlackMessage>> SeesAsync(string workspace, string user) => Task.FromResult<IReadOnlyList<SlackMessage>>(
        [.. Messages.Where(m => m.Workspace == workspace && (m.OnlyFor == user || (m.OnlyFor.Length == 0 && m.Channel.Length > 0 && m.Channel[1..].Split('-').Contains(user))))]);

    public JsonNode? FormOf(string trigger) => Forms.GetValueOrDefault(trigger);

    public JsonNode? HomeOf(string workspace, string user) => Homes.GetValueOrDefault((workspace, user));

    public Task<JsonNode> PersonAsync(string workspace, string user) => Task.FromResult(Directory.People[(workspace, user)].DeepClone());

    public Task<string> PrivateChannelAsync(string workspace, string user) => Task.FromResult("D" + user);

    public Task<string> WriteAsync(string workspace, string user, string words) => Task.FromResult(NewTime());

    public Task<string> TriggerAsync(string workspace, string user) => Task.FromResult($"13345224609.{Next()}.8fb2");

    private async Task AnswerAsync(HttpContext context, string method)
    {
        var call = await SlackCall.ReadAsync(context.Request, method);
        call = call with { Workspace = Door.WorkspaceOf(call.Token) };
        calls.Enqueue(call);
        foreach (var complaint in SlackArguments.Complaints(call))
            complaints.Enqueue($"{method}: {complaint}");
        await Delay(call);
        var mishap = Mishaps(call);
        if (mishap is null or { AfterApplying: true })
        {
            var answer = call.Workspace is null && !method.StartsWith("oauth.", StringComparison.Ordinal) && !method.StartsWith("apps.", StringComparison.Ordinal)
                ? Failed(Door.WhyNot(call.Token))
                : Apply(call);
            if (mishap is null)
            {
                await context.Response.WriteAsJsonAsync(answer);
                return;
            }
        }

        await mishap.HappenAsync(context);
    }

    private JsonObject Apply(SlackCall call) => call.Method switch
    {
        "auth.test" => Done(("team_id", call.Workspace), ("user_id", "UBOT"), ("bot_id", "B1")),
        "chat.postMessage" => Posted(call),
        "chat.postEphemeral" => Whispered(call),
        "chat.update" => Updated(call),
        "chat.delete" => Deleted(call),
        "conversations.open" => Opened([.. call.Text("users").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)]),
        "conversations.history" => Told(call, MessagesIn(call).Where(m => m.Thread.Length == 0).Reverse()),
        "conversations.replies" => Told(call, MessagesIn(call).Where(m => m.Time == call.Text("ts") || m.Thread == call.Text("ts"))),
        "views.open" when Forms.ContainsKey(call.Text("trigger_id")) => Failed("exchanged_trigger_id"),
        "views.open" => Viewed(call, view => Forms[call.Text("trigger_id")] = view),
        "views.publish" => Viewed(call, view => Homes[(call.Workspace!, call.Text("user_id"))] = view),
        "oauth.v2.access" => Door.Access(call),
        "apps.connections.open" => Done(("url", SocketAddress())),
        _ => Directory.Answer(call) ?? Failed("unknown_method"),
    };

    private JsonObject Posted(SlackCall call)
    {
        var message = Add(call, "");
        return Done(("channel", message.Channel), ("ts", message.Time));
    }

    private JsonObject Whispered(SlackCall call) => Done(("message_ts", Add(call, call.Text("user")).Time));

    private SlackMessage Add(SlackCall call, string onlyFor)
    {
        lock (gate)
        {
            var message = new SlackMessage(call.Workspace!, call.Text("channel"), NewTime(), call.Text("thread_ts"), onlyFor, call.Arguments);
            messages.Add(message);
            return message;
        }
    }

    private JsonObject Updated(SlackCall call)
    {
        lock (gate)
        {
            var at = messages.FindIndex(m => m.Workspace == call.Workspace && m.Channel == call.Text("channel") && m.Time == call.Text("ts") && m.OnlyFor.Length == 0);
            if (at < 0)
                return Failed("message_not_found");
            messages[at] = messages[at] with { Said = call.Arguments };
            return Done(("channel", messages[at].Channel), ("ts", messages[at].Time));
        }
    }

    private JsonObject Deleted(SlackCall call)
    {
        lock (gate)
        {
            return messages.RemoveAll(m => m.Workspace == call.Workspace && m.Channel == call.Text("channel") && m.Time == call.Text("ts") && m.OnlyFor.Length == 0) > 0
                ? Done(("channel", call.Text("channel")), ("ts", call.Text("ts")))
                : Failed("message_not_found");
        }
    }

    private static JsonObject Opened(IReadOnlyList<string> users) => users.Count switch
    {
        0 => Failed("users_list_not_supplied"),
        > 8 => Failed("too_many_users"),
        var count => Done(("channel", new JsonObject { ["id"] = (count > 1 ? "G" : "D") + string.Join('-', users) })),
    };

    private IEnumerable<SlackMessage> MessagesIn(SlackCall call) => Messages.Where(m => m.Workspace == call.Workspace && m.Channel == call.Text("channel") && m.OnlyFor.Length == 0);

    private static JsonObject Told(SlackCall call, IEnumerable<SlackMessage> messages)
    {
        var most = int.TryParse(call.Text("limit"), out var limit) ? limit : 100;
        var hasMetadata = call.Text("include_all_metadata") == "true";
        return Done(("messages", new JsonArray([.. messages.Take(most).Select(m => new JsonObject { ["ts"] = m.Time, ["metadata"] = hasMetadata ? m.Said["metadata"]?.DeepClone() : null })])));
    }

    private JsonObject Viewed(SlackCall call, Action<JsonNode> keep)
    {
        var view = call.Arguments["view"]!.DeepClone();
        view["id"] = $"V{Next()}";
        keep(view);
        return Done(("view", view.DeepClone()));
    }

    private string NewTime() => $"1788264000.{Next():D6}";

    private long Next() => Interlocked.Increment(ref number);

    internal static JsonObject Done(params (string Name, JsonNode? Value)[] more) =>
        new([KeyValuePair.Create<string, JsonNode?>("ok", true), .. more.Select(m => KeyValuePair.Create(m.Name, m.Value))]);

    internal static JsonObject Failed(string error) => new() { ["ok"] = false, ["error"] = error };
}

/// <summary>One call as it came.</summary>
/// <param name="Workspace">Whose token it came with; null when nobody's.</param>
public sealed record SlackCall(string Method, string? Workspace, bool IsJson, JsonObject Arguments)
{
    /// <summary>Nobody has looked at its token yet.</summary>
    internal static async Task<SlackCall> ReadAsync(HttpRequest request, string method)
    {
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        var isJson = request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) ?? false;
        var arguments = isJson
            ? JsonNode.Parse(body)!.AsObject()
            : new JsonObject(QueryHelpers.ParseQuery(body).Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, p.Value.ToString())));
        return new SlackCall(method, null, isJson, arguments) { Authorization = request.Headers.Authorization.ToString() };
    }

    public string Authorization { get; init; } = "";

    public string Token => Authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? Authorization["Bearer ".Length..] : "";

    public string Text(string name) => Arguments[name] is JsonValue value ? value.ToString() : "";
}

/// <summary>A message on the screen.</summary>
/// <param name="OnlyFor">The one person who sees it; empty for everybody.</param>
public sealed record SlackMessage(string Workspace, string Channel, string Time, string Thread, string OnlyFor, JsonObject Said)
{
    public JsonElement Blocks => JsonSerializer.SerializeToElement(Said["blocks"]);
}

/// <summary>How a call goes wrong.</summary>
/// <param name="AfterApplying">Whether what was asked is done nevertheless.</param>
public sealed record Mishap(int Status, string? Body = null, string? Header = null, string? HeaderValue = null, bool AfterApplying = false)
{
    private const int Cut = 0;

    public static Mishap Limited(int? seconds) => new(429, "", seconds is null ? null : "Retry-After", $"{seconds}");

    public static Mishap Error(string error) => new(200, $$"""{"ok":false,"error":"{{error}}"}""");

    /// <summary>Does what was asked and hangs up.</summary>
    public static Mishap HungUp { get; } = new(Cut, AfterApplying: true);

    internal async Task HappenAsync(HttpContext context)
    {
        if (Status == Cut)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        if (Header is not null)
            context.Response.Headers[Header] = HeaderValue;
        await context.Response.WriteAsync(Body ?? "");
    }
}
