using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>The Slack of our own tests, held against the emulator: what each says to the same calls. Where they differ it is known who is wrong.</summary>
public sealed class LikenessTests : IAsyncLifetime
{
    private const string Bot = "xoxb-1";
    private const string Nowhere = "CNOWHERE";
    private const string Nobody = "UNOBODY";
    private const string Missing = "status 404";

    private SlackCaller ours = null!;
    private SlackCaller theirs = null!;

    public async Task InitializeAsync()
    {
        if (!Peer.IsInstalled)
            return;
        var slack = await SlackServer.StartAsync();
        slack.Workspaces[Bot] = "T1";
        slack.Directory.Hire("T1", "UPRIYA", "UANA");
        ours = new SlackCaller(slack, "T1", "UPRIYA", "UANA") { Token = Bot };
        var emulator = await EmulatedSlack.StartAsync(Bot, "priya", "ana");
        theirs = new SlackCaller(emulator, emulator.Workspace, emulator.IdOf("priya"), emulator.IdOf("ana")) { Token = Bot };
    }

    public async Task DisposeAsync()
    {
        foreach (var side in (SlackCaller?[])[ours, theirs])
        {
            if (side is not null)
                await side.Slack.DisposeAsync();
        }
    }

    [PeerFact]
    public async Task Whose_call_it_is()
    {
        await AlikeAsync("auth.test", _ => []);
        (ours.Token, theirs.Token) = ("", "");
        await AlikeAsync("auth.test", _ => [], "not_authed");
        (ours.Token, theirs.Token) = ("xoxb-nobody", "xoxb-nobody");
        await UnlikeAsync("auth.test", _ => [], "invalid_auth", "ok");
    }

    [PeerFact]
    public async Task People_and_where_they_are()
    {
        await AlikeAsync("users.info", c => new() { ["user"] = c.Priya }, "ok", ours: "user.tz");
        await AlikeAsync("users.info", _ => new() { ["user"] = Nobody }, "user_not_found");
        await AlikeAsync("users.list", _ => new() { ["limit"] = "2" }, "ok", ours: "members.tz");
        await AlikeAsync("conversations.list", _ => new() { ["limit"] = "2", ["types"] = "public_channel" });
        await UnlikeAsync("users.conversations", c => new() { ["limit"] = "2", ["user"] = c.Priya }, "ok", Missing);
        await UnlikeAsync("usergroups.list", _ => [], "ok", Missing);
        await UnlikeAsync("auth.teams.list", _ => new() { ["limit"] = "2" }, "ok", Missing);
        await UnlikeAsync("users.everything", _ => [], "unknown_method", Missing);
    }

    [PeerFact]
    public async Task Conversations_are_opened_once()
    {
        await OpenAsync(c => c.Priya);
        var alone = (ours.Channel, theirs.Channel);
        await OpenAsync(c => $"{c.Priya},{c.Ana}");
        var together = (ours.Channel, theirs.Channel);
        await OpenAsync(c => $"{c.Ana},{c.Priya}");
        Assert.Equal(together, (ours.Channel, theirs.Channel));
        await OpenAsync(c => c.Priya);
        Assert.Equal(alone, (ours.Channel, theirs.Channel));
        await AlikeAsync("conversations.open", _ => new() { ["users"] = "" }, "users_list_not_supplied");
        await AlikeAsync("conversations.open", _ => new() { ["users"] = string.Join(',', Enumerable.Range(1, 9).Select(n => $"U{n}")) }, "too_many_users");
        await UnlikeAsync("conversations.open", _ => new() { ["users"] = Nobody }, "ok", "user_not_found");
    }

