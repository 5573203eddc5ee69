using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Runtime;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Rendering;

namespace ChatConnector.Slack.Calling;

/// <summary>
/// The methods of Slack's Web API that Connector uses. Every one throws <see cref="SlackException"/> when Slack does not do
/// it. Only what may be done twice is tried again at once; for the rest the runtime decides.
/// </summary>
public sealed class SlackApi(SlackWire wire, Pace pace, Surroundings around)
{
    private const int MostTries = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    // As much as Slack tells at once: more channels than anybody is in, and longer than almost every thread.
    private const int Most = 999;

    /// <summary>Whose token it is.</summary>
    public Task<JsonElement> AuthTestAsync(string token, CancellationToken cancellation) => wire.JsonAsync("auth.test", token, [], cancellation);

    /// <summary>Shows a form, within the three seconds a trigger lives.</summary>
    public Task OpenViewAsync(Installed to, string trigger, View view, CancellationToken cancellation) =>
        JsonAsync("views.open", to, new JsonObject { ["trigger_id"] = trigger, ["view"] = Node(view) }, cancellation);

    public Task PublishHomeAsync(Installed to, string user, View view, CancellationToken cancellation) =>
        JsonAsync("views.publish", to, new JsonObject { ["user_id"] = user, ["view"] = Node(view) }, cancellation);

    /// <summary>What Slack knows of somebody; null when it knows nobody of this id.</summary>
    public async Task<JsonElement?> UserAsync(Installed at, string user, CancellationToken cancellation)
    {
        try
        {
            return (await FormAsync("users.info", at, [new("user", user)], cancellation)).Get("user");
        }
        catch (SlackException unknown) when (unknown.Error is "user_not_found" or "user_not_visible")
        {
            return null;
        }
    }

    /// <summary>A page of everybody, and where the next begins; null after the last.</summary>
    public Task<(IReadOnlyList<JsonElement> Users, string? Next)> UsersAsync(Installed at, PageOf page, CancellationToken cancellation) =>
        PageAsync("users.list", "members", at, page.Arguments(), cancellation);

    /// <summary>The workspaces of an Enterprise Grid organization Connector may work in.</summary>
    public async Task<IReadOnlyList<string>> TeamsAsync(Installed at, CancellationToken cancellation)
    {
        List<string> teams = [];
        string? cursor = null;
        do
        {
            (var found, cursor) = await PageAsync("auth.teams.list", "teams", at, new PageOf(null, cursor, 1000).Arguments(), cancellation);
            teams.AddRange(found.Select(t => t.Text("id")).Where(SlackIds.IsId));
        }
        while (cursor is not null);
        return teams;
    }

    /// <summary>A page of the open channels that are in use, and where the next begins; null after the last.</summary>
    public Task<(IReadOnlyList<JsonElement> Channels, string? Next)> ChannelsAsync(Installed at, PageOf page, CancellationToken cancellation) =>
        PageAsync("conversations.list", "channels", at, [.. page.Arguments(), .. OpenChannels], cancellation);

    /// <summary>The open channels somebody is in.</summary>
    public async Task<IReadOnlyList<JsonElement>> ChannelsOfAsync(Installed at, string user, string? team, CancellationToken cancellation) =>
        (await PageAsync("users.conversations", "channels", at, [.. new PageOf(team, null, Most).Arguments(), .. OpenChannels, new("user", user)], cancellation)).Items;

    /// <summary>What Slack says of a channel, which is nothing of private ones Connector is not in.</summary>
    public async Task<JsonElement> ChannelAsync(Installed at, string channel, CancellationToken cancellation) =>
        (await FormAsync("conversations.info", at, [new("channel", channel)], cancellation)).Get("channel");

    /// <summary>The user groups, and who is in them.</summary>
    public async Task<IReadOnlyList<JsonElement>> UserGroupsAsync(Installed at, string? team, CancellationToken cancellation)
    {
        List<KeyValuePair<string, string>> arguments = [new("include_users", "true")];
        if (team is not null)
            arguments.Add(new("team_id", team));
        return [.. (await FormAsync("usergroups.list", at, arguments, cancellation)).Items("usergroups")];
    }

    /// <summary>The one conversation of Connector with these people; it is opened if there is none.</summary>
    /// <returns>Its channel.</returns>
    public async Task<string> OpenConversationAsync(Installed at, IEnumerable<string> users, CancellationToken cancellation)
    {
        var opened = await AgainAsync(() => JsonAsync("conversations.open", at, new JsonObject { ["users"] = string.Join(',', users) }, cancellation), cancellation);
        return opened.Get("channel").Text("id") is { Length: > 0 } channel ? channel : throw new SlackException("conversations.open", "no_channel", Trouble.Busy);
    }

    /// <summary>The latest messages of a conversation or of a thread in it, with their metadata.</summary>
    public async Task<IEnumerable<JsonElement>> HistoryAsync(Installed at, string channel, string? thread, CancellationToken cancellation)
    {
        // Conversations are told from their end, but threads from their beginning.
        List<KeyValuePair<string, string>> arguments = [new("channel", channel), new("include_all_metadata", "true"), new("limit", thread is null ? "100" : $"{Most}")];
        if (thread is not null)
            arguments.Add(new("ts", thread));
        return (await FormAsync(thread is null ? "conversations.history" : "conversations.replies", at, arguments, cancellation)).Items("messages");
    }

