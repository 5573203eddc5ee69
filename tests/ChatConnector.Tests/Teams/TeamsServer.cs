using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Teams;

/// <summary>
/// Teams' side of the wire on loopback: the published keys, the tokens, and a connector as strict as Teams. Tokens, ids,
/// members, sizes, rates and cards are checked; whatever Teams would complain of is in <see cref="Complaints"/>.
/// </summary>
internal sealed class TeamsServer : IAsyncDisposable
{
    private const string Secret = "s3cret";
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> calls = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentDictionary<string, byte> tokens = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly List<Shown> shown = [];
    private readonly Rates rates = new();
    private long number = 1788264000000;

    private TeamsServer(WebApplication app) => this.app = app;

    public Publisher Microsoft { get; } = new();

    public ConcurrentDictionary<(string Tenant, string Conversation), ConcurrentBag<Person>> Conversations { get; } = new();

    /// <summary>People whom the bot may begin a private chat with.</summary>
    public ConcurrentBag<Person> Installed { get; } = [];

    /// <summary>How a call goes wrong, by method and path; null for well.</summary>
    public Func<string, IResult?> Mishaps { get; set; } = _ => null;

    public Uri Address => new(app.Urls.First());

    public IReadOnlyList<string> Calls => [.. calls];

    public IReadOnlyList<string> Complaints => [.. complaints];

    public IReadOnlyList<Shown> Messages
    {
        get
        {
            lock (gate)
                return [.. shown];
        }
    }

    public string Password => Secret;

