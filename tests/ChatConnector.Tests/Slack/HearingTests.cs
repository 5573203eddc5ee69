using System.Text;
using System.Text.Json;
using ChatConnector.Engine;
using ChatConnector.Engine.Hearing;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Slack;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Tests.Slack;

/// <summary>Every payload there is a sample of is heard as what it is, or as nothing.</summary>
public class HearingTests
{
    internal static readonly Surroundings Around = new(new ManualTime(), () => new Guid(1, 2, 3, new byte[8]));

    /// <summary>Sample, and what is heard: kind of meaning, who, where, what.</summary>
    public static TheoryData<string, string> Samples => new()
    {
        { "events/app_mention.json", "Said W222 in C111~1595926230.009600: Words Hi there!" },
        { "events/app_mention.shared_channel.json", "Said W222 in C111~1595926230.009600: Words Hi there!" },
        { "events/app_uninstalled.json", "Uninstalled 2020-09-09T02:01:21Z" },
        { "events/app_uninstalled.org_install.json", "Uninstalled 2020-12-01T06:59:34Z" },
        { "events/member_joined_channel.json", "Nothing" },
        { "events/member_left_channel.json", "Nothing" },
        { "events/message.bot.json", "Nothing" },
        { "events/message.bot_message_subtype.json", "Nothing" },
        { "events/message.channel.json", "Nothing" },
        { "events/message.file_share.json", "Nothing" },
        { "events/message.thread_broadcast.json", "Nothing" },
        { "events/message_changed.json", "Nothing" },
        { "events/message_deleted.json", "Nothing" },
        { "events/org_app.event.json", "Nothing" },
        { "events/reaction_added.shared_channel.json", "Nothing" },
        { "events/tokens_revoked.json", "Revoked UXXXXXXXX 2020-09-09T02:01:21Z" },
        { "events/url_verification.json", "Nothing" },
        { "composed/app_home_opened.json", "Said U0001 in private: OpenedHome" },
        { "composed/app_mention.external_user.json", "Nothing" },
        { "composed/app_mention.org_install.json", "Said W0001 in C0001~1788264000.000900: Words hi" },
        { "composed/app_rate_limited.json", "Nothing" },
        { "composed/app_uninstalled.json", "Uninstalled 2026-09-01T12:00:00Z" },
        { "composed/block_actions.home.json", "Nothing" },
        { "composed/member_joined_channel.self.json", "Said U0001 in C0001: Added" },
        { "composed/message.im.from_own_bot.json", "Nothing" },
        { "composed/message.im.json", "Said U0001 in private: Words help & tips for <new> folks, ask <@slack:T0001:U0002> in #general" },
        { "composed/message_changed.im.from_own_bot.json", "Nothing" },
        { "composed/message_changed.im.json", "Said U0001 in private: Corrected slack/T0001/D0001/1788264000.000100: help & tips for <new> folks, ask <@slack:T0001:U0003>" },
        { "composed/message_changed.im.tombstone.json", "Said U0001 in private: TakenBack slack/T0001/D0001/1788264000.000100" },
        { "composed/message_changed.im.unfurl.json", "Nothing" },
        { "composed/message_deleted.im.json", "Said U0001 in private: TakenBack slack/T0001/D0001/1788264000.000100" },
        { "composed/socket.ack.json", "Nothing" },
        { "composed/socket.disconnect.json", "Nothing" },
        { "composed/socket.hello.json", "Nothing" },
        { "composed/socket.events_api.json", "Said U0001 in C0001~1788264000.000900: Words hi" },
        { "composed/team_join.json", "Said U0099 in private: Joined New Person, Europe/Berlin" },
        { "composed/tokens_revoked.json", "Revoked U0BOT 2026-09-01T12:00:00Z" },
        { "composed/user_change.deactivated.json", "Said U0001 in private: Left" },
        { "interactivity/block_actions.message.json", "Nothing" },
        { "interactivity/block_suggestion.json", "Nothing" },
        { "interactivity/message_action.json", "Nothing" },
        { "interactivity/shortcut.global.json", "Nothing" },
        { "interactivity/slash_command.form.txt", "Wants W111 in C111 (random): Command hello-world Hi" },
        { "interactivity/view_closed.json", "Nothing" },
        { "interactivity/view_submission.json", "Nothing" },
        { "interactivity/view_submission.response_urls.json", "Nothing" },
        { "interactivity/view_submission.shared_channel.json", "Nothing" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_heard_as_what_it_is(string sample, string heard) => Assert.Equal(heard, Say(Hear(sample)));

    [Fact]
    public void Every_sample_is_in_the_table()
    {
        var table = Samples.Select(row => (string)((object[])row)[0]).ToHashSet();
        var files = System.IO.Directory.GetFiles(Path.Combine(Repository.Slack, "Samples"), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Path.Combine(Repository.Slack, "Samples"), f).Replace('\\', '/'))
            .Where(f => f.Contains('/', StringComparison.Ordinal) && !f.StartsWith("event-skeletons", StringComparison.Ordinal));
        Assert.Empty(files.Except(table));
    }

    [Fact]
    public void Event_skeletons_without_values_are_nothing_but_removals()
    {
        foreach (var file in System.IO.Directory.GetFiles(Path.Combine(Repository.Slack, "Samples", "event-skeletons")))
        {
            using var envelope = JsonDocument.Parse(File.ReadAllText(file));
            var meaning = new EventHearing(Around).Hear(envelope.RootElement, At("T1"));
            Assert.True(meaning is Meaning.Nothing or Meaning.Uninstalled or Meaning.Revoked, file);
        }
    }

    [Theory]
    [InlineData("<@U0BOT> can *anyone* help?", "can *anyone* help?")]
    [InlineData("ask <@U0002> or <@U0003|sam>", "ask <@slack:T1:U0002> or <@slack:T1:U0003>")]
    [InlineData("see <#C1|data> and <#C2> and <#C3|>", "see #data and a channel and a channel")]
    [InlineData("<!here> <!channel> <!everyone> <!subteam^S1|@crew> <!subteam^S1>", "@here @channel @everyone @crew @group")]
    [InlineData("<https://a.example/x?y=1&amp;z=2>", "https://a.example/x?y=1&z=2")]
    [InlineData("<https://a.example|a.example>", "https://a.example")]
    [InlineData("<https://evil.example|the bank>", "the bank (https://evil.example)")]
    [InlineData("<mailto:a@b.example|a@b.example>", "a@b.example")]
    [InlineData("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2")]
    [InlineData("&amp;lt;!here&amp;gt;", "&lt;!here&gt;")]
    [InlineData("a < b", "a < b")]
    [InlineData("<@not an id> <@> <>", "@not an id @")]
    [InlineData("<!date^1392734382^{date} at {time}|some day>", "some day")]
    public void Marks_become_what_people_read(string text, string words) => Assert.Equal(words, Tokens.ToWords(text, "T1", "U0BOT"));

    [Theory]
    [InlineData("""{"subtype":"message_changed"}""")]
    [InlineData("""{"subtype":"channel_join"}""")]
    [InlineData("""{"bot_id":"B1"}""")]
    [InlineData("""{"hidden":true}""")]
    [InlineData("""{"edited":{"user":"U1"}}""")]
    [InlineData("""{"user":"U0BOT"}""")]
    [InlineData("""{"user":null}""")]
    [InlineData("""{"user":"U 1"}""")]
    [InlineData("""{"user_team":"T2"}""")]
    [InlineData("""{"channel_type":"channel"}""")]
    public void What_is_no_new_word_of_ours_in_private_is_not_heard(string change) =>
        Assert.IsType<Meaning.Nothing>(new EventHearing(Around).Hear(Event($$"""{"type":"message","channel_type":"im","user":"U1","text":"hi","ts":"1.2","channel":"D1"}""", change), At("T1")));

    [Fact]
    public void A_message_with_a_file_is_heard_for_its_words() =>
        Assert.IsType<Meaning.Said>(new EventHearing(Around).Hear(Event("""{"type":"message","channel_type":"im","user":"U1","text":"hi","channel":"D1"}""", """{"subtype":"file_share"}"""), At("T1")));

    [Fact]
    public void A_mention_where_other_organizations_read_along_is_answered_in_private()
    {
        var envelope = Event("""{"type":"app_mention","user":"U1","user_team":"T1","text":"<@U0BOT> hi","ts":"1.2","channel":"C1"}""", "{}", """{"is_ext_shared_channel":true}""");
        Assert.Equal("Said U1 in private: Words hi", Say(new EventHearing(Around).Hear(envelope, At("T1"))));
    }

    [Theory]
    [InlineData("""{"user_team":"T2"}""", """{"is_ext_shared_channel":true}""")]
    [InlineData("""{"team":"T2"}""", "{}")]
    [InlineData("{}", """{"is_ext_shared_channel":true}""")]
    public void Somebody_of_another_organization_is_not_heard(string change, string envelope) =>
        Assert.IsType<Meaning.Nothing>(new EventHearing(Around).Hear(Event("""{"type":"app_mention","user":"U1","text":"hi","ts":"1.2","channel":"C1"}""", change, envelope), At("T1")));

    [Fact]
    public void The_same_event_has_the_same_id_and_another_has_another()
    {
        var sample = Hear("composed/message.im.json");
        Assert.Equal("slack/Ev0001", Assert.IsType<Meaning.Said>(sample).Message.Id.Text);
        Assert.Equal(((Meaning.Said)sample).Message.Id, ((Meaning.Said)Hear("composed/message.im.json")).Message.Id);
    }

    [Fact]
    public void A_pressed_button_is_its_act_where_it_was_pressed()
    {
        var heard = Interaction(Pressed(new Act(Verb.OfferHelp, new AskId("a1")), """{"channel":{"id":"C1","name":"data"},"container":{"type":"message","channel_id":"C1","message_ts":"9.9","thread_ts":"8.8"}}"""));
        var wants = Assert.IsType<Meaning.Wants>(heard);
        Assert.Equal(new Place(PlaceKind.Channel, "slack:T1:C1", "data", "8.8"), wants.Message.Place);
        Assert.Equal(new Act(Verb.OfferHelp, new AskId("a1")), Assert.IsType<Said.Acted>(wants.Message.Said).Act);
        Assert.Equal("1.2.3", wants.Trigger);
    }

    [Theory]
    [InlineData("""{"channel":{"id":"D1","name":"directmessage"}}""")]
    [InlineData("""{"container":{"type":"view","view_id":"V1"}}""")]
    public void A_button_in_private_or_at_home_is_pressed_in_private(string where) =>
        Assert.Equal(Place.PrivateWith(new TeammateId("slack:T1:U1")), Assert.IsType<Meaning.Wants>(Interaction(Pressed(new Act(Verb.ListAsks), where))).Message.Place);

    [Theory]
    [InlineData("""{"user":{"id":"U1","team_id":"T2"}}""")]
    [InlineData("""{"user":{"id":"U1","team_id":"T2"},"team":{"id":"T1"}}""")]
    [InlineData("""{"user":{"id":"U1"},"team":{"id":"T2"}}""")]
    [InlineData("""{"user":{"id":"","team_id":"T1"}}""")]
    [InlineData("""{"user":null}""")]
    [InlineData("""{"trigger_id":""}""")]
    [InlineData("""{"actions":[{"value":"click_me_123"}]}""")]
    [InlineData("""{"actions":null}""")]
    [InlineData("""{"actions":{}}""")]
    [InlineData("""{"type":"block_suggestion"}""")]
    public void A_press_that_is_not_for_us_is_nothing(string change) =>
        Assert.IsType<Meaning.Nothing>(Interaction(Pressed(new Act(Verb.ListAsks), change)));

    [Fact]
    public void A_submitted_form_is_its_act_with_every_field_where_the_form_was_opened()
    {
        var place = new Place(PlaceKind.Channel, "slack:T1:C1", "data", "8.8");
        var submits = Assert.IsType<Meaning.Submits>(Interaction(Submitted(Places.Write(new Act(Verb.PostAsk, Detail: "form"), place))));
        var act = Assert.IsType<Said.Acted>(submits.Message.Said).Act;
        Assert.Equal(place, submits.Message.Place);
        Assert.Equal((Verb.PostAsk, "form"), (act.Verb, act.Detail));
        Assert.Equal("move <!channel> reports", act.Field(Fields.Need));
        Assert.Equal("", act.Field(Fields.Goal));
        Assert.Equal("Longer", act.Field(Fields.Size));
        Assert.Equal("Thank,Hello", act.Field(Fields.Muted));
        Assert.Equal([new TeammateId("slack:T1:U2"), new TeammateId("slack:T1:U3")], act.People(Fields.People));
        Assert.Equal([new TeammateId("slack:T1:U2")], act.People(Fields.Person));
        Assert.Equal("slack:T1:C9", act.Field(Fields.Channel));
        Assert.Equal("2026-11-26", act.Field(Fields.Date));
    }

    [Fact]
    public void Submitting_again_is_the_same_submission_and_a_corrected_form_is_another()
    {
        var metadata = Places.Write(new Act(Verb.PostAsk), Place.PrivateWith(new TeammateId("slack:T1:U1")));
        MessageId Id(string need) => Assert.IsType<Meaning.Submits>(Interaction(Submitted(metadata, need))).Message.Id;
        Assert.Equal(Id("one"), Id("one"));
        Assert.NotEqual(Id("one"), Id("two"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"Submits":null,"Place":null}""")]
    [InlineData("""{"Submits":"PostAsk|||"}""", true)]
    [InlineData("""{"Submits":"PostAsk|||","Place":{"Kind":1,"Id":"slack:T2:C1","Name":"theirs"}}""", true)]
    [InlineData("""{"Submits":"PostAsk|||","Place":{"Kind":0,"Id":"slack:T1:U2","Name":""}}""", true)]
    public void A_form_cannot_lead_to_a_place_of_somebody_else(string metadata, bool isOurs = false)
    {
        var heard = Interaction(Submitted(metadata));
        if (isOurs)
            Assert.Equal(Place.PrivateWith(new TeammateId("slack:T1:U1")), Assert.IsType<Meaning.Submits>(heard).Message.Place);
        else
            Assert.IsType<Meaning.Nothing>(heard);
    }

    [Fact]
    public void A_form_fits_its_origin_into_what_Slack_lets_it_carry() =>
        Assert.InRange(Places.Write(new Act(Verb.PostAsk, new AskId(new string('a', 32)), new TeammateId(new string('b', 60)), new string('c', 100)), new Place(PlaceKind.Channel, new string('d', 60), new string('ü', 80), "1788264000.000900")).Length, 1, 3000);

    [Fact]
    public void Shortcuts_begin_an_ask()
    {
        var about = Interaction("""
            {"type":"message_action","callback_id":"ask_about_message","trigger_id":"1.2.3","user":{"id":"U1"},"team":{"id":"T1"},"channel":{"id":"C1","name":"data"},
             "message_ts":"7.7","message":{"text":"who knows <https://x.example|x>?","ts":"7.7"}}
            """);
        var wants = Assert.IsType<Meaning.Wants>(about);
        Assert.Equal("who knows x (https://x.example)?", ((Said.Acted)wants.Message.Said).Act.Field(Fields.Text));
        Assert.Equal(new Place(PlaceKind.Channel, "slack:T1:C1", "data", "7.7"), wants.Message.Place);
        var anywhere = Interaction("""{"type":"shortcut","callback_id":"ask_for_a_hand","trigger_id":"1.2.3","user":{"id":"U1","team_id":"T1"},"team":{"id":"T1"}}""");
        Assert.Equal(new Act(Verb.WriteAsk).ToButtonValue(), ((Said.Acted)Assert.IsType<Meaning.Wants>(anywhere).Message.Said).Act.ToButtonValue());
    }

    [Theory]
    [InlineData("""{"is_restricted":true}""", true)]
    [InlineData("""{"is_ultra_restricted":true}""", true)]
    [InlineData("{}", false)]
    public void A_guest_is_outside(string change, bool outside)
    {
        var joined = Assert.IsType<Said.Joined>(ChatConnector.Slack.Hearing.Directory.Read(Json("""{"id":"U1","team_id":"T1","name":"sam","tz":"Europe/Berlin","profile":{"display_name":"Sam","real_name":"Samantha","title":"Engineer"}}""", change), At("T1")));
        Assert.Equal(new DirectoryEntry("Sam", "Engineer", null, "Europe/Berlin", outside), joined.Entry);
    }

    [Theory]
    [InlineData("""{"is_bot":true}""")]
    [InlineData("""{"is_stranger":true}""")]
    [InlineData("""{"team_id":"T2"}""")]
    [InlineData("""{"team_id":null}""")]
    [InlineData("""{"team_id":"T2","enterprise_user":{"enterprise_id":"E1","teams":["T2","T3"]}}""")]
    [InlineData("""{"id":"USLACKBOT"}""")]
    [InlineData("""{"id":null}""")]
    public void Bots_and_strangers_are_not_in_our_directory(string change) =>
        Assert.Null(ChatConnector.Slack.Hearing.Directory.Read(Json("""{"id":"U1","team_id":"T1","name":"sam"}""", change), At("T1")));

    [Theory]
    [InlineData("T1", """{"team_id":"T2","enterprise_user":{"enterprise_id":"E1","teams":["T2","T1"]}}""", true)]
    [InlineData("E1", """{"team_id":"T2","enterprise_user":{"enterprise_id":"E1","teams":["T2"]}}""", true)]
    [InlineData("E1", """{"team_id":"T9","enterprise_user":{"enterprise_id":"E9","teams":["T9"]}}""", false)]
    // Who is seen in a shared channel is no stranger to Slack.
    [InlineData("E1", """{"team_id":"T9","is_stranger":false}""", false)]
    public void Of_an_enterprise_those_are_ours_who_belong_to_it_and_of_a_workspace_those_who_are_in_it_too(string at, string change, bool isOurs) =>
        Assert.Equal(isOurs, ChatConnector.Slack.Hearing.Directory.Read(Json("""{"id":"U1","name":"sam"}""", change), At(at)) is not null);

    internal static Meaning Hear(string sample)
    {
        var text = Repository.Sample(sample);
        if (sample.EndsWith(".txt", StringComparison.Ordinal))
        {
            var command = SlashCommand.Read(new FormBody(Encoding.UTF8.GetBytes(text.Trim())));
            return new CommandHearing(Around).Hear(command, At(command.Workspace));
        }

        using var document = JsonDocument.Parse(text);
        var payload = document.RootElement.Get("payload") is { ValueKind: JsonValueKind.Object } inner ? inner.Clone() : document.RootElement.Clone();
        return sample.StartsWith("interactivity", StringComparison.Ordinal) || sample.Contains("block_actions", StringComparison.Ordinal)
            ? new InteractionHearing(Around).Hear(payload, At(Sender.WorkspaceOfInteraction(payload)))
            : new EventHearing(Around).Hear(payload, At(Sender.WorkspaceOfEvent(payload), payload));
    }

    internal static Install At(string workspace, JsonElement envelope = default)
    {
        var self = ForeignJson.Either(envelope.Items("authorizations").FirstOrDefault().Text("user_id"), envelope.Items("authed_users").FirstOrDefault().Text(), "U0BOT");
        return new Install(workspace, new OrganizationId("slack-" + workspace), self) { IsEnterprise = workspace.StartsWith('E') };
    }

    private static Meaning Interaction(string payload) => Interaction(Json(payload, "{}"));

    private static Meaning Interaction(JsonElement payload) => new InteractionHearing(Around).Hear(payload, At("T1"));

    private static JsonElement Pressed(Act act, string change) => Json(
        $$"""{"type":"block_actions","user":{"id":"U1","team_id":"T1"},"team":{"id":"T1"},"trigger_id":"1.2.3","actions":[{"type":"button","action_id":"press-0","value":"{{act.ToButtonValue()}}"}]}""", change);

    private static JsonElement Submitted(string metadata, string need = "move <!channel> reports") => JsonSerializer.SerializeToElement(new
    {
        type = "view_submission",
        user = new { id = "U1", team_id = "T1" },
        team = new { id = "T1" },
        view = new
        {
            id = "V1",
            private_metadata = metadata,
            state = new
            {
                values = new
                {
                    need = new { value = new { type = "plain_text_input", value = need } },
                    goal = new { value = new { type = "plain_text_input", value = (string?)null } },
                    size = new { value = new { type = "static_select", selected_option = new { value = "Longer" } } },
                    muted = new { value = new { type = "multi_static_select", selected_options = new[] { new { value = "Thank" }, new { value = "Hello" } } } },
                    people = new { value = new { type = "multi_users_select", selected_users = new[] { "U2", "not one of ours", "U3" } } },
                    person = new { value = new { type = "users_select", selected_user = "U2" } },
                    channel = new { value = new { type = "conversations_select", selected_conversation = "C9" } },
                    date = new { value = new { type = "datepicker", selected_date = "2026-11-26" } },
                },
            },
        },
    });

    internal static JsonElement Event(string said, string change, string envelope = "{}") => Json(
        $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":1788264000,"event":{{Json(said, change).GetRawText()}} }""", envelope);

    /// <summary>The first, with what the second says otherwise.</summary>
    internal static JsonElement Json(string json, string change)
    {
        var changed = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject())
            changed[name] = value?.DeepClone();
        return JsonSerializer.SerializeToElement(changed);
    }

    private static string Say(Meaning meaning) => meaning switch
    {
        Meaning.Nothing => "Nothing",
        Meaning.Uninstalled gone => $"Uninstalled {gone.At}",
        Meaning.Revoked gone => $"Revoked {string.Join(',', gone.BotUsers)} {gone.At}",
        Meaning.Said said => $"Said {Say(said.Message)}",
        Meaning.Wants wants => $"Wants {Say(wants.Message)}",
        _ => meaning.GetType().Name,
    };

    private static string Say(Message message)
    {
        var (kind, id, name, thread) = message.Place;
        var place = kind == PlaceKind.Private ? "private" : SlackIds.Parse(id)!.Value.Id + (thread is null ? "" : "~" + thread) + (name.Length > 0 ? $" ({name})" : "");
        return $"{SlackIds.Parse(message.From.Text)!.Value.Id} in {place}: " + message.Said switch
        {
            Said.Words words => $"Words {words.Text}",
            Said.Command command => $"Command {command.Name} {command.Text}",
            Said.Corrected corrected => $"Corrected {corrected.Original}: {corrected.Text}",
            Said.TakenBack takenBack => $"TakenBack {takenBack.Original}",
            Said.Joined joined => $"Joined {joined.Entry.Name}, {joined.Entry.Zone}",
            var other => other.GetType().Name,
        };
    }
}
