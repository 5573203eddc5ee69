using System.Text.Json;
using ChatConnector.Engine;
using ChatConnector.Engine.Asks;
using ChatConnector.Engine.Teammates;
using ChatConnector.Engine.Wording;
using ChatConnector.Teams.Rendering;
using NodaTime;

namespace ChatConnector.Tests.Teams;

public class RenderingTests
{
    private static readonly Teammate Ana = new(TeamsOffice.Somebody(3), "Ana");

    /// <summary>What people should not type, or should not have as a name.</summary>
    public static TheoryData<string> Evil =>
    [
        "<at>Ana</at>", "<AT>everyone</AT>", "</at><at>Ana", "<at >Ana</at>", "[bank](https://evil.example)", "![x](https://evil.example/pixel.png)", "**bold** _it_ ~~no~~ `code`",
        "# heading", "- list", "1. list", "> quote", "a\\*b", "<b>bold</b>", "<script>alert(1)</script>", "&lt;at&gt;Ana&lt;/at&gt;", "<https://evil.example|bank>", "\",\"actions\":[{\"type\":\"Action.OpenUrl\"}],\"x\":\"",
        "\u202Eevil", "\u2066left\u2069", "a\u0000b\u0007c", "zero\u200Bwidth", "{{Date.now()}} ${name}", "line one\n\n\nline two\r\nline three", "\uD83D", "שלום עולם", "👩‍👩‍👧‍👦", "|", "", " ",
    ];

    [Theory]
    [MemberData(nameof(Evil))]
    public void Words_of_people_never_come_alive(string words)
    {
        var named = new Teammate(TeamsOffice.Somebody(4), words);
        var card = Card.Of("test",
            new Part.Heading(words), Text.Of($"{Ana} says {words} to {named}"), Text.Of($"{named}, meet {Ana}."), new Part.Quote(words), new Part.Note(Text.Said(words)),
            new Part.Person(named.Id, words, Text.Said(words)), new Part.Document(words, words),
            new Part.Actions([new Button(words, new Act(Verb.RemoveTopic, Detail: words.Replace("|", "", StringComparison.Ordinal)))]));
        foreach (var json in new[] { TeamsCards.Rendered(card), TeamsCards.Rendered(card, mentions: false) })
        {
            Assert.Empty(TeamsCards.Complaints(json));
            // Markdown is read in nothing but what is ours, mentions and tame names.
            Assert.All(TeamsCards.Texts(json), text => Assert.True(
                PeoplesWords.IsInert(text.Replace("<at>", "", StringComparison.Ordinal).Replace("</at>", "", StringComparison.Ordinal)), text));
            Assert.Single(TeamsCards.Objects(json), o => TeamsCards.TypeOf(o) == "Action.Execute");
            Assert.DoesNotContain(TeamsCards.Objects(json), o => TeamsCards.TypeOf(o) == "Action.OpenUrl");
        }
    }

    [Theory]
    [MemberData(nameof(Evil))]
    public void A_form_shows_what_was_typed_and_nothing_else(string words)
    {
        var form = new Form("test", words, words, new Act(Verb.PostAsk), [
            new Field.Words("need", "Need", Initial: words, Hint: words),
            new Field.Choice("by", "By", [new Option("a", words)], "a"),
            new Field.Note(Text.Said(words))]);
        var dialog = new FormRendering(TeamsOffice.Tenant, []).Render(form, filled: new Act(Verb.PostAsk).With("need", words).With("by", "a"), errors: new Dictionary<string, string> { ["need"] = words });
        Assert.Empty(TeamsCards.Complaints(TeamsCards.Json(dialog.Card)));
    }

    [Fact]
    public void A_mention_names_its_person_by_the_directory()
    {
        var json = TeamsCards.Rendered(Card.Of("test", Text.Of($"You and {Ana} are introduced.")));
        Assert.Equal("You and <at>Ana</at> are introduced.", Assert.Single(TeamsCards.Texts(json)));
        var mention = Assert.Single(json.GetProperty("msteams").GetProperty("entities").EnumerateArray());
        Assert.Equal("bbbbbbbb-0000-0000-0000-000000000003", mention.GetProperty("mentioned").GetProperty("id").GetString());
    }

