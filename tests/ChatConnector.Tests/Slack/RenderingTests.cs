using System.Text.Json;
using ChatConnector.Engine;
using ChatConnector.Engine.Wording;
using ChatConnector.Slack.Rendering;
using Button = ChatConnector.Engine.Wording.Button;

namespace ChatConnector.Tests.Slack;

public class RenderingTests
{
    private static readonly TeammateId Bo = new("slack:T1:UBO");

    public static TheoryData<string> Hostile =>
    [
        "<!channel>", "<!here>", "<!everyone>", "<@U123>", "<@U123|boss>", "<#C123|general>", "<!subteam^S1|@all>", "<https://evil.example|the bank>",
        "<mailto:a@b.example|write>", "<!date^0^{date}|x>", "&lt;!here&gt;", "&amp;lt;!here&amp;gt;", "*bold* _it_ ~gone~ `code` ```block```", "> quoted", ">>> all quoted",
        "https://evil.example", "@channel @here @everyone", "#general", ":smile: :skull:", "\",\"actions\":[{\"type\":\"button\"}]", "\u202Egnp.exe\u202C", "a\u200B<\u200B!channel>",
        "\ud83d\ude00", "\r\n- list\n1. list\n", "\u0000\u0007", "{{mustache}} ${dollar} %s", "<at>everyone</at>", "|", "\\", new string('<', 200),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_people_type_stays_characters(string typed)
    {
        var card = Card.Of("k", Text.Of($"{typed} said {typed}"), new Part.Quote(typed), new Part.Person(new TeammateId("other:1:2"), typed, Text.Said(typed)),
            new Part.Note(Text.Said(typed)), new Part.Heading(typed), new Part.Actions([new Button(typed, new Act(Verb.Greet))]), new Part.Document(typed, typed));
        var message = BlockKit.Message(card);
        Assert.Empty(BlockKit.Complaints(message));
        Assert.Equal(
            ["rich_text", "rich_text", "rich_text", "context", "header", "actions", "context"],
            message.EnumerateArray().Select(b => b.GetProperty("type").GetString()));
        Assert.DoesNotContain("mrkdwn", BlockKit.Strings(message, "type"));
        Assert.DoesNotContain(BlockKit.Strings(message, "type"), t => t is "user" or "channel" or "link" or "broadcast" or "usergroup" or "emoji");
        Assert.All(BlockKit.Text(message), t => Assert.True(t.Contains(typed, StringComparison.Ordinal) || t is " said " or " – " || t.EndsWith('…'), t));
        Assert.DoesNotContain(CardRendering.Fallback(card), c => c is '<' or '>');
    }

    [Fact]
    public void A_teammate_of_the_workspace_is_mentioned_and_anybody_else_is_named()
    {
        var card = Card.Of("k", new Part.Person(Bo, "Bo", Text.Of("knows it")));
        Assert.Equal(["UBO"], BlockKit.Strings(BlockKit.Message(card), "user_id"));
        Assert.Empty(BlockKit.Strings(BlockKit.Message(card, "T2"), "user_id"));
        Assert.Contains("Bo", BlockKit.Text(BlockKit.Message(card, "T2")));
    }

    [Theory]
    [InlineData("slack:T1:U1><!channel")]
    [InlineData("slack:T1:")]
    [InlineData("slack:T1")]
    [InlineData("slack:T1:U1:U2")]
    [InlineData("SLACK:T1:U1")]
    [InlineData("")]
    public void Only_an_id_can_become_a_mention(string id) =>
        Assert.Empty(BlockKit.Strings(BlockKit.Message(Card.Of("k", new Part.Person(new TeammateId(id), "Bo", Text.Empty))), "user_id"));

    [Fact]
    public void A_long_text_is_shown_whole_while_the_message_has_room_and_then_ends_in_an_ellipsis()
    {
        var whole = new string('x', 10_000);
        Assert.Equal(whole, string.Concat(BlockKit.Text(BlockKit.Message(Card.Of("k", new Part.Quote(whole))))));
        var cut = BlockKit.Message(Card.Of("k", new Part.Quote(new string('x', 40_000)), Text.Of("and more"), new Part.Actions([new Button("Still here", new Act(Verb.Greet))])));
        Assert.Empty(BlockKit.Complaints(cut));
        Assert.EndsWith("…", BlockKit.Text(cut).First(t => t.EndsWith('…')), StringComparison.Ordinal);
        Assert.Contains("Still here", BlockKit.Text(cut));
    }

    [Fact]
    public void No_emoji_is_torn_apart()
    {
        foreach (var length in Enumerable.Range(140, 20).Append(2999).Append(3000).Append(12_000))
        {
            var emoji = string.Concat(Enumerable.Repeat("😀", length)) + "x";
            var message = BlockKit.Message(Card.Of("k", new Part.Heading(emoji), Text.Said("a" + emoji), new Part.Actions([new Button("b" + emoji, new Act(Verb.Greet))])));
            Assert.Empty(BlockKit.Complaints(message));
            Assert.All(BlockKit.Text(message), t => Assert.Equal(t, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(t))));
        }
    }

