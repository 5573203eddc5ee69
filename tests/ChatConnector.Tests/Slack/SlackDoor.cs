using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using ChatConnector.Slack.Installing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatConnector.Tests.Slack;

/// <summary>
/// The part of Slack that lets apps in, as strict as Slack: asks the visitor, gives codes that are good once, tokens for
/// codes, new tokens for refresh tokens that are good once, and takes all tokens of a workspace back.
/// </summary>
public sealed class SlackDoor
{
    public const string ClientId = "111.222";
    public const string ClientSecret = "client-sekrit";
    public const string App = "A0CONNECTOR";

    /// <summary>As long a used refresh token brings the same tokens again, for whoever missed the answer.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private const int TokenSeconds = 43_200;
    private const int MostLive = 2;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Exchange> exchanges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> expiries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SlackVisitor> codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> workspaces;
    private readonly ConcurrentDictionary<string, bool> revoked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> complaints;
    private int number;

    /// <param name="workspaces">Workspaces by token.</param>
    /// <param name="complaints">What Slack would complain of.</param>
    public SlackDoor(ConcurrentDictionary<string, string> workspaces, ConcurrentQueue<string> complaints) => (this.workspaces, this.complaints) = (workspaces, complaints);

    /// <summary>Who sits at the browser.</summary>
    public SlackVisitor Visitor { get; set; } = new("T1", "UADA");

    /// <summary>Where people are sent back to, as the app's settings say.</summary>
    public string ReturnTo { get; set; } = "https://connector.example/slack/oauth";

    /// <summary>Whether tokens expire.</summary>
    public bool Rotates { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Asks the visitor, who answers at once.</summary>
    public IResult Authorize(IQueryCollection query)
    {
        var scopes = query["scope"].ToString().Split(',');
        if (query["client_id"] != ClientId || query.ContainsKey("redirect_uri") || !scopes.ToHashSet().SetEquals(Scopes.Bot))
            complaints.Enqueue("authorize: not as the app is set up");
        var state = query["state"].ToString();
        if (!Visitor.Agrees)
            return Results.Redirect(QueryHelpers.AddQueryString(ReturnTo, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = state }));
        var code = $"code-{Interlocked.Increment(ref number)}";
        codes[code] = Visitor;
        return Results.Redirect(QueryHelpers.AddQueryString(ReturnTo, new Dictionary<string, string?> { ["code"] = code, ["state"] = state }));
    }

    /// <summary>What oauth.v2.access answers.</summary>
    public JsonObject Access(SlackCall call)
    {
        if (call.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}")))
            return Failed("bad_client_secret");
        if (call.Text("grant_type") == "refresh_token")
            return Refresh(call.Text("refresh_token"));
        return codes.TryRemove(call.Text("code"), out var visitor) ? Grant(visitor) : Failed("invalid_code");
    }

    /// <summary>The app is thrown out of a workspace.</summary>
    public void ThrowOut(string workspace)
    {
        foreach (var (token, _) in workspaces.Where(w => w.Value == workspace))
            revoked[token] = workspaces.TryRemove(token, out _);
        lock (gate)
        {
            foreach (var token in exchanges.Where(e => e.Value.Visitor.Workspace == workspace).Select(e => e.Key).ToList())
                exchanges.Remove(token);
        }
    }

    /// <summary>Where a token opens the door now; null for nowhere.</summary>
    public string? WorkspaceOf(string token) => HasExpired(token) ? null : workspaces.GetValueOrDefault(token);

    /// <summary>Why a token that opens nothing does not.</summary>
    public string WhyNot(string token) => HasExpired(token) ? "token_expired" : revoked.ContainsKey(token) ? "account_inactive" : token.Length == 0 ? "not_authed" : "invalid_auth";

    private bool HasExpired(string token) => expiries.TryGetValue(token, out var expires) && Time.GetUtcNow() >= expires;

    private JsonObject Refresh(string token)
    {
        lock (gate)
        {
            if (!exchanges.TryGetValue(token, out var exchange))
                return Failed("invalid_refresh_token");
            if (exchange.Given is { } given)
                return Time.GetUtcNow() - exchange.At <= Grace ? given.DeepClone().AsObject() : Failed("invalid_refresh_token");
            var granted = Grant(exchange.Visitor);
            exchanges[token] = exchange with { Given = granted.DeepClone().AsObject(), At = Time.GetUtcNow() };
            return granted;
        }
    }

    private JsonObject Grant(SlackVisitor visitor)
    {
        var token = $"xoxb-{visitor.Workspace}-{Interlocked.Increment(ref number)}";
        workspaces[token] = visitor.Workspace;
        JsonObject workspace = new() { ["id"] = visitor.Workspace, ["name"] = "Acme <b>" };
        var granted = new JsonObject
        {
            ["ok"] = true,
            ["app_id"] = App,
            ["authed_user"] = new JsonObject { ["id"] = visitor.User },
            ["scope"] = string.Join(',', Scopes.Bot),
            ["token_type"] = "bot",
            ["access_token"] = token,
            ["bot_user_id"] = "UBOT",
            ["team"] = visitor.IsEnterprise ? null : workspace,
            ["enterprise"] = visitor.IsEnterprise ? workspace : null,
            ["is_enterprise_install"] = visitor.IsEnterprise,
        };
        if (Rotates)
            LetExpire(granted, token, visitor);
        return granted;
    }

    private void LetExpire(JsonObject granted, string token, SlackVisitor visitor)
    {
        var refresh = $"xoxe-1-{visitor.Workspace}-{Interlocked.Increment(ref number)}";
        lock (gate)
            exchanges[refresh] = new Exchange(visitor, null, default);
        expiries[token] = Time.GetUtcNow().AddSeconds(TokenSeconds);
        var live = workspaces.Where(w => w.Value == visitor.Workspace && expiries.ContainsKey(w.Key) && !HasExpired(w.Key)).Select(w => w.Key).OrderByDescending(t => expiries[t]);
        foreach (var oldest in live.Skip(MostLive))
            expiries[oldest] = Time.GetUtcNow();
        (granted["refresh_token"], granted["expires_in"]) = (refresh, TokenSeconds);
    }

    private static JsonObject Failed(string error) => new() { ["ok"] = false, ["error"] = error };

    /// <summary>A refresh token, and what it was exchanged for.</summary>
    private sealed record Exchange(SlackVisitor Visitor, JsonObject? Given, DateTimeOffset At);
}

/// <summary>Who sits at the browser when Slack asks whether an app may come in.</summary>
/// <param name="Workspace">The team, or the enterprise.</param>
public sealed record SlackVisitor(string Workspace, string User, bool Agrees = true, bool IsEnterprise = false);
