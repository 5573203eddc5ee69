namespace ChatConnector.Engine.Tests.Teammates;

public sealed class PausingTests
{
    private readonly Company company = new("ana", "bo", "tom");

    [Fact]
    public void Everything_is_quiet_until_the_day()
    {
        var paused = company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-11-27"));

        Assert.Equal("Paused until Friday. You can still ask for help. I'll be quiet.", paused.Answer().Summary);
        Assert.Equal(Instant.FromUtc(2026, 11, 26, 23, 0), company["ana"].Preferences.PausedUntil);
    }

    [Fact]
    public void Paused_people_are_not_asked()
    {
        company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-11-27"));
        company.Post("tom", "help with the rollback");
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "ana,bo"));

        Assert.Equal([Company.Id("bo")], company.Ask("tom").Invitations.Select(i => i.Colleague));
        Assert.DoesNotContain(company.ToldTo("ana"), c => c.Kind == "invitation");
    }

    [Fact]
    public void A_pause_ends_by_itself_without_a_word()
    {
        company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-11-27"));
        var before = company.ToldTo("ana").Count;
        company.GoOn(Duration.FromDays(7));

        Assert.Null(company["ana"].Preferences.PausedUntil);
        Assert.Equal(before, company.ToldTo("ana").Count);
    }

    [Fact]
    public void Asks_alone_can_rest()
    {
        var paused = company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-12-01"), (Fields.Scope, Fields.AsksOnly));

        Assert.Equal("No asks from others until 1 December. Everything else goes on.", paused.Answer().Summary);
        Assert.Null(company["ana"].Preferences.PausedUntil);
        Assert.NotNull(company["ana"].Preferences.AsksPausedUntil);
    }

    [Fact]
    public void Pause_asks_on_a_card_rests_for_a_week_at_once()
    {
        var paused = company.Press("ana", Verb.PauseAsks);

        Assert.Contains("No new asks until 30 November", paused.Answer().Words(), StringComparison.Ordinal);
        Assert.Contains(paused.Answer().Buttons, b => b.Act == new Act(Verb.RestFromAsks, Detail: "30"));
    }

    [Fact]
    public void Coming_back_ends_every_pause()
    {
        company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-11-27"));
        company.Press("ana", Verb.PauseAsks);
        company.Press("ana", Verb.Resume);

        Assert.Equal((null, null), (company["ana"].Preferences.PausedUntil, company["ana"].Preferences.AsksPausedUntil));
        Assert.Empty(company["ana"].Pending);
        Assert.Equal("not-paused", company.Press("ana", Verb.Resume).Answer().Kind);
    }

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2020-01-01")]
    [InlineData("2035-01-01")]
    public void A_day_that_cannot_be_is_asked_again(string day)
    {
        var paused = company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, day));

        Assert.Equal("pause-bad-day", paused.Answer().Kind);
        Assert.Empty(paused.Changed);
        Assert.Equal([Fields.Until], company.Check("ana", new Act(Verb.PauseUntil), (Fields.Until, day)).Keys);
    }

    [Fact]
    public void Without_a_day_the_day_is_asked_for() => Assert.Equal("pause-until-when", company.Press("ana", Verb.PauseUntil).Answer().Kind);
}
