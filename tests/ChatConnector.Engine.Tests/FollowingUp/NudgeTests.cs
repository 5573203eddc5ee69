using static ChatConnector.Engine.Tests.FollowingUp.Office;

namespace ChatConnector.Engine.Tests.FollowingUp;

public sealed class NudgeTests
{
    private static readonly (string, string)[] Specific = [(Fields.Did, "You walked me through the rollback plan."), (Fields.Changed, "We shipped Wednesday.")];
    private readonly Office office = new();

    [Fact]
    public void Two_nudges_then_silence_and_the_helper_hears_that_it_was_solved()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.Days(1);
        office.Only(Ana, "thanks-prompt");
        office.Days(1);
        office.Only(Ana, "thanks-prompt-last");
        Assert.Equal(0, office.Count(Bo, "solved-with-your-help"));
        office.Days(1);
        Assert.StartsWith("Ana marked moving reports to the warehouse as solved with your help.", office.Only(Bo, "solved-with-your-help"), StringComparison.Ordinal);
        office.Days(14);
        Assert.Equal(2, office.Of(Ana).Count(IsNudge));
        Assert.Equal(1, office.Count(Bo, "solved-with-your-help"));
    }

    [Theory]
    [InlineData("Skip")]
    [InlineData("Already did")]
    public void Whoever_will_not_write_is_not_asked_again(string label)
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.Press(Ana, label);
        office.Days(14);
        Assert.DoesNotContain(office.Of(Ana), IsNudge);
        office.Only(Bo, "solved-with-your-help");
    }

    [Fact]
    public void Whoever_lets_it_go_may_still_write_one_day()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        var opens = office.Find(Ana, "Write it now").Act;
        office.Days(2);
        office.Press(Ana, "Let it go");
        office.Days(5);
        office.Submit(Ana, opens, Specific);
        office.Only(Bo, "thanks");
    }

    [Fact]
    public void A_nudge_that_finds_no_moment_for_two_working_days_is_not_made()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.Change(Ana, t => t with { Preferences = t.Preferences with { PausedUntil = office.Now + Duration.FromDays(10) } });
        office.Days(3);
        office.Only(Bo, "solved-with-your-help");
        office.Days(17);
        Assert.DoesNotContain(office.Of(Ana), IsNudge);
    }

    [Fact]
    public void Thanks_in_words_count_for_the_ask_and_spare_the_nudges()
    {
        office.Asks(Ana).Helps(Bo);
        office.Do(Ana, new Act(Verb.ThankInWords, About: Bo).With(Fields.Text, "thanks for walking me through the rollback, we shipped on time"));
        office.Only(Bo, "thanks");
        office.Press(Ana, "Yes, it's solved");
        Assert.Equal(Stage.Solved, office.TheAsk.Stage);
        office.Days(10);
        Assert.DoesNotContain(office.Of(Ana), c => c.Kind is "check-in" or "was-it-them" or "thanks-prompt");
    }

    private static bool IsNudge(Card card) => card.Kind is "thanks-prompt" or "thanks-prompt-last";
}