    [Fact]
    public void Where_others_read_along_nobody_is_rung()
    {
        var json = TeamsCards.Rendered(Card.Of("test", Text.Of($"You and {Ana} are introduced.")), mentions: false);
        Assert.False(json.TryGetProperty("msteams", out _));
        Assert.DoesNotContain("<at", json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_namesakes_only_one_is_mentioned_and_nobody_from_elsewhere()
    {
        var other = new Teammate(TeamsOffice.Somebody(9), "Ana");
        var elsewhere = new Teammate(new TeammateId("slack:T1:U1"), "Cleo");
        var stranger = new Teammate(new TeammateId("teams:other-tenant:bbbbbbbb-0000-0000-0000-000000000009"), "Dan");
        var json = TeamsCards.Rendered(Card.Of("test", Text.Of($"Meet {Ana}."), Text.Of($"Meet {other}."), Text.Of($"Meet {elsewhere}."), Text.Of($"Meet {stranger}.")));
        Assert.Empty(TeamsCards.Complaints(json));
        Assert.Single(json.GetProperty("msteams").GetProperty("entities").EnumerateArray());
    }

    [Theory]
    [InlineData(300)]
    [InlineData(40_000)]
    [InlineData(2_000_000)]
    public void However_long_the_words_the_card_fits(int length)
    {
        foreach (var word in new[] { "long words ", "👩‍👩‍👧‍👦 ", "\n", "\"\\" })
        {
            var words = string.Concat(Enumerable.Repeat(word, length / word.Length + 1));
            var card = Card.Of("test", new Part.Heading(words), Text.Said(words), new Part.Quote(words), new Part.Document("f.txt", words), new Part.Actions([new Button(words, new Act(Verb.Greet))]));
            Assert.Empty(TeamsCards.Complaints(TeamsCards.Rendered(card)));
        }
    }

    [Fact]
    public void A_card_of_very_many_parts_fits_too()
    {
        var card = new Card("test", [.. Enumerable.Range(0, 400).Select(i => (Part)Text.Said($"{i} " + new string('x', 200)))]);
        Assert.Empty(TeamsCards.Complaints(TeamsCards.Rendered(card)));
    }

    [Fact]
    public void Six_buttons_stand_in_plain_sight_and_the_others_behind_the_dots()
    {
        var row = new Part.Actions([.. Enumerable.Range(0, 4).Select(i => new Button($"b{i}", new Act(Verb.Greet)))]);
        var json = TeamsCards.Rendered(Card.Of("test", row, row, row));
        var rows = TeamsCards.Objects(json).Where(o => TeamsCards.TypeOf(o) == "ActionSet").Select(o => o.GetProperty("actions").EnumerateArray().Count(a => !a.TryGetProperty("mode", out _)));
        Assert.Equal([2, 2, 2], rows);
        Assert.Equal(12, TeamsCards.Objects(json).Count(o => TeamsCards.TypeOf(o) == "Action.Execute"));
    }

    [Fact]
    public void What_is_pressed_or_filled_in_comes_back_as_the_act_it_was()
    {
        var act = new Act(Verb.ReferSomeone, new AskId("0123"), Ana.Id, "draft");
        Assert.Equal(act.ToButtonValue(), Pressed.Read(TeamsCards.Json(Pressed.For(act)), TeamsOffice.Tenant)?.ToButtonValue());

        var form = new Form("refer", "Who?", "Ask", act, [new Field.People("person", "Who?"), new Field.Words("why", "Why?")]);
        var data = JsonSerializer.SerializeToNode(TeamsCards.Rendered(form).Card.Actions!.OfType<CardAction.Submit>().Single().Data, ChatConnector.Teams.TeamsJson.Options)!.AsObject();
        data["person"] = "bbbbbbbb-0000-0000-0000-000000000003, bbbbbbbb-0000-0000-0000-000000000004";
        data["why"] = "she knows";
        var read = Pressed.Read(JsonSerializer.SerializeToElement(data), TeamsOffice.Tenant)!;
        Assert.Equal([Ana.Id, TeamsOffice.Somebody(4)], read.People("person"));
        Assert.Equal("she knows", read.Field("why"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"connector":5}""")]
    [InlineData("""{"connector":{"act":7}}""")]
    [InlineData("""{"connector":{"act":"Nonsense|||"}}""")]
    [InlineData("""{"connector":{"act":"Greet|||","people":5}, "x":{}}""")]
    public void What_is_none_of_ours_does_no_harm(string json)
    {
        var act = Pressed.Read(JsonElement.Parse(json), TeamsOffice.Tenant);
        Assert.True(act is null or { Verb: Verb.Greet, Fields.Count: 0 });
    }

    [Fact]
    public void A_form_that_comes_back_keeps_what_was_typed_and_says_what_is_wrong()
    {
        var form = AskForms.Edit(new Ask(new AskId("0123"), Ana.Id, "old words", Instant.FromUtc(2026, 11, 23, 10, 0)), Settings.Default);
        var json = TeamsCards.Json(new FormRendering(TeamsOffice.Tenant, []).Render(form, filled: form.Submits.With("need", "new words"), errors: new Dictionary<string, string> { ["need"] = "Rather long." }).Card);
        Assert.Contains("Rather long.", TeamsCards.Texts(json));
        Assert.Equal("new words", TeamsCards.Objects(json).Single(o => TeamsCards.TypeOf(o) == "Input.Text" && o.GetProperty("id").GetString() == "need").GetProperty("value").GetString());
    }
}
