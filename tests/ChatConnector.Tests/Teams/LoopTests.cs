using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Teams;

/// <summary>The whole loop over the wire, by several people, against a server as strict as Teams.</summary>
public sealed class LoopTests : IAsyncLifetime
{
    private const string Home = "aaaaaaaa-1111-2222-3333-444444444444";
    private const string Other = "cccccccc-1111-2222-3333-444444444444";
    private const string Channel = "19:data@thread.tacv2";
    private static readonly Person Priya = new(Home, "Priya Nair", 1);
    private static readonly Person Bo = new(Home, "Bo Lund", 2);
    private static readonly Person Mia = new(Home, "Mia Keller", 3);
    private static readonly Person Eve = new(Other, "Eve Stone", 4);
    private TeamsRig rig = null!;

    public async Task InitializeAsync() => rig = await TeamsRig.StartAsync(Home, Other);

    public async Task DisposeAsync()
    {
        Assert.Empty(rig.Teams.Complaints);
        await rig.DisposeAsync();
    }

    [Fact]
    public async Task From_an_ask_to_an_introduction_with_a_first_message_ready_to_send()
    {
        await SettleAsync();
        await rig.SayAsync(Priya, "I need help with a Postgres migration");
        await rig.SeesAsync(Priya, "a Postgres migration");
        var pressed = await rig.PressAsync(Priya, "Ask them");
        Assert.Equal(("application/vnd.microsoft.activity.message", 200), (pressed.GetProperty("type").GetString(), pressed.GetProperty("statusCode").GetInt32()));
        await rig.SeesAsync(Bo, "could use a hand");
        await rig.PressAsync(Bo, "I can help");
        await rig.SeesAsync(Priya, "is up for helping");
        await rig.PressAsync(Priya, "Yes, please");
        await rig.SeesAsync(Priya, "would you start");

        var link = rig.Teams.In(Priya.Private).SelectMany(m => TeamsCards.Objects(m.Card)).Single(o => TeamsCards.TypeOf(o) == "Action.OpenUrl").GetProperty("url").GetString()!;
        Assert.StartsWith("https://teams.microsoft.com/l/chat/0/0?users=bo%40aa.example&message=Hi%20Bo%20Lund", link, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Teams.Messages, m => m.Conversation != Priya.Private && m.Conversation != Bo.Private);
    }

    [Fact]
    public async Task Where_Teams_does_not_tell_how_somebody_is_found_the_introduction_says_what_to_do()
    {
        await SettleAsync();
        rig.Teams.Mishaps = call => call.Contains("pagedmembers", StringComparison.Ordinal) ? TeamsServer.Error(404, "ConversationNotFound") : null;
        await rig.SayAsync(Priya, "I need help with a Postgres migration");
        await rig.PressAsync(Priya, "Ask them");
        await rig.PressAsync(Bo, "I can help");
        await rig.PressAsync(Priya, "Yes, please");
        await rig.SeesAsync(Priya, "look for their name and write to them");
        Assert.DoesNotContain(rig.Teams.In(Priya.Private).SelectMany(m => TeamsCards.Objects(m.Card)), o => TeamsCards.TypeOf(o) == "Action.OpenUrl");
    }

