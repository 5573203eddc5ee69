using ChatConnector.Engine;
using ChatConnector.Engine.Wording;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Showing;
using ChatConnector.Storage.Memory;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace ChatConnector.Tests.Slack;

public sealed class SlackChatTests : IAsyncLifetime, IDisposable
{
    private static readonly Place Channel = new(PlaceKind.Channel, "slack:T1:CDATA");
    private static readonly Place Priya = Place.PrivateWith(new TeammateId("slack:T1:UPRIYA"));
    private static readonly Card Card = SlackOffice.Wording.Cards.First().Card;

    private readonly ManualTime time = new();
    private readonly Installs installs = new(new MemoryStore(), new EphemeralDataProtectionProvider());
    private SlackServer slack = null!;
    private HttpClient http = null!;
    private SlackChat chat = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        foreach (var workspace in (string[])["T1", "T2"])
        {
            slack.Workspaces["xoxb-" + workspace] = workspace;
            await installs.SaveAsync(new Installed(new Install(workspace, SlackIds.Organization(workspace), "UBOT"), "xoxb-" + workspace), Instant.FromUtc(2026, 1, 1, 0, 0), default);
        }

        var around = new Surroundings(time);
        http = SlackWire.Connect(slack.Address);
        chat = new SlackChat(installs, new SlackApi(new SlackWire(http), new Pace(around), around), around);
    }

    public async Task DisposeAsync() => await slack.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_card_is_posted_and_edited_as_Slack_takes_it()
    {
        foreach (var (name, card) in SlackOffice.Wording.Cards)
        {
            var posting = Post(name, Priya, card);
            await time.UntilAsync(posting);
            var shown = Assert.IsType<Delivered.Shown>(await posting);
            Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Edit(SlackIds.Organization("T1"), name + "/v2", shown.Reference, card)));
            time.Advance(TimeSpan.FromSeconds(3));
        }

        Assert.Empty(slack.Complaints);
        Assert.Single(slack.Calls, c => c.Method == "conversations.open");
    }

    [Fact]
    public async Task What_was_posted_without_an_answer_is_found_and_not_posted_again()
    {
        slack.Mishaps = call => call.Method == "chat.postMessage" ? Mishap.HungUp : null;
        Assert.IsType<Delivered.Uncertain>(await Post("e1", Priya, Card));
        slack.Mishaps = _ => null;
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Post(SlackIds.Organization("T1"), "e1", Priya, null, Card) { MaybeShown = true }));
        Assert.Single(slack.Messages);
    }

    [Fact]
    public async Task In_a_long_thread_too_what_was_posted_is_found()
    {
        var thread = Channel with { Thread = "1788264000.000009" };
        for (var reply = 0; reply < 150; reply++)
        {
            Assert.IsType<Delivered.Shown>(await Post($"reply{reply}", thread, Card));
            time.Advance(TimeSpan.FromSeconds(2));
        }

        slack.Mishaps = call => call.Method == "chat.postMessage" ? Mishap.HungUp : null;
        Assert.IsType<Delivered.Uncertain>(await Post("e1", thread, Card));
        slack.Mishaps = _ => null;
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Post(SlackIds.Organization("T1"), "e1", thread, null, Card) { MaybeShown = true }));
        Assert.Equal(151, slack.Messages.Count);
    }

    [Fact]
    public async Task A_dead_token_stops_its_workspace_and_no_other()
    {
        slack.Mishaps = call => call.Workspace == "T1" ? Mishap.Error("account_inactive") : null;
        Assert.IsType<Delivered.Unwelcome>(await Post("e1", Channel, Card));
        Assert.Null(await installs.FindAsync("T1", default));
        Assert.NotNull(await installs.FindAsync("T2", default));
        var before = slack.Calls.Count;
        Assert.IsType<Delivered.Unwelcome>(await Post("e2", Channel, Card));
        Assert.Equal(before, slack.Calls.Count);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(null, 30)]
    public async Task Slack_is_left_alone_as_long_as_it_asks(int? asked, int waited)
    {
        slack.Mishaps = _ => Mishap.Limited(asked);
        var busy = Assert.IsType<Delivered.Busy>(await Post("e1", Channel, Card));
        Assert.Equal(TimeSpan.FromSeconds(waited), busy.After);
        slack.Mishaps = _ => null;
        time.Advance(TimeSpan.FromSeconds(waited - 1));
        Assert.IsType<Delivered.Busy>(await Post("e1", Channel, Card));
        Assert.Single(slack.Calls);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<Delivered.Shown>(await Post("e1", Channel, Card));
    }

    [Fact]
    public async Task A_channel_gets_one_message_a_second_and_others_do_not_wait_for_it()
    {
        Assert.IsType<Delivered.Shown>(await Post("e1", Channel, Card));
        Assert.IsType<Delivered.Busy>(await Post("e2", Channel, Card));
        Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Post(SlackIds.Organization("T2"), "e3", Channel with { Id = "slack:T2:CDATA" }, null, Card)));
        time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.IsType<Delivered.Shown>(await Post("e2", Channel, Card));
    }

    [Theory]
    [InlineData("user_not_in_channel")]
    [InlineData("not_in_channel")]
    [InlineData("channel_not_found")]
    [InlineData("is_archived")]
    [InlineData("restricted_action")]
    [InlineData("restricted_action_read_only_channel")]
    [InlineData("cannot_reply_to_message")]
    public async Task A_private_word_in_a_channel_is_seen_by_one_and_goes_to_the_private_chat_where_that_cannot_be(string error)
    {
        var whisper = new Delivery.Post(SlackIds.Organization("T1"), "e1", Channel, new TeammateId("slack:T1:UPRIYA"), Card);
        Assert.IsType<Delivered.Shown>(await DeliverAsync(whisper));
        Assert.Equal("UPRIYA", Assert.Single(slack.Messages).OnlyFor);
        time.Advance(TimeSpan.FromSeconds(5));
        slack.Mishaps = call => call.Method == "chat.postEphemeral" ? Mishap.Error(error) : null;
        Assert.IsType<Delivered.Shown>(await DeliverAsync(whisper with { EffectId = "e2" }));
        Assert.Equal("DUPRIYA", slack.Messages[^1].Channel);
        Assert.Empty(slack.Complaints);
    }

    [Fact]
    public async Task Whoever_has_left_the_channel_finds_what_changed_in_their_private_chat_and_from_then_on_there()
    {
        var whisper = Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Post(SlackIds.Organization("T1"), "e1", Channel, new TeammateId("slack:T1:UPRIYA"), Card)));
        time.Advance(TimeSpan.FromSeconds(5));
        slack.Mishaps = call => call.Method == "chat.postEphemeral" ? Mishap.Error("user_not_in_channel") : null;
        var moved = Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Edit(SlackIds.Organization("T1"), "e1/v2", whisper.Reference, Card)));
        Assert.Equal("DUPRIYA", slack.Messages[^1].Channel);
        Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Edit(SlackIds.Organization("T1"), "e1/v3", moved.Reference, Card)));
        Assert.Equal(2, slack.Messages.Count);
        Assert.Equal("chat.update", slack.Calls[^1].Method);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_what_went_wrong_names_no_token()
    {
        slack.Mishaps = _ => new Mishap(307, "", "Location", slack.Address + "chat.postMessage");
        var refused = Assert.IsType<Delivered.Refused>(await Post("e1", Channel, Card));
        Assert.Single(slack.Calls);
        Assert.DoesNotContain("xoxb", refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_one_workspace_is_sent_to_another()
    {
        Assert.IsType<Delivered.Unwelcome>(await DeliverAsync(new Delivery.Post(SlackIds.Organization("T2"), "e1", Channel, null, Card)));
        Assert.Empty(slack.Calls);
    }

    [Fact]
    public async Task Whoever_waits_for_a_channel_takes_nobodys_turn_elsewhere()
    {
        Task<Delivered> WhisperAsync(string effect, string channel) => DeliverAsync(
            new Delivery.Post(SlackIds.Organization("T1"), effect, Channel with { Id = "slack:T1:" + channel }, new TeammateId("slack:T1:UPRIYA"), Card));
        Assert.IsType<Delivered.Shown>(await WhisperAsync("e0", "CDATA"));
        for (var i = 0; i < 100; i++)
            Assert.IsType<Delivered.Busy>(await WhisperAsync($"early{i}", "CDATA"));
        for (var i = 0; i < 10; i++)
            Assert.IsType<Delivered.Shown>(await WhisperAsync($"elsewhere{i}", $"C{i}0"));
    }

    [Fact]
    public async Task A_workspace_whose_admins_keep_Connector_out_is_left_alone_and_loses_nothing()
    {
        slack.Mishaps = call => call.Workspace == "T1" ? Mishap.Error("team_access_not_granted") : null;
        Assert.Equal(TimeSpan.FromMinutes(15), Assert.IsType<Delivered.Busy>(await Post("e1", Channel, Card)).After);
        Assert.IsType<Delivered.Busy>(await DeliverAsync(new Delivery.Home(SlackIds.Organization("T1"), "h1", new TeammateId("slack:T1:UPRIYA"), Card)));
        Assert.Single(slack.Calls);
        Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Post(SlackIds.Organization("T2"), "e2", Channel with { Id = "slack:T2:CDATA" }, null, Card)));
        slack.Mishaps = _ => null;
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<Delivered.Shown>(await Post("e1", Channel, Card));
    }

    [Fact]
    public async Task One_workspace_of_an_enterprise_that_keeps_Connector_out_holds_up_none_of_the_others()
    {
        slack.Workspaces["xoxb-E1"] = "E1";
        await installs.SaveAsync(new Installed(new Install("E1", SlackIds.Organization("E1"), "UBOT") { IsEnterprise = true }, "xoxb-E1"), Instant.FromUtc(2026, 1, 1, 0, 0), default);
        Task<Delivered> PostAsync(string channel) => DeliverAsync(new Delivery.Post(SlackIds.Organization("E1"), channel, Channel with { Id = "slack:E1:" + channel }, null, Card));
        slack.Mishaps = call => call.Text("channel") == "CLOSED" ? Mishap.Error("team_access_not_granted") : null;
        Assert.Equal(TimeSpan.FromMinutes(15), Assert.IsType<Delivered.Busy>(await PostAsync("CLOSED")).After);
        Assert.IsType<Delivered.Shown>(await PostAsync("COPEN"));
    }

    [Fact]
    public async Task What_may_be_asked_twice_is_asked_again_at_once()
    {
        var failures = 0;
        slack.Mishaps = call => call.Method == "conversations.open" && Interlocked.Increment(ref failures) <= 2 ? new Mishap(500) : null;
        var posting = Post("e1", Priya, Card);
        await time.UntilAsync(posting);
        Assert.IsType<Delivered.Shown>(await posting);
        Assert.Equal(3, failures);
    }

    [Fact]
    public async Task A_message_whose_time_Slack_does_not_tell_is_looked_for_and_not_posted_again()
    {
        slack.Mishaps = call => call.Method == "chat.postMessage" ? new Mishap(200, """{"ok":true}""", AfterApplying: true) : null;
        Assert.IsType<Delivered.Uncertain>(await Post("e1", Channel, Card));
        slack.Mishaps = _ => null;
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<Delivered.Shown>(await DeliverAsync(new Delivery.Post(SlackIds.Organization("T1"), "e1", Channel, null, Card) { MaybeShown = true }));
        Assert.Single(slack.Messages);
    }

    [Fact]
    public async Task A_private_chat_that_Slack_does_not_name_is_asked_for_again()
    {
        slack.Mishaps = call => call.Method == "conversations.open" ? new Mishap(200, """{"ok":true,"channel":{}}""") : null;
        Assert.IsType<Delivered.Busy>(await Post("e1", Priya, Card));
        slack.Mishaps = _ => null;
        Assert.IsType<Delivered.Shown>(await Post("e1", Priya, Card));
        Assert.Equal("DUPRIYA", Assert.Single(slack.Messages).Channel);
    }

    [Fact]
    public async Task A_card_is_taken_away_once_and_for_good()
    {
        var shown = await ShownInChannelAsync();
        Assert.IsType<Delivered.Shown>(await TakeAway(shown));
        Assert.Empty(slack.Messages);
        Assert.IsType<Delivered.Shown>(await TakeAway(shown));
        Assert.Empty(slack.Complaints);
    }

    [Theory]
    [InlineData("cant_delete_message")]
    [InlineData("compliance_exports_prevent_deletion")]
    public async Task Where_Slack_lets_nobody_delete_the_words_go_all_the_same(string error)
    {
        var shown = await ShownInChannelAsync();
        slack.Mishaps = call => call.Method == "chat.delete" ? Mishap.Error(error) : null;
        Assert.IsType<Delivered.Shown>(await TakeAway(shown));
        Assert.Contains("taken back", Assert.Single(slack.Messages).Blocks.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_one_person_saw_needs_no_taking_away()
    {
        var whisper = await DeliverAsync(new Delivery.Post(SlackIds.Organization("T1"), "e1", Channel, new TeammateId("slack:T1:UPRIYA"), Card));
        Assert.IsType<Delivered.Shown>(await TakeAway(Assert.IsType<Delivered.Shown>(whisper).Reference));
        Assert.DoesNotContain(slack.Calls, c => c.Method == "chat.delete");
    }

    private async Task<string> ShownInChannelAsync() => Assert.IsType<Delivered.Shown>(await Post("e1", Channel, Card)).Reference;

    private Task<Delivered> TakeAway(string shown) =>
        DeliverAsync(new Delivery.TakeAway(SlackIds.Organization("T1"), "e1/v2", shown, Engine.Wording.Card.Of("gone", Text.Of("taken back"))));

    private Task<Delivered> Post(string effect, Place to, Card card) => DeliverAsync(new Delivery.Post(SlackIds.Organization("T1"), effect, to, null, card));

    private Task<Delivered> DeliverAsync(Delivery delivery) => chat.DeliverAsync(delivery, default);
}