    [Fact]
    public void A_card_of_too_many_parts_keeps_what_can_be_pressed()
    {
        var card = new Card("k", [.. Enumerable.Range(0, 80).Select(i => (Part)Text.Of($"line {i}")), new Part.Actions([.. Enumerable.Range(0, 60).Select(i => new Button($"b{i}", new Act(Verb.Greet)))])]);
        var message = BlockKit.Message(card);
        Assert.Empty(BlockKit.Complaints(message));
        Assert.Equal(60, BlockKit.Strings(message, "value").Count());
        Assert.Equal(50, message.GetArrayLength());
        Assert.Equal(83, BlockKit.Home(card).GetProperty("blocks").GetArrayLength());
    }

    [Fact]
    public void A_button_says_its_act_and_one_too_long_for_a_button_says_a_harmless_one()
    {
        var value = BlockKit.Strings(BlockKit.Message(Card.Of("k", new Part.Actions([new Button("b", new Act(Verb.OfferHelp, new AskId("a1"), Bo, "7"))]))), "value").Single();
        Assert.Equal(new Act(Verb.OfferHelp, new AskId("a1"), Bo, "7"), Act.FromButtonValue(value));
        var tooLong = BlockKit.Message(Card.Of("k", new Part.Actions([new Button("b", new Act(Verb.RemoveTopic, Detail: new string('x', 2500)))])));
        Assert.Empty(BlockKit.Complaints(tooLong));
        Assert.Equal("RemoveTopic|||", BlockKit.Strings(tooLong, "value").Single());
    }

    [Fact]
    public void A_document_is_shown_in_pages_that_together_are_the_document()
    {
        var content = string.Concat(Enumerable.Range(0, 5000).Select(i => $"line {i} 😀\n"));
        var pages = CardRendering.Pages(Card.Of("k", new Part.Document("you.json", content))).Select(p => JsonSerializer.SerializeToElement(p, ChatConnector.Slack.SlackJson.Wire.IReadOnlyListBlock)).ToList();
        Assert.All(pages, p => Assert.Empty(BlockKit.Complaints(p)));
        Assert.Equal(content, string.Concat(pages.SelectMany(BlockKit.Text)));
    }

    [Fact]
    public void A_form_keeps_every_limit_and_what_was_typed_before()
    {
        var form = new Form("kind", new string('t', 90), new string('s', 90), new Act(Verb.PostAsk),
        [
            new Field.Words("need", new string('l', 3000), Required: true, Most: 300, Tall: true, Initial: new string('x', 2000), Hint: new string('h', 500)),
            new Field.Words("goal", "Goal", Most: 9000, Initial: new string('x', 9000)),
            new Field.Choice("size", "Size", [.. Enumerable.Range(0, 150).Select(i => new Option($"{i}", new string('o', 200)))], "3"),
            new Field.Choices("muted", "Muted", [new("a", "A"), new("b", "B"), new("", "no value")], "b, c"),
            new Field.People("people", "People", 5, Initial: "slack:T1:UBO,slack:T2:UX,other:1:2"),
            new Field.People("person", "Person", Required: true, Initial: "slack:T1:UBO"),
            new Field.Channel("channel", "Channel"), new Field.Day("date", "Day", Initial: "2026-11-26"), new Field.Note(Text.Said("<!here>")),
        ]);
        var modal = BlockKit.Modal(form);
        Assert.Empty(BlockKit.Complaints(modal));
        Assert.Equal(["UBO"], modal.GetProperty("blocks")[4].GetProperty("element").GetProperty("initial_users").EnumerateArray().Select(u => u.GetString()));
        Assert.Equal("UBO", BlockKit.Strings(modal, "initial_user").Single());
        Assert.Equal([new string('x', 2000), new string('x', 2999) + "…"], BlockKit.Strings(modal, "initial_value"));
        Assert.Equal(["need", "goal", "size", "muted", "people", "person", "channel", "date"], BlockKit.Strings(modal, "block_id"));
    }
}
