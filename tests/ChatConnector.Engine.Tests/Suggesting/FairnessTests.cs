namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class FairnessTests
{
    private static readonly Instant Now = Office.Now;
    private static readonly Teammate Mia = new(Office.Id("mia"), "Mia");
    private static readonly Teammate Ana = new(Office.Id("ana"), "Ana");

    public static TheoryData<string, Teammate, Hindrance?> Cases => new()
    {
        { "nothing speaks against it", Ana, null },
        { "somebody else's account", Ana with { Presence = Presence.Left }, Hindrance.NotHere },
        { "a guest", Ana with { Presence = Presence.Outside }, Hindrance.NotHere },
        { "nobody we know", Teammate.Unknown(Ana.Id), Hindrance.NotHere },
        { "the requester", Mia, Hindrance.IsRequester },
        { "paused", With(p => p with { PausedUntil = Now + Duration.FromHours(1) }), Hindrance.Paused },
        { "asks paused", With(p => p with { AsksPausedUntil = Now + Duration.FromHours(1) }), Hindrance.Paused },
        { "a pause that is over", With(p => p with { PausedUntil = Now, AsksPausedUntil = Now }), null },
        { "avoids the requester", With(p => p with { Avoids = [Mia.Id] }), Hindrance.Avoided },
        { "two open", Invited((60, "x", InvitedOutcome.Open), (50, "y", InvitedOutcome.Open)), Hindrance.EnoughOpen },
        { "one open", Invited((50, "y", InvitedOutcome.Open)), null },
        { "three this week", Invited((6, "x", InvitedOutcome.Helped), (5, "y", InvitedOutcome.Helped), (3, "z", InvitedOutcome.Gave)), Hindrance.WeekIsFull },
        { "two this week", Invited((6, "x", InvitedOutcome.Helped), (5, "y", InvitedOutcome.Helped)), null },
        { "chose none a week", With(p => p with { PerWeek = 0 }), Hindrance.WeekIsFull },
        { "chose ten a week", Invited((6, "x", InvitedOutcome.Helped), (5, "y", InvitedOutcome.Helped), (3, "z", InvitedOutcome.Gave)) with { Preferences = new() { PerWeek = 10 } }, null },
        { "a director asked once this week", Invited((3, "x", InvitedOutcome.Helped)) with { Title = "Director of Data" }, Hindrance.WeekIsFull },
        { "a director who wants more", Invited((3, "x", InvitedOutcome.Helped)) with { Title = "Director of Data", Preferences = new() { PerWeek = 4 } }, null },
        { "asked this morning", Invited((0.2, "x", InvitedOutcome.Helped)), Hindrance.JustAsked },
        { "asked yesterday", Invited((1.1, "x", InvitedOutcome.Helped)), null },
        { "said not now", Invited((3, "x", InvitedOutcome.Declined)), Hindrance.RestsAfterNo },
        { "said not now last month", Invited((20, "x", InvitedOutcome.Declined)), null },
        { "was asked long ago and said not now today", Answered(9, 0.1, InvitedOutcome.Declined), Hindrance.RestsAfterNo },
        { "left two unanswered", Invited((9, "x", InvitedOutcome.Unanswered), (7, "y", InvitedOutcome.Unanswered)), Hindrance.NotAnswering },
        { "left two unanswered and one withdrawn", Invited((9, "x", InvitedOutcome.Unanswered), (8, "y", InvitedOutcome.Unanswered), (7, "z", InvitedOutcome.Withdrawn)), Hindrance.NotAnswering },
        { "left one unanswered", Invited((9, "x", InvitedOutcome.Helped), (7, "y", InvitedOutcome.Unanswered)), null },
        { "left two unanswered a month ago", Invited((40, "x", InvitedOutcome.Unanswered), (30, "y", InvitedOutcome.Unanswered)), null },
        { "helped the requester last week", Invited((10, "mia", InvitedOutcome.Helped)), Hindrance.PairRests },
        { "helped the requester, who may ask any time", Invited((10, "mia", InvitedOutcome.Helped)) with { Preferences = new() { AnyTime = [Mia.Id] } }, null },
        { "helped the requester two months ago", Invited((60, "mia", InvitedOutcome.Helped)), null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Who_may_be_invited(string because, Teammate colleague, Hindrance? expected)
    {
        Assert.NotEmpty(because);
        Assert.Equal(expected, Fairness.WhyNotInvite(colleague, Mia, Now, Settings.Default));
    }

    [Fact]
    public void A_requester_may_avoid_somebody_too() =>
        Assert.Equal(Hindrance.Avoided, Fairness.WhyNotInvite(Ana, Mia with { Preferences = new() { Avoids = [Ana.Id] } }, Now, Settings.Default));

    [Fact]
    public void A_pair_is_not_suggested_again_for_a_season_but_the_requester_may_choose()
    {
        var colleague = Invited((60, "mia", InvitedOutcome.Helped));
        Assert.Equal(Hindrance.PairCoolsDown, Fairness.WhyNotSuggest(colleague, Mia, Now, Settings.Default));
        Assert.Null(Fairness.WhyNotInvite(colleague, Mia, Now, Settings.Default));
        Assert.Null(Fairness.WhyNotSuggest(colleague with { Preferences = new() { AnyTime = [Mia.Id] } }, Mia, Now, Settings.Default));
    }

    [Theory]
    [InlineData("Director of Engineering", true)]
    [InlineData("VP, Sales", true)]
    [InlineData("Head of People", true)]
    [InlineData("Chief Technology Officer", true)]
    [InlineData("CTO", true)]
    [InlineData("Senior engineer", false)]
    [InlineData("Executive assistant to the CEO", false)]
    [InlineData("Art direction", false)]
    [InlineData("", false)]
    public void Seniors_are_told_by_their_title(string title, bool senior) => Assert.Equal(senior, Seniority.IsSenior(title));

    [Fact]
    public void The_busiest_twentieth_is_found_by_its_invitations()
    {
        var colleagues = new Colleagues();
        for (var i = 0; i < 40; i++)
            colleagues.Learn(new Teammate(Office.Id($"t{i}"), $"T{i}") { Invited = [.. Enumerable.Range(0, i < 2 ? 12 : 1).Select(n => Once(n / 2.0, "x", InvitedOutcome.Helped))] });
        var spread = colleagues.SpreadAt(Now);
        Assert.Equal(40, spread.People);
        Assert.Equal(12, spread.TopFrom);
        Assert.Equal(24 / 62.0, spread.TopShare, 9);
        Assert.Equal(0, colleagues.SpreadAt(Now + Duration.FromDays(40)).People);
    }

    [Fact]
    public void The_guard_holds_for_the_busiest_only_and_only_when_they_get_too_much()
    {
        var busy = Invited((20, "x", InvitedOutcome.Helped), (10, "x", InvitedOutcome.Helped), (2, "y", InvitedOutcome.Helped));
        var calm = Invited((2, "y", InvitedOutcome.Helped));
        Assert.True(Fairness.IsGuarded(busy, new Spread(100, 0.3, 3), Now, Settings.Default));
        Assert.False(Fairness.IsGuarded(busy, new Spread(100, 0.2, 3), Now, Settings.Default));
        Assert.False(Fairness.IsGuarded(calm, new Spread(100, 0.3, 3), Now, Settings.Default));
    }

    private static Teammate With(Func<Preferences, Preferences> change) => Ana with { Preferences = change(Ana.Preferences) };

    private static Teammate Invited(params (double DaysAgo, string By, InvitedOutcome Outcome)[] invited) =>
        Ana with { Invited = [.. invited.Select(i => Once(i.DaysAgo, i.By, i.Outcome))] };

    private static Teammate Answered(double askedDaysAgo, double answeredDaysAgo, InvitedOutcome outcome) =>
        Ana with { Invited = [Once(askedDaysAgo, "x", outcome) with { EndedAt = Now - Duration.FromDays(answeredDaysAgo) }] };

    private static Invited Once(double daysAgo, string by, InvitedOutcome outcome) => new(new AskId($"{daysAgo}{by}"), Office.Id(by), Now - Duration.FromDays(daysAgo), outcome);
}
