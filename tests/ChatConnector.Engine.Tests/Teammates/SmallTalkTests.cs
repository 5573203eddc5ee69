namespace ChatConnector.Engine.Tests.Teammates;

public sealed class SmallTalkTests
{
    private static readonly Place Data = new(PlaceKind.Channel, "c1", "data", "t7");

    private readonly Company company = new("ana", "bo");

    [Theory]
    [InlineData("hello", "greeting")]
    [InlineData("hi there!", "greeting")]
    [InlineData("help", "help")]
    [InlineData("thanks", "you-are-welcome")]
    [InlineData("bye", "goodbye")]
    [InlineData("status", "status")]
    [InlineData("my asks", "my-asks")]
    [InlineData("home", "home")]
    [InlineData("profile", "open-form")]
    [InlineData("preferences", "open-form")]
    [InlineData("pause", "pause-until-when")]
    [InlineData("pause until Friday", "paused")]
    [InlineData("i'm back", "not-paused")]
    [InlineData("I know about Postgres", "profile-saved")]
    [InlineData("fewer messages", "open-form")]
    [InlineData("avoid <@bo>", "avoiding")]
    [InlineData("export", "export")]
    [InlineData("forget me", "forget-me")]
    [InlineData("feedback: lovely", "feedback-nobody")]
    [InlineData("settings", "open-form")]
    [InlineData("xyzzy plugh", "not-understood")]
    [InlineData("🫠", "greeting")]
    public void Everything_said_is_answered(string words, string kind) => Assert.Equal(kind, company.Say("ana", words).Answer().Kind);

    [Theory]
    [InlineData("gast")]
    [InlineData("stranger")]
    public void Guests_and_strangers_are_answered_too(string who)
    {
        company.Hear("gast", new Said.Joined(new DirectoryEntry("Gast", Outside: true)));
        foreach (var words in new[] { "hello", "help", "xyzzy", "I need help with Postgres", "home", "export", "forget me", "profile" })
        {
            var said = company.Say(who, words);
            Assert.NotEmpty(said.Answer().Words());
            Assert.DoesNotContain("Ana", said.Answer().Words(), StringComparison.Ordinal);
            Assert.Empty(said.Changed);
        }
    }

    [Fact]
    public void Words_not_understood_become_an_ask_with_one_press()
    {
        var said = company.Say("ana", "the printer on the third floor");
        company.Hear("ana", new Said.Acted(said.Answer().Buttons.Single(b => b.Label == "Make it an ask").Act));

        Assert.Equal("the printer on the third floor", company.Ask("ana").Need);
        Assert.DoesNotContain(company.AllRows.Values, row => row is Draft);
    }

    [Theory]
    [InlineData("Yes, quietly", Audience.InvitedOnly)]
    [InlineData("Yes, here", Audience.Channel)]
    public void In_a_channel_it_is_offered_to_the_speaker_alone_and_goes_where_they_say(string label, Audience audience)
    {
        var said = company.Hear("ana", new Said.Words("the printer on the third floor", Mentioned: true), Data);
        var offer = Assert.Single(said.Effects.OfType<Effect.Tell>());
        Assert.Equal((Data, Company.Id("ana")), (offer.To, offer.OnlyFor));

        company.Hear("ana", new Said.Acted(offer.Card.Buttons.Single(b => b.Label == label).Act), Data with { Thread = null });
        Assert.Equal(audience, company.Ask("ana").Audience);
    }

    [Fact]
    public void Never_mind_throws_the_words_away()
    {
        company.Say("ana", "the printer on the third floor");
        company.Press("ana", Verb.Dismiss);

        Assert.DoesNotContain(company.AllRows.Values, row => row is Draft);
        Assert.Equal("open-form", company.Press("ana", Verb.OfferToAsk).Answer().Kind);
    }

    [Theory]
    [InlineData("withdraw it", Stage.Withdrawn)]
    [InlineData("never mind", Stage.Withdrawn)]
    [InlineData("solved", Stage.Solved)]
    public void Said_without_pointing_the_only_open_ask_is_meant(string words, Stage stage)
    {
        company.Post("ana", "help with my deck");
        company.Say("ana", words);

        Assert.Equal(stage, company.Ask("ana").Stage);
    }

    [Fact]
    public void With_several_open_asks_there_is_a_choice_and_with_none_a_kind_word()
    {
        Assert.Contains("You have no open asks", company.Say("ana", "solved").Answer().Words(), StringComparison.Ordinal);
        company.Post("ana", "help with my deck");
        company.Post("ana", "help with my talk");

        Assert.Equal(2, company.Say("ana", "solved").Answer().Buttons.Count(b => b.Act.Verb == Verb.MarkSolved));
        Assert.All(company["ana"].Asks, id => Assert.True(company.Read<Ask>(Ask.KeyOf(id))!.IsOpen));
    }

    [Fact]
    public void Words_that_became_nothing_are_thrown_away_after_a_week()
    {
        company.Say("ana", "the printer on the third floor");
        company.GoOn(Duration.FromDays(8));

        Assert.DoesNotContain(company.AllRows.Values, row => row is Draft);
    }

    [Fact]
    public void In_distress_people_are_named_who_can_help_and_nobody_is_told()
    {
        company.Rows(company.Settings with { Resources = "Our line, 555-0100", ResourceContact = "Dr. Lee, room 12" });
        var said = company.Post("ana", "I can't go on like this with the release");
        Assert.Equal("distress", said.Answer().Kind);

        var talk = company.Press("ana", Verb.TalkToContact).Answer();
        Assert.Contains("Dr. Lee, room 12", talk.Words(), StringComparison.Ordinal);
        Assert.Contains("555-0100", talk.Words(), StringComparison.Ordinal);
        Assert.Empty(company["ana"].Asks);
        Assert.All(company.Sent, s => Assert.Equal(Company.Id("ana"), s.To));
    }

    [Fact]
    public void What_is_said_in_between_does_not_replace_the_ask_that_waits()
    {
        company.Rows(company.Settings with { Resources = "Our line, 555-0100" });
        company.Post("ana", "I can't go on like this with the release");
        company.Say("ana", "hmm xyzzy");
        company.Press("ana", Verb.AskAnyway);

        Assert.EndsWith("I can't go on like this with the release", company.Ask("ana").Need, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anybody_named_it_is_an_ordinary_ask()
    {
        company.Post("ana", "I can't go on like this with the release");

        Assert.Single(company["ana"].Asks);
        Assert.Equal("talk-to", company.Press("ana", Verb.TalkToContact).Answer().Kind);
    }
}
