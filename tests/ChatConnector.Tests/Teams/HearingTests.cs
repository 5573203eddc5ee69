using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Engine;
using ChatConnector.Engine.Hearing;
using ChatConnector.Runtime;
using ChatConnector.Teams;
using ChatConnector.Teams.Hearing;
using ChatConnector.Teams.Rendering;

namespace ChatConnector.Tests.Teams;

public class HearingTests
{
    private const string Sam = "bbbbbbbb-1111-2222-3333-444444444444";
    private const string Bot = "28:11111111-2222-3333-4444-555555555555";
    private static readonly string[] Odd = ["null", "true", "-1e9", "\"\"", "\"<at>\"", "\"a|b\"", "[]", "[null,[],{}]", "{}", "{\"id\":[]}", "\"28:x\"", "\"99999999999999999999\"", "\"\\u0000\"", "\"channel\"", "\"task/submit\""];
    private static readonly Surroundings Around = new(new ManualTime());

    /// <summary>Every recorded or composed activity, and what it is heard as.</summary>
    public static TheoryData<string, string> Samples => new()
    {
        { "activities/inbound.invoke.adaptiveCard-action.json", "Stale" },
        { "activities/inbound.message.channel-thread-mention.json", "b15a9416 in 19:6848757105754c8981c67612732d9aa7@thread.tacv2~1759881511856: Words reply to thread" },
        { "composed/conversationUpdate.botAdded.team.json", "Arrived" },
        { "composed/conversationUpdate.channelRenamed.json", "Renamed 19:chan@thread.tacv2 Renamed" },
        { "composed/conversationUpdate.userAdded.team.json", "Came 29:1NewMember" },
        { "composed/installationUpdate.add.personal.json", "bbbbbbbb in private: Added" },
        { "composed/installationUpdate.add.team.json", "bbbbbbbb in 19:chan@thread.tacv2: Added" },
        { "composed/installationUpdate.remove.personal.json", "Removed a:1PersonalConversation" },
        { "composed/invoke.adaptiveCard-action.look.json", "Looks at 0123456789abcdef0123456789abcdef" },
        { "composed/invoke.adaptiveCard-action.refresh.json", "Stale" },
        { "composed/invoke.composeExtension-fetchTask.message.json", "Stale" },
        { "composed/invoke.task-fetch.json", "Stale" },
        { "composed/invoke.task-submit.json", "Stale" },
        { "composed/message.channel-mention.json", "bbbbbbbb in 19:chan@thread.tacv2~1788263999000: Words status" },
        { "composed/message.groupChat-mention.json", "bbbbbbbb in 19:grp@thread.v2: Words hi" },
        { "composed/message.personal.json", "bbbbbbbb in private: Words help" },
        { "composed/messageDelete.json", "bbbbbbbb in private: TakenBack" },
        { "composed/messageUpdate.json", "bbbbbbbb in private: Corrected help me" },
        { "playground/conversationUpdate.channelCreated.channel.json", "Renamed 19:ann@thread.tacv2 Announcements" },
        { "playground/conversationUpdate.channelDeleted.channel.json", "Removed 19:ann@thread.tacv2" },
        { "playground/conversationUpdate.channelRenamed.channel.json", "Renamed 19:ann@thread.tacv2 Announcements" },
        { "playground/conversationUpdate.membersAdded-bot-user.personal.json", "Nothing" },
        { "playground/conversationUpdate.membersAdded-bot.groupChat.json", "Arrived" },
        { "playground/conversationUpdate.membersAdded-bot.personal.json", "Nothing" },
        { "playground/conversationUpdate.membersAdded-user.groupChat.json", "Came 29:1alex" },
        { "playground/conversationUpdate.membersAdded-user.personal.json", "Nothing" },
        { "playground/conversationUpdate.membersRemoved-bot.groupChat.json", "Removed 19:groupchat@thread.v2" },
        { "playground/conversationUpdate.membersRemoved-bot.personal.json", "Removed a:1personal" },
        { "playground/conversationUpdate.membersRemoved-user.groupChat.json", "Nothing" },
        { "playground/conversationUpdate.membersRemoved-user.personal.json", "Nothing" },
        { "playground/conversationUpdate.teamDeleted.channel.json", "Nothing" },
        { "playground/conversationUpdate.teamMemberAdded.membersAdded-bot.channel.json", "Arrived" },
        { "playground/conversationUpdate.teamMemberAdded.membersAdded-user.channel.json", "Came 29:1alex" },
        { "playground/conversationUpdate.teamMemberRemoved.membersRemoved-bot.channel.json", "Removed 19:team@thread.tacv2" },
        { "playground/conversationUpdate.teamMemberRemoved.membersRemoved-user.channel.json", "Nothing" },
        { "playground/conversationUpdate.teamRenamed.channel.json", "Nothing" },
        { "playground/installationUpdate.add.channel.json", "00000000 in 19:ann@thread.tacv2: Added" },
        { "playground/installationUpdate.add.groupChat.json", "00000000 in 19:groupchat@thread.v2: Added" },
        { "playground/installationUpdate.add.personal.json", "00000000 in private: Added" },
        { "playground/installationUpdate.remove.channel.json", "Removed 19:team@thread.tacv2" },
        { "playground/installationUpdate.remove.groupChat.json", "Removed 19:groupchat@thread.v2" },
        { "playground/installationUpdate.remove.personal.json", "Removed a:1personal" },
        { "playground/invoke.adaptiveCard_action.personal.json", "Stale" },
        { "playground/invoke.composeExtension_anonymousQueryLink.personal.json", "Unknown composeExtension/anonymousQueryLink" },
        { "playground/invoke.composeExtension_fetchTask.personal.json", "Stale" },
        { "playground/invoke.composeExtension_query.personal.json", "Unknown composeExtension/query" },
        { "playground/invoke.composeExtension_queryLink.personal.json", "Unknown composeExtension/queryLink" },
        { "playground/invoke.composeExtension_submitAction.personal.json", "Stale" },
        { "playground/invoke.message_submitAction.personal.json", "Unknown message/submitAction" },
        { "playground/invoke.task_fetch.personal.json", "Stale" },
        { "playground/invoke.task_submit.personal.json", "Stale" },
        { "playground/message.card.personal.json", "00000000 in private: Words card" },
        { "playground/message.first_post.channel.json", "00000000 in 19:ann@thread.tacv2~1795314555380: Words first post" },
        { "playground/message.hello.personal.json", "00000000 in private: Words hello" },
        { "playground/message.hello_group.groupChat.json", "00000000 in 19:groupchat@thread.v2: Words hello group" },
        { "playground/message.members.groupChat.json", "00000000 in 19:groupchat@thread.v2: Words members" },
        { "playground/message.proactive.personal.json", "00000000 in private: Words proactive" },
        { "playground/message.submit.personal.json", "00000000 in private: Acted GetHelp" },
        { "playground/message.thread_reply.channel.json", "00000000 in 19:ann@thread.tacv2~1795314555380: Words thread reply" },
        { "playground/messageDelete.softDeleteMessage.personal.json", "00000000 in private: TakenBack" },
        { "playground/messageReaction.personal.json", "Nothing" },
        { "playground/messageUpdate.editMessage.personal.json", "00000000 in private: Corrected edited" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_heard_as_what_it_is(string sample, string heard) => Assert.Equal(heard, Say(Hear(TeamsData.Json(sample.Split('/')))));

    [Fact]
    public void Every_sample_is_in_the_table()
    {
        var table = Samples.Select(row => (string)((object[])row)[0]).ToHashSet();
        var files = new[] { "activities", "composed", "playground" }.SelectMany(folder => System.IO.Directory.GetFiles(TeamsData.PathOf(folder), "*.json").Select(f => $"{folder}/{Path.GetFileName(f)}"));
        Assert.Empty(files.Where(f => !f.Contains("/outbound.", StringComparison.Ordinal) && !f.Contains("/re", StringComparison.Ordinal) && !f.Contains("/error.", StringComparison.Ordinal)).Except(table));
    }

    [Theory]
    [InlineData("<at>Our Bot</at> I need help", "I need help")]
    [InlineData("I need <at>Our Bot</at> help", "I need help")]
    [InlineData("I need help <at>Our Bot</at>\n", "I need help")]
    [InlineData("I need help&nbsp;<at>Our Bot</at>&nbsp;with 1 &lt; 2 &amp;&amp; x", "I need help with 1 < 2 && x")]
    [InlineData("thanks <at>Bo [Sales] <x></at> and <at>Ana</at>", "thanks <@teams:t1:bo> and Ana")]
    [InlineData("thanks <at>Sam</at> and <at>Sam</at>", "thanks <@teams:t1:sam1> and <@teams:t1:sam2>")]
    [InlineData("an <at>unknown</at> tag, <at and an open one", "an unknown tag, and an open one")]
    [InlineData("&lt;at&gt;Our Bot&lt;/at&gt; is typed", "<at>Our Bot</at> is typed")]
    public void Mentions_stand_anywhere_and_become_who_is_meant(string text, string words)
    {
        var message = Sample("message.channel-mention.json");
        message["text"] = text;
        message["entities"] = new JsonArray(
            Mention("<at>Our Bot</at>", Bot), Mention("<at>Bo [Sales] <x></at>", "29:bo"), Mention("<at>Ana</at>", "29:ana"), Mention("<at>Sam</at>", "29:sam1"), Mention("<at>Sam</at>", "29:sam2"));
        var people = new[] { "bo", "sam1", "sam2" }.ToDictionary(p => "29:" + p, p => TeamsIds.Teammate("t1", p));
        Assert.Equal(words, PlainWords.Of(Activity.Read(Element(message)), people));
    }

    [Theory]
    [InlineData("<div>please <b>follow up</b></div><p>a &lt;b&gt;<br>c</p>", "please follow up\na <b>\nc")]
    [InlineData("<p><at id=\"0\">Bo</at>&nbsp;knows</p>", "Bo knows")]
    public void A_message_that_was_written_in_HTML_is_read_as_its_words(string html, string words) =>
        Assert.Equal(words, PlainWords.OfMessage(JsonSerializer.SerializeToElement(new { contentType = "html", content = html })));

    [Fact]
    public void In_front_of_others_nothing_is_heard_that_does_not_mention_Connector()
    {
        foreach (var sample in (string[])["message.channel-mention.json", "message.groupChat-mention.json"])
        {
            var message = Sample(sample);
            message["entities"] = new JsonArray(Mention("<at>Our Bot</at>", "29:somebody"));
            Assert.IsType<Meaning.Nothing>(Hear(Element(message)));
        }
    }

    [Fact]
    public void A_new_post_in_a_channel_begins_the_thread_it_is_answered_in()
    {
        var message = Sample("message.channel-mention.json");
        message["conversation"]!["id"] = "19:chan@thread.tacv2";
        Assert.Equal("1788264000124", Said(Hear(Element(message))).Place.Thread);
    }

    [Fact]
    public void An_edit_names_the_message_it_changes_and_the_same_edit_has_the_same_id()
    {
        var original = Said(Hear(Element(Sample("message.personal.json")))).Id;
        var edit = Sample("messageUpdate.json");
        var corrected = Said(Hear(Element(edit)));
        Assert.Equal(original, Assert.IsType<Said.Corrected>(corrected.Said).Original);
        Assert.Equal(corrected.Id, Said(Hear(Element(edit))).Id);
        edit["text"] = "another";
        Assert.NotEqual(corrected.Id, Said(Hear(Element(edit))).Id);
        Assert.Equal(original, Assert.IsType<Said.TakenBack>(Said(Hear(Element(Sample("messageDelete.json")))).Said).Original);
    }

    [Fact]
    public void An_upgrade_or_a_restored_message_says_nothing()
    {
        foreach (var action in (string[])["add-upgrade", "remove-upgrade"])
        {
            var upgrade = Sample("installationUpdate.add.personal.json");
            upgrade["action"] = action;
            Assert.IsType<Meaning.Nothing>(Hear(Element(upgrade)));
        }

        var restored = Sample("messageUpdate.json");
        restored["channelData"]!["eventType"] = "undeleteMessage";
        Assert.IsType<Meaning.Nothing>(Hear(Element(restored)));
    }

    [Fact]
    public void A_press_is_its_act_where_it_was_pressed_in_new_clients_and_old_ones()
    {
        var act = new Act(Verb.OfferHelp, new AskId("a1"));
        var press = Sample("invoke.adaptiveCard-action.refresh.json");
        press["value"] = new JsonObject { ["action"] = new JsonObject { ["data"] = Node(Pressed.For(act)) }, ["trigger"] = "manual" };
        var heard = Assert.IsType<Meaning.Pressed>(Hear(Element(press))).Message;
        Assert.Equal(act, Assert.IsType<Said.Acted>(heard.Said).Act);
        Assert.Equal(new Place(PlaceKind.Channel, $"teams:{TeamsOffice.Tenant}:19:grp@thread.v2"), heard.Place);

        var old = Sample("message.personal.json");
        old.Remove("text");
        old["value"] = Node(Pressed.For(act));
        Assert.Equal(act, Assert.IsType<Said.Acted>(Said(Hear(Element(old))).Said).Act);
    }

    [Fact]
    public void A_dialog_is_wanted_and_then_submitted_with_what_opened_it()
    {
        var fetch = Sample("invoke.task-fetch.json");
        fetch["value"] = new JsonObject { ["data"] = Node(Pressed.ToOpen(new Act(Verb.WriteAsk))) };
        Assert.Equal(new Act(Verb.WriteAsk), Assert.IsType<Said.Acted>(Assert.IsType<Meaning.Wants>(Hear(Element(fetch))).Message.Said).Act);

        MessageId Submitted(string need, string once)
        {
            var submit = Sample("invoke.task-submit.json");
            var data = Node(new Pressed(new Carried("PostAsk|||form") { Opener = "WriteAsk|||", Once = once })).AsObject();
            data["need"] = need;
            submit["value"] = new JsonObject { ["data"] = data };
            var submits = Assert.IsType<Meaning.Submits>(Hear(Element(submit)));
            Assert.Equal((Verb.WriteAsk, once), (submits.Opener.Verb, submits.Once));
            Assert.Equal(need, Assert.IsType<Said.Acted>(submits.Message.Said).Act.Field(Fields.Need));
            return submits.Message.Id;
        }

        Assert.Equal(Submitted("one", "f:1"), Submitted("one", "f:1"));
        Assert.NotEqual(Submitted("one", "f:1"), Submitted("two", "f:1"));
        Assert.NotEqual(Submitted("one", "f:1"), Submitted("one", "f:2"));
    }

    [Theory]
    [InlineData("askAboutMessage", "WriteAsk|||", "please follow up")]
    [InlineData("newAsk", "WriteAsk|||", "")]
    [InlineData("sendThanks", "WriteThanks|||", "")]
    public void The_message_extension_begins_an_ask_or_thanks_in_private(string command, string begins, string text)
    {
        var fetch = Sample("invoke.composeExtension-fetchTask.message.json");
        fetch["value"]!["commandId"] = command;
        var wants = Assert.IsType<Meaning.Wants>(Hear(Element(fetch))).Message;
        var act = Assert.IsType<Said.Acted>(wants.Said).Act;
        Assert.Equal((begins, text), (act.ToButtonValue(), act.Field(Fields.Text)));
        Assert.Equal(Place.PrivateWith(TeamsIds.Teammate(TeamsOffice.Tenant, Sam)), wants.Place);
    }

    [Fact]
    public void Whatever_an_activity_holds_hearing_it_ends_well()
    {
        var luck = new Random(11);
        var seeds = new[] { "activities", "composed", "playground" }.SelectMany(f => System.IO.Directory.GetFiles(TeamsData.PathOf(f), "*.json")).Select(File.ReadAllBytes).ToList();
        for (var i = 0; i < 100_000; i++)
        {
            try
            {
                Hear(JsonElement.Parse(i % 2 == 0 ? Scratched(seeds[luck.Next(seeds.Count)], luck) : Reshaped(seeds[luck.Next(seeds.Count)], luck)));
            }
            catch (JsonException)
            {
                // Not JSON any more, or no text; refused at the door.
            }
        }
    }

    private static byte[] Scratched(byte[] seed, Random luck)
    {
        var body = seed.ToArray();
        for (var n = luck.Next(4); n > 0; n--)
            body[luck.Next(body.Length)] = (byte)luck.Next(256);
        return body;
    }

    /// <summary>Still JSON, but some things are of another kind, or are missing.</summary>
    private static byte[] Reshaped(byte[] seed, Random luck)
    {
        var json = JsonNode.Parse(seed)!.AsObject();
        for (var n = luck.Next(1, 4); n > 0; n--)
        {
            var at = json;
            while (luck.Next(3) > 0 && at.Where(p => p.Value is JsonObject { Count: > 0 }).ToList() is { Count: > 0 } inner)
                at = (JsonObject)inner[luck.Next(inner.Count)].Value!;
            var name = at.ElementAtOrDefault(luck.Next(Math.Max(1, at.Count))).Key;
            if (name is null)
                continue;
            if (luck.Next(5) == 0)
                at.Remove(name);
            else
                at[name] = JsonNode.Parse(Odd[luck.Next(Odd.Length)]);
        }

        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    internal static Meaning Hear(JsonElement json)
    {
        var activity = Activity.Read(json);
        return new ActivityHearing(Around).Hear(activity, new Dictionary<string, TeammateId>());
    }

    private static Message Said(Meaning meaning) => Assert.IsType<Meaning.Said>(meaning).Message;

    private static string Say(Meaning meaning) => meaning switch
    {
        Meaning.Said said => Say(said.Message),
        Meaning.Came came => "Came " + string.Join(',', came.People.Select(p => p.Id)),
        Meaning.Renamed renamed => $"Renamed {renamed.Channel} {renamed.Name}",
        Meaning.Removed removed => $"Removed {removed.Conversation}",
        Meaning.Looks looks => $"Looks at {looks.Ask}",
        Meaning.Unknown unknown => $"Unknown {unknown.Name}",
        _ => meaning.GetType().Name,
    };

    private static string Say(Message message)
    {
        var place = message.Place;
        var where = place.Kind == PlaceKind.Private ? "private" : TeamsIds.Parse(place.Id)!.Value.Id + (place.Thread is { } thread ? "~" + thread : "");
        return $"{TeamsIds.Parse(message.From.Text)!.Value.Id[..8]} in {where}: " + message.Said switch
        {
            Said.Words words => "Words " + words.Text,
            Said.Corrected corrected => "Corrected " + corrected.Text,
            Said.Acted acted => "Acted " + acted.Act.Verb,
            var said => said.GetType().Name,
        };
    }

    private static JsonObject Sample(string name) => JsonNode.Parse(File.ReadAllText(TeamsData.PathOf("composed", name)))!.AsObject();

    private static JsonElement Element(JsonObject json) => JsonElement.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static JsonNode Node(Pressed pressed) => JsonSerializer.SerializeToNode(pressed, TeamsJson.Options)!;

    private static JsonObject Mention(string text, string id) => new() { ["type"] = "mention", ["text"] = text, ["mentioned"] = new JsonObject { ["id"] = id } };
}