    [Fact]
    public async Task Whoever_answered_in_a_channel_and_never_spoke_in_private_is_found_there()
    {
        await SettleAsync();
        rig.Teams.Installed.Add(Mia);
        await rig.SayAsync(Priya, "I need help with the Kafka upgrade", Channel);
        await rig.PressAsync(Mia, "I can help", Channel);
        rig.Teams.Mishaps = call => call.Contains("pagedmembers", StringComparison.Ordinal) ? TeamsServer.Error(404, "ConversationNotFound") : null;
        await rig.PressAsync(Priya, "Yes, please");
        await Eventually.Is(() => rig.Teams.In(Priya.Private).SelectMany(m => TeamsCards.Objects(m.Card))
            .Any(o => TeamsCards.TypeOf(o) == "Action.OpenUrl" && o.GetProperty("url").GetString()!.Contains("mia%40aa.example", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_ask_is_corrected_in_a_dialog_and_in_the_chat_and_its_card_is_edited_in_place()
    {
        await SettleAsync();
        await rig.SayAsync(Priya, "I need help with a Postgres migration");
        var dialog = await rig.OpenAsync(Priya, "Edit");
        Assert.Empty(TeamsCards.Complaints(dialog));
        var again = await rig.SubmitAsync(Priya, dialog, "task/submit", ("need", ""));
        Assert.Equal("continue", again.GetProperty("task").GetProperty("type").GetString());

        Assert.Equal(JsonValueKind.Undefined, (await rig.SubmitAsync(Priya, dialog, "task/submit", ("need", "help with a Kafka upgrade"))).ValueKind);
        await Eventually.Is(() => rig.Teams.In(Priya.Private).Any(m => m.Edits > 0 && m.Says("a Kafka upgrade")));
        Assert.DoesNotContain(rig.Teams.In(Priya.Private), m => m.Edits == 0 && m.Says("you're looking for help with a Kafka upgrade"));
    }

    [Fact]
    public async Task Words_that_are_edited_or_deleted_change_the_ask_that_came_of_them()
    {
        await SettleAsync();
        var said = rig.From(Priya, "message", new JsonObject { ["text"] = "I need help with a Postgres migration" });
        await rig.PostAsync(said);
        await rig.SeesAsync(Priya, "a Postgres migration");
        var edit = rig.From(Priya, "messageUpdate", new JsonObject { ["text"] = "I need help with a Kafka upgrade" });
        (edit["id"], edit["channelData"]!["eventType"]) = (said["id"]!.DeepClone(), "editMessage");
        await rig.PostAsync(edit);
        await Eventually.Is(() => rig.Teams.In(Priya.Private).Any(m => m.Edits > 0 && m.Says("a Kafka upgrade")));

        var deletion = rig.From(Priya, "messageDelete", []);
        deletion["id"] = said["id"]!.DeepClone();
        await rig.PostAsync(deletion);
        await Eventually.Is(() => rig.Teams.In(Priya.Private).Any(m => m.Edits > 1));
    }

    [Fact]
    public async Task What_was_asked_in_a_channel_and_deleted_is_gone_from_it()
    {
        await DeleteInChannelAsync();
        await Eventually.Is(() => !rig.Teams.In(Channel).Any(m => m.OnlyFor is null));
        await rig.SeesAsync(Priya, "Withdrawn: a Postgres migration");
    }

    [Fact]
    public async Task Where_Teams_lets_nobody_delete_the_words_are_gone_all_the_same()
    {
        rig.Teams.Mishaps = call => call.StartsWith("DELETE", StringComparison.Ordinal) ? TeamsServer.Error(501, "DeleteActivityAPINotImplemented") : null;
        await DeleteInChannelAsync();
        await Eventually.Is(() => Assert.Single(rig.Teams.In(Channel), m => m.OnlyFor is null).Says("took it back"));
        Assert.False(rig.Teams.In(Channel).Single(m => m.OnlyFor is null).Says("Postgres"));
    }

    [Fact]
    public async Task The_words_are_gone_even_where_so_much_was_said_that_only_one_call_may_be_made_at_a_time()
    {
        await SettleAsync();
        for (var i = 0; i < 8; i++)
            await rig.SayAsync(Bo, "help", Channel);
        rig.Teams.Mishaps = call => call.StartsWith("DELETE", StringComparison.Ordinal) ? TeamsServer.Error(501, "DeleteActivityAPINotImplemented") : null;
        await DeleteInChannelAsync();
        await Eventually.Is(() => rig.Teams.In(Channel).Any(m => m.Says("took it back")));
        Assert.InRange(rig.Teams.Calls.Count(c => c.StartsWith("DELETE", StringComparison.Ordinal)), 1, 3);
    }

    [Fact]
    public async Task What_somebody_else_deleted_before_needs_no_deleting()
    {
        rig.Teams.Mishaps = call => call.StartsWith("DELETE", StringComparison.Ordinal) ? TeamsServer.Error(404, "ActivityNotFoundInConversation") : null;
        await DeleteInChannelAsync();
        await Eventually.Is(() => rig.Teams.Calls.Any(c => c.StartsWith("DELETE", StringComparison.Ordinal)));
        await rig.QuietAsync();
        Assert.DoesNotContain(rig.Teams.In(Channel), m => m.OnlyFor is null && m.Edits > 0);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    public async Task An_ask_that_cannot_stand_in_its_channel_goes_on_in_private_and_its_author_hears_so_once(int status, string error)
    {
        await SettleAsync();
        rig.Teams.Mishaps = call => call.StartsWith("POST", StringComparison.Ordinal) && Uri.UnescapeDataString(call).Contains(Channel, StringComparison.Ordinal) ? TeamsServer.Error(status, error) : null;
        await rig.SayAsync(Priya, "I need help with a Postgres migration", Channel);
        await rig.SeesAsync(Priya, "I couldn't post in");
        await Eventually.Is(() => rig.Teams.In(Priya.Private).Any(m => m.Edits > 0 && m.Says("only people I ask see it")));
        await rig.PressAsync(Priya, "Ask them");
        await rig.SeesAsync(Bo, "could use a hand");
        Assert.Empty(rig.Teams.In(Channel));
        Assert.Single(rig.Teams.In(Priya.Private), m => m.Says("I couldn't post in"));
    }

    [Fact]
    public async Task In_a_channel_an_ask_stands_in_its_thread_and_what_is_for_one_is_seen_by_one()
    {
        await SettleAsync();
        await rig.SayAsync(Priya, "I need help with a Postgres migration", Channel);
        await Eventually.Is(() => rig.Teams.In(Channel).Any(m => m.OnlyFor is null && m.Conversation.Contains(";messageid=", StringComparison.Ordinal) && m.Says("a Postgres migration")));
        await rig.PressAsync(Bo, "I can help", Channel);
        await rig.SeesAsync(Priya, "is up for helping");
        await rig.SayAsync(Mia, "help", Channel);
        await Eventually.Is(() => rig.Teams.In(Channel).Any(m => m.OnlyFor == Mia.Directory));
        Assert.DoesNotContain(rig.Teams.In(Channel), m => m.OnlyFor is null && m.Says("Good that you ask"));
    }

    [Fact]
    public async Task What_Teams_cannot_show_to_one_person_is_told_in_private_and_never_aloud()
    {
        await SettleAsync();
        rig.Teams.Mishaps = call => call.Contains("isTargetedActivity", StringComparison.Ordinal) ? TeamsServer.Error(400, "BadArgument") : null;
        await rig.SayAsync(Bo, "help", Channel);
        await rig.SeesAsync(Bo, "Good that you ask");
        await rig.SayAsync(Mia, "help", Channel);
        await Eventually.Is(() => rig.Teams.In(Channel).Any(m => m.Says("only for you")));
        Assert.DoesNotContain(rig.Teams.In(Channel), m => m.Says("Good that you ask"));
    }

    [Fact]
    public async Task Installed_in_a_team_it_introduces_itself_once_by_name_and_gets_to_know_everybody_without_a_word()
    {
        rig.Teams.Conversations[(Home, Channel)] = [Priya, Bo, Mia];
        await rig.PostAsync(rig.From(Priya, "installationUpdate", new JsonObject { ["action"] = "add" }, Channel));
        await rig.PostAsync(rig.From(Priya, "conversationUpdate", new JsonObject { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:" + Publisher.AppId }) }, Channel));
        await Eventually.Is(() => rig.Teams.In(Channel).Any(m => m.Says("Priya Nair added me here")));
        await Eventually.Is(() => rig.Teams.Calls.Count(c => c.Contains("pagedmembers", StringComparison.Ordinal)) == 2);
        await rig.PostAsync(rig.From(Priya, "installationUpdate", new JsonObject { ["action"] = "add-upgrade" }, Channel));
        Assert.Single(rig.Teams.Messages);
    }

    [Fact]
    public async Task Somebody_who_never_spoke_is_asked_in_a_private_chat_that_is_begun_for_it()
    {
        await SettleAsync();
        rig.Teams.Installed.Add(Mia);
        await rig.PostAsync(rig.From(Priya, "conversationUpdate", new JsonObject { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Mia.Account, ["aadObjectId"] = Mia.Directory }) }, Channel));
        await rig.SayAsync(Priya, "I need help with a Postgres migration");
        var dialog = await rig.OpenAsync(Priya, "Pick others");
        await rig.SubmitAsync(Priya, dialog, "task/submit", ("people", Mia.Directory));
        await rig.SeesAsync(Mia, "could use a hand");
    }

    [Fact]
    public async Task Nobody_puts_their_ask_where_they_are_not_themselves()
    {
        const string Board = "19:board@thread.tacv2";
        await SettleAsync();
        rig.Teams.Conversations[(Home, Board)] = [Bo];
        await rig.SayAsync(Bo, "help", Board);
        await rig.SayAsync(Priya, "I need help with a Postgres migration");
        var dialog = await rig.OpenAsync(Priya, "Ask in a channel");
        // As the dialog gave it, but for what says which field holds a channel.
        var data = JsonNode.Parse(dialog.GetProperty("actions")[0].GetProperty("data").GetRawText())!.AsObject();
        data["connector"]!.AsObject().Remove("channels");
        (data["channel"], data["channelName"]) = ($"teams:{Home}:{Board}", "board");
        await rig.InvokeAsync(Priya, "task/submit", new JsonObject { ["data"] = data.DeepClone() });
        await rig.InvokeAsync(Priya, "task/fetch", new JsonObject { ["data"] = data.DeepClone() });
        await rig.InvokeAsync(Priya, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = data }, ["trigger"] = "manual" });
        await rig.QuietAsync();
        Assert.DoesNotContain(rig.Teams.In(Board), m => m.Says("a Postgres migration"));
    }

    [Fact]
    public async Task Whoever_is_picked_is_the_same_person_by_either_id()
    {
        await SettleAsync();
        var value = new JsonObject { ["commandId"] = "sendThanks" };
        var fetched = await rig.InvokeAsync(Priya, "composeExtension/fetchTask", value, "19:elsewhere@thread.v2");
        var dialog = fetched.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content");
        await rig.SubmitAsync(Priya, dialog, "composeExtension/submitAction", ("to", Bo.Account), ("did", "You found the index that was missing on the orders page."), ("changed", "It opens in a second."));
        await rig.SeesAsync(Bo, "the index that was missing");
    }

    [Fact]
    public async Task The_message_extension_makes_an_ask_of_a_message_where_Connector_has_no_part()
    {
        await SettleAsync();
        var value = new JsonObject { ["commandId"] = "askAboutMessage", ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>who knows <b>Postgres</b>?</p>" } } };
        var fetched = await rig.InvokeAsync(Priya, "composeExtension/fetchTask", value, "19:elsewhere@thread.v2");
        var dialog = fetched.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content");
        Assert.Contains("who knows Postgres?", dialog.GetRawText(), StringComparison.Ordinal);
        await rig.SubmitAsync(Priya, dialog, "composeExtension/submitAction", ("need", "help with Postgres"));
        await rig.SeesAsync(Priya, "help with Postgres");
    }

    [Fact]
    public async Task Two_tenants_know_nothing_of_one_another()
    {
        await SettleAsync();
        await rig.InstallAsync(Eve);
        await rig.SayAsync(Priya, "I need help with a Postgres migration");
        await rig.SeesAsync(Priya, "a Postgres migration");
        await Eventually.Is(() => rig.Teams.In(Priya.Private).Any(m => m.Button("Withdraw") is not null));
        var theirs = rig.Teams.In(Priya.Private).Last(m => m.Button("Withdraw") is not null).Button("Withdraw")!.Value;
        await rig.InvokeAsync(Eve, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["data"] = JsonNode.Parse(theirs.GetRawText()) }, ["trigger"] = "manual" });
        await rig.SayAsync(Eve, "I need help with a Postgres migration");
        await rig.SeesAsync(Eve, "a Postgres migration");
        Assert.DoesNotContain(rig.Teams.In(Eve.Private), m => m.Says("Bo Lund") || m.Says("Priya"));
        Assert.DoesNotContain(rig.Teams.In(Priya.Private), m => m.Says("withdrawn"));
    }

    [Fact]
    public async Task A_guest_is_answered_politely_and_told_nothing()
    {
        await SettleAsync();
        var guest = new Person(Home, "Gus Guest", 9) { IsGuest = true };
        await rig.InstallAsync(guest);
        await rig.SayAsync(guest, "I need help with a Postgres migration");
        await Eventually.Is(() => rig.Teams.In(guest.Private).Count > 1);
        Assert.DoesNotContain(rig.Teams.In(guest.Private), m => m.Says("Bo Lund"));
    }

    [Fact]
    public async Task A_dead_token_is_replaced_once_and_a_busy_Teams_is_waited_for()
    {
        await SettleAsync();
        rig.Teams.ForgetTokens();
        var busy = 2;
        rig.Teams.Mishaps = call => call.StartsWith("POST", StringComparison.Ordinal) && Interlocked.Decrement(ref busy) >= 0 ? TeamsServer.Error(412, "PreconditionFailed") : null;
        await rig.SayAsync(Bo, "status");
        await Eventually.Is(() => rig.Teams.In(Bo.Private).Count > 2);
    }

    [Fact]
    public async Task When_Teams_asks_for_silence_it_is_kept_and_nothing_is_lost_or_said_twice()
    {
        await SettleAsync();
        var asked = 0L;
        rig.Teams.Mishaps = call =>
        {
            if (!call.StartsWith("POST", StringComparison.Ordinal) || !call.Contains(Bo.Private, StringComparison.Ordinal) || Interlocked.CompareExchange(ref asked, TimeProvider.System.GetTimestamp(), 0) != 0)
                return null;
            return new Silence(TimeSpan.FromSeconds(1));
        };
        var before = rig.Teams.In(Bo.Private).Count;
        await rig.SayAsync(Bo, "status");
        await rig.SayAsync(Bo, "help");
        await Eventually.Is(() => rig.Teams.In(Bo.Private).Count == before + 2);
        Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.FromSeconds(1), TimeSpan.MaxValue);
        await rig.QuietAsync();
        Assert.Equal(before + 2, rig.Teams.In(Bo.Private).Count);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_no_token_goes_where_it_points()
    {
        await SettleAsync();
        await using var sink = await TeamsServer.StartAsync();
        rig.Teams.Mishaps = call => call.StartsWith("POST", StringComparison.Ordinal) ? Microsoft.AspNetCore.Http.Results.Redirect(sink.ServiceUrl(Home) + "v3/conversations", preserveMethod: true) : null;
        var calls = rig.Teams.Calls.Count;
        await rig.SayAsync(Bo, "status");
        await Eventually.Is(() => rig.Teams.Calls.Count > calls);
        Assert.Empty(sink.Calls);
    }

    private async Task DeleteInChannelAsync()
    {
        await SettleAsync();
        var said = rig.From(Priya, "message", new JsonObject { ["text"] = "<at>Connector</at> I need help with a Postgres migration" }, Channel);
        said["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Connector</at>", ["mentioned"] = new JsonObject { ["id"] = "28:" + Publisher.AppId } });
        await rig.PostAsync(said);
        await Eventually.Is(() => rig.Teams.In(Channel).Any(m => m.OnlyFor is null && m.Says("a Postgres migration")));
        await rig.SeesAsync(Priya, "I found one good match");
        var deletion = rig.From(Priya, "messageDelete", [], Channel, $"{said["id"]}");
        deletion["id"] = said["id"]!.DeepClone();
        await rig.PostAsync(deletion);
    }

    private async Task SettleAsync()
    {
        rig.Teams.Conversations[(Home, Channel)] = [Priya, Bo, Mia];
        Assert.Equal(HttpStatusCode.Accepted, (await rig.InstallAsync(Priya)).Item1);
        await rig.InstallAsync(Bo);
        await rig.SeesAsync(Bo, "good to meet you");
        await rig.SayAsync(Bo, "I know about Postgres");
        await Eventually.Is(() => rig.Teams.In(Bo.Private).Count > 1);
        await rig.SeesAsync(Priya, "good to meet you");
    }
}