    /// <summary>Posts for everybody there.</summary>
    /// <param name="patient">Waits for the channel's turn instead of being told that it is too early.</param>
    /// <returns>The message's channel, as Slack calls it, and its time.</returns>
    public async Task<(string Channel, string Time)> PostAsync(Installed at, Posting posting, CancellationToken cancellation, bool patient = false)
    {
        if (patient)
            await pace.TurnAsync(cancellation);
        pace.TakeMessage("chat.postMessage", at.Install.Workspace, posting.Channel);
        var arguments = posting.Arguments();
        arguments["unfurl_links"] = false;
        arguments["unfurl_media"] = false;
        var posted = await SendAsync("chat.postMessage", at, arguments, cancellation);
        // Without its time it cannot be edited; the next attempt looks for it.
        return posted.Text("ts") is { Length: > 0 } time
            ? (ForeignJson.Either(posted.Text("channel"), posting.Channel), time)
            : throw new SlackException("chat.postMessage", "no_time", Trouble.Uncertain);
    }

    /// <summary>Posts what only one person there sees, until they reload.</summary>
    public async Task PostEphemeralAsync(Installed at, string user, Posting posting, CancellationToken cancellation)
    {
        pace.TakeMessage("chat.postEphemeral", at.Install.Workspace, posting.Channel);
        var arguments = (posting with { Mark = null }).Arguments();
        arguments["user"] = user;
        await SendAsync("chat.postEphemeral", at, arguments, cancellation);
    }

    public Task UpdateAsync(Installed at, string time, Posting posting, CancellationToken cancellation)
    {
        var arguments = (posting with { Thread = null }).Arguments();
        arguments["ts"] = time;
        return JsonAsync("chat.update", at, arguments, cancellation);
    }

    /// <summary>Takes a message of ours away. One that is gone already is as good.</summary>
    public async Task DeleteAsync(Installed at, string channel, string time, CancellationToken cancellation)
    {
        try
        {
            await AgainAsync(() => JsonAsync("chat.delete", at, new JsonObject { ["channel"] = channel, ["ts"] = time }, cancellation), cancellation);
        }
        catch (SlackException gone) when (gone.Error == "message_not_found")
        {
        }
    }

    /// <summary>Turns the code a finished install brings into a token.</summary>
    public Task<JsonElement> ExchangeCodeAsync(OAuthSettings app, string code, CancellationToken cancellation) =>
        wire.FormAsync("oauth.v2.access", Basic(app), [new("code", code)], cancellation);

    /// <summary>Exchanges a token that will expire for another one.</summary>
    public Task<JsonElement> RefreshAsync(OAuthSettings app, string refreshToken, CancellationToken cancellation) =>
        wire.FormAsync("oauth.v2.access", Basic(app), [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], cancellation);

    /// <summary>A fresh address for one connection of Socket Mode.</summary>
    public async Task<Uri> OpenConnectionAsync(string appToken, CancellationToken cancellation) =>
        Uri.TryCreate((await wire.JsonAsync("apps.connections.open", appToken, [], cancellation)).Text("url"), UriKind.Absolute, out var address)
            ? address
            : throw new SlackException("apps.connections.open", "no_address", Trouble.Uncertain);

    private static IEnumerable<KeyValuePair<string, string>> OpenChannels => [new("types", "public_channel"), new("exclude_archived", "true")];

    private async Task<(IReadOnlyList<JsonElement> Items, string? Next)> PageAsync(
        string method, string items, Installed at, IReadOnlyList<KeyValuePair<string, string>> arguments, CancellationToken cancellation)
    {
        var page = await FormAsync(method, at, arguments, cancellation);
        return ([.. page.Items(items)], page.Get("response_metadata").Text("next_cursor") is { Length: > 0 } next ? next : null);
    }

    private static AuthenticationHeaderValue Basic(OAuthSettings app) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.ClientId}:{app.ClientSecret}")));

    private static JsonNode? Node(View view) => JsonSerializer.SerializeToNode(view, SlackJson.Wire.View);

    private Task<JsonElement> JsonAsync(string method, Installed at, JsonObject arguments, CancellationToken cancellation)
    {
        pace.Take(method, at.Install.Workspace);
        return SendAsync(method, at, arguments, cancellation);
    }

    private Task<JsonElement> SendAsync(string method, Installed at, JsonObject arguments, CancellationToken cancellation) =>
        HeedingAsync(method, at, wire.JsonAsync(method, at.Token, arguments, cancellation));

    // What takes only forms only reads.
    private Task<JsonElement> FormAsync(string method, Installed at, IReadOnlyList<KeyValuePair<string, string>> arguments, CancellationToken cancellation) => AgainAsync(
        () =>
        {
            pace.Take(method, at.Install.Workspace);
            return HeedingAsync(method, at, wire.FormAsync(method, new AuthenticationHeaderValue("Bearer", at.Token), arguments, cancellation));
        },
        cancellation);

    // Slack that did not answer in time has used up the time there is.
    private async Task<JsonElement> AgainAsync(Func<Task<JsonElement>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (SlackException failed) when (failed.Trouble == Trouble.Uncertain && failed.Error != SlackWire.NotInTime && attempt < MostTries)
            {
                await around.WaitAsync(around.Backoff(attempt, FirstWait, LongestWait), cancellation);
            }
        }
    }

    // Once Slack asks for silence, nobody calls this method for this workspace until it is over; nor any, while it keeps us out.
    private async Task<JsonElement> HeedingAsync(string method, Installed at, Task<JsonElement> call)
    {
        try
        {
            return await call;
        }
        catch (SlackException busy) when (busy.After is { } span)
        {
            if (busy.Trouble != Trouble.Paused)
                pace.Silence(method, at.Install.Workspace, span);
            // One workspace of an enterprise says nothing of the others.
            else if (!at.Install.IsEnterprise || busy.Error != SlackErrors.OneTeam)
                pace.Pause(at.Install.Workspace, span);
            throw;
        }
    }
}