    [PeerFact]
    public async Task Conversations_are_told_from_their_end_and_threads_from_their_beginning()
    {
        await OpenAsync(c => c.Priya);
        await AlikeAsync("chat.postMessage", c => Words(c, "first"));
        await AlikeAsync("chat.postMessage", c => Words(c, "second"));
        var (ourThread, theirThread) = (ours.Time, theirs.Time);
        JsonNode Thread(SlackCaller c) => c == ours ? ourThread : theirThread;
        await AlikeAsync("chat.postMessage", c => Words(c, "third", ("thread_ts", Thread(c))));
        await AlikeAsync("chat.postMessage", c => Words(c, "fourth", ("thread_ts", Thread(c))));
        await AlikeAsync("chat.update", c => Words(c, "fourth", ("ts", c.Time)));
        await AlikeAsync("chat.update", c => Words(c, "late", ("ts", "1.000001")), "message_not_found");

        await TellAsync("conversations.history", c => new() { ["channel"] = c.Channel, ["include_all_metadata"] = "true" }, "second", "first");
        await TellAsync("conversations.history", c => new() { ["channel"] = c.Channel, ["include_all_metadata"] = "true", ["limit"] = "1" }, "second");
        await TellAsync("conversations.replies", c => new() { ["channel"] = c.Channel, ["include_all_metadata"] = "true", ["ts"] = Thread(c) }, "second", "third", "fourth");
        await UnlikeAsync("conversations.history", _ => new() { ["channel"] = Nowhere }, "ok", "channel_not_found");
        await UnlikeAsync("chat.postMessage", c => Words(c, "hello", ("channel", Nowhere)), "ok", "channel_not_found");
        await AlikeAsync("chat.postEphemeral", c => Words(c, "psst", ("user", c.Priya)));
        await UnlikeAsync("chat.postEphemeral", c => Words(c, "psst", ("user", c.Ana)), "ok", "user_not_in_channel");
    }

    [PeerFact]
    public async Task What_is_shown_beside_conversations()
    {
        (ours.Trigger, theirs.Trigger) = (await ours.Slack.TriggerAsync(ours.Workspace, ours.Priya), await theirs.Slack.TriggerAsync(theirs.Workspace, theirs.Priya));
        await AlikeAsync("views.open", c => new() { ["trigger_id"] = c.Trigger, ["view"] = View("modal") });
        await AlikeAsync("views.open", c => new() { ["trigger_id"] = c.Trigger, ["view"] = View("modal") }, "exchanged_trigger_id");
        await UnlikeAsync("views.open", _ => new() { ["trigger_id"] = "1.2.3", ["view"] = View("modal") }, "ok", "invalid_trigger_id");
        await AlikeAsync("views.publish", c => new() { ["user_id"] = c.Priya, ["view"] = View("home") });
    }

    /// <summary>Both say this, and of what ours says nothing is new to them but <paramref name="ours"/>.</summary>
    private async Task AlikeAsync(string method, Func<SlackCaller, JsonObject> with, string said = "ok", params string[] ours)
    {
        var (we, they) = await UnlikeAsync(method, with, said, said);
        Assert.Equal(ours, SlackCaller.Parts(we).Except(SlackCaller.Parts(they)));
    }

    private async Task<(JsonObject Ours, JsonObject Theirs)> UnlikeAsync(string method, Func<SlackCaller, JsonObject> with, string ourWord, string theirWord)
    {
        var (we, they) = (await ours.CallAsync(method, with(ours)), await theirs.CallAsync(method, with(theirs)));
        Assert.Equal((method, ourWord, theirWord), (method, SlackCaller.WordOf(we), SlackCaller.WordOf(they)));
        return (we, they);
    }

    /// <summary>Both tell these messages in this order.</summary>
    private async Task TellAsync(string method, Func<SlackCaller, JsonObject> with, params string[] told)
    {
        await AlikeAsync(method, with);
        foreach (var side in (SlackCaller[])[ours, theirs])
            Assert.Equal(told, (await side.CallAsync(method, with(side)))["messages"]!.AsArray().Select(m => m!["metadata"]!["event_payload"]!["id"]!.GetValue<string>()));
    }

    private Task OpenAsync(Func<SlackCaller, string> with) => AlikeAsync("conversations.open", c => new() { ["users"] = with(c) });

    private static JsonObject Words(SlackCaller by, string words, params IEnumerable<(string Name, JsonNode Value)> more)
    {
        var arguments = new JsonObject
        {
            ["channel"] = by.Channel,
            ["text"] = words,
            ["blocks"] = JsonNode.Parse("""[{"type":"section","text":{"type":"mrkdwn","text":"words"}}]"""),
            ["metadata"] = new JsonObject { ["event_type"] = "words", ["event_payload"] = new JsonObject { ["id"] = words } },
        };
        foreach (var (name, value) in more)
            arguments[name] = value;
        return arguments;
    }

    private static JsonNode View(string type) => JsonNode.Parse($$"""{"type":"{{type}}","title":{"type":"plain_text","text":"Ask"},"blocks":[]}""")!;
}