    public static async Task<TeamsServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new TeamsServer(app);
        app.MapGet("/metadata", () => Results.Text(Publisher.MetadataJson(new Uri(server.Address, "keys")), "application/json"));
        app.MapGet("/keys", () => Results.Text(server.Microsoft.KeysJson(), "application/json"));
        app.MapPost("/token", server.TokenAsync);
        var connector = app.MapGroup("/emea/{tenant}/v3").AddEndpointFilter(server.CheckAsync);
        connector.MapPost("/conversations", server.Begin);
        connector.MapPost("/conversations/{conversation}/activities", server.Send);
        connector.MapPut("/conversations/{conversation}/activities/{activity}", server.Update);
        connector.MapDelete("/conversations/{conversation}/activities/{activity}", server.Delete);
        connector.MapGet("/conversations/{conversation}/members/{account}", server.Member);
        connector.MapGet("/conversations/{conversation}/pagedmembers", server.Members);
        connector.MapGet("/teams/{team}/conversations", () => Results.Json(new { conversations = new object[] { new { id = "19:team@thread.tacv2" }, new { id = "19:data@thread.tacv2", name = "data" } } }));
        await app.StartAsync();
        return server;
    }

    public string ServiceUrl(string tenant) => $"{Address}emea/{tenant}/";

    /// <summary>All that stands in a conversation now.</summary>
    public IReadOnlyList<Shown> In(string conversation) => [.. Messages.Where(m => m.Conversation == conversation || m.Conversation.StartsWith(conversation + ";", StringComparison.Ordinal))];

    public void ForgetTokens() => tokens.Clear();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Dispose();
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_id"] != Publisher.AppId || form["client_secret"] != Secret || form["scope"] != "https://api.botframework.com/.default")
            return Results.BadRequest();
        var token = "token-" + Interlocked.Increment(ref number);
        tokens[token] = 0;
        return Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = token });
    }

    private async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var call = $"{request.Method} {request.Path}{request.QueryString}";
        calls.Enqueue(call);
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal) || !tokens.ContainsKey(authorization["Bearer ".Length..]))
            return Results.Json(new { error = new { code = "Unauthorized", message = "Invalid token" } }, statusCode: 401);
        return Mishaps(call) ?? (rates.Allow(request) ? await next(context) : Throttled());
    }

    private Silence Throttled()
    {
        complaints.Enqueue("too many calls");
        return new Silence(TimeSpan.FromSeconds(1));
    }

    private IResult Begin(string tenant, JsonElement body)
    {
        if (body.GetProperty("bot").GetProperty("id").GetString() != "28:" + Publisher.AppId || body.GetProperty("tenantId").GetString() != tenant || body.GetProperty("isGroup").GetBoolean())
            complaints.Enqueue("a conversation is begun wrongly");
        var member = body.GetProperty("members").EnumerateArray().Single().GetProperty("id").GetString();
        if (Installed.FirstOrDefault(p => p.Tenant == tenant && (p.Directory == member || p.Account == member)) is not { } person)
            return Error(403, "ForbiddenOperationException");
        Conversations[(tenant, person.Private)] = [person];
        return Results.Json(new { id = person.Private }, statusCode: 201);
    }

    private IResult Send(string tenant, string conversation, JsonElement body, bool isTargetedActivity = false)
    {
        if (Find(tenant, conversation) is not { } people)
            return Error(404, "ConversationNotFound");
        Look(body, people);
        var only = body.TryGetProperty("recipient", out var recipient) ? recipient.GetProperty("id").GetString() : null;
        if (isTargetedActivity != only is not null || (only is not null && people.All(p => p.Directory != only && p.Account != only)))
            return Error(400, "BadArgument");
        var message = new Shown($"{Interlocked.Increment(ref number)}", conversation, only, Card(body));
        lock (gate)
            shown.Add(message);
        return Results.Json(new { id = message.Id }, statusCode: 201);
    }

    private IResult Update(string tenant, string conversation, string activity, JsonElement body)
    {
        if (Find(tenant, conversation) is not { } people)
            return Error(404, "ConversationNotFound");
        Look(body, people);
        lock (gate)
        {
            var at = shown.FindIndex(m => m.Id == activity && m.Conversation.Split(';')[0] == conversation.Split(';')[0]);
            if (at < 0)
                return Error(404, "ActivityNotFoundInConversation");
            shown[at] = shown[at] with { Card = Card(body), Edits = shown[at].Edits + 1 };
        }

        return Results.Json(new { id = activity });
    }

    private IResult Delete(string tenant, string conversation, string activity)
    {
        if (Find(tenant, conversation) is null)
            return Error(404, "ConversationNotFound");
        lock (gate)
        {
            return shown.RemoveAll(m => m.Id == activity && m.Conversation.Split(';')[0] == conversation.Split(';')[0]) > 0
                ? Results.Ok()
                : Error(404, "ActivityNotFoundInConversation");
        }
    }

    private IResult Member(string tenant, string conversation, string account) =>
        Find(tenant, conversation) is { } people && people.FirstOrDefault(p => p.Account == account || p.Directory == account) is { } person
            ? Results.Json(person.Json())
            : Error(404, "MemberNotFoundInConversation");

    private IResult Members(string tenant, string conversation, int pageSize, string? continuationToken = null)
    {
        if (Find(tenant, conversation) is not { } people)
            return Error(404, "ConversationNotFound");
        if (pageSize is < 50 or > 500)
            complaints.Enqueue("a page of a size that Teams does not give");
        // Pages of two, so that there is more than one.
        var from = continuationToken is null ? 0 : int.Parse(continuationToken.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
        var all = people.OrderBy(p => p.Directory, StringComparer.Ordinal).ToList();
        return Results.Json(new { continuationToken = from + 2 < all.Count ? $"next/{from + 2}&x=" : null, members = all.Skip(from).Take(2).Select(p => p.Json()) });
    }

    private ConcurrentBag<Person>? Find(string tenant, string conversation) => Conversations.GetValueOrDefault((tenant, conversation.Split(';')[0]));

    private void Look(JsonElement body, IEnumerable<Person> people)
    {
        if (body.GetProperty("type").GetString() != "message" || body.TryGetProperty("text", out _) || body.GetProperty("attachments").GetArrayLength() != 1)
            complaints.Enqueue("not one card alone");
        if (body.GetProperty("attachments")[0].GetProperty("contentType").GetString() != "application/vnd.microsoft.card.adaptive")
            complaints.Enqueue("a card of another kind");
        foreach (var complaint in TeamsCards.Complaints(body.GetProperty("attachments")[0].GetProperty("content")))
            complaints.Enqueue(complaint);
        if (TeamsCards.RefreshedFor(Card(body)).Except(people.Select(p => p.Account)).Any())
            complaints.Enqueue("refreshed for somebody who is not there");
    }

    private static JsonElement Card(JsonElement body) => body.GetProperty("attachments")[0].GetProperty("content").Clone();

    public static IResult Error(int status, string code) => Results.Json(new { error = new { code, message = "no" } }, statusCode: status);
}

/// <summary>Teams wants to be left alone for a while.</summary>
internal sealed class Silence(TimeSpan span) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = $"{span.TotalSeconds}";
        return TeamsServer.Error(429, "Throttled").ExecuteAsync(httpContext);
    }
}
