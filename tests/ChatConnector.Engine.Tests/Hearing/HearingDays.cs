namespace ChatConnector.Engine.Tests.Hearing;

public class HearingDays
{
    [Theory]
    // Today is Monday 2 March 2026. A pause ends on the day that is heard: "until Friday" is quiet up to Thursday night.
    [InlineData("pause until tomorrow", "2026-03-03")]
    [InlineData("pause until Friday", "2026-03-06")]
    [InlineData("pause until fri", "2026-03-06")]
    [InlineData("Pause everything until Monday, please.", "2026-03-09")]
    [InlineData("pause until next Friday", "2026-03-13")]
    [InlineData("pause until this Friday", "2026-03-06")]
    [InlineData("pause until next week", "2026-03-09")]
    [InlineData("pause until the weekend", "2026-03-07")]
    [InlineData("pause until the end of the month", "2026-04-01")]
    [InlineData("pause until next month", "2026-04-01")]
    [InlineData("pause until new year", "2027-01-01")]
    [InlineData("pause until 3 March", "2026-03-03")]
    [InlineData("pause until 3rd of March", "2026-03-03")]
    [InlineData("pause until March 3", "2026-03-03")]
    [InlineData("pause until the 24th of december", "2026-12-24")]
    [InlineData("pause until 1 March", "2027-03-01")]
    [InlineData("pause until 1 March 2028", "2028-03-01")]
    [InlineData("pause until 29 February 2028", "2028-02-29")]
    [InlineData("pause until 24.12.", "2026-12-24")]
    [InlineData("pause until 24.12.2026", "2026-12-24")]
    [InlineData("pause until 2026-12-01", "2026-12-01")]
    [InlineData("pause till 2026-12-01", "2026-12-01")]
    [InlineData("pause today", "2026-03-03")]
    [InlineData("pause for today", "2026-03-03")]
    [InlineData("pause this week", "2026-03-09")]
    [InlineData("pause for the rest of the week", "2026-03-09")]
    [InlineData("pause for a day", "2026-03-03")]
    [InlineData("pause for two weeks", "2026-03-16")]
    [InlineData("pause for a couple of weeks", "2026-03-16")]
    [InlineData("pause for 3 days", "2026-03-05")]
    [InlineData("pause for the next ten days", "2026-03-12")]
    [InlineData("pause for a month", "2026-04-02")]
    [InlineData("pause for a fortnight", "2026-03-16")]
    [InlineData("snooze for a few days", "2026-03-05")]
    [InlineData("I'm away until Thursday", "2026-03-05")]
    [InlineData("I'm on vacation for two weeks", "2026-03-16")]
    [InlineData("I am out of office until 16 March", "2026-03-16")]
    [InlineData("stop messaging me until Wednesday", "2026-03-04")]
    [InlineData("don't message me this week", "2026-03-09")]
    public void A_pause_ends_on_the_day_that_is_said(string said, string until)
    {
        var act = Hear.Words(said);

        Assert.Equal((Verb.PauseUntil, until), (act.Verb, act.Field(Fields.Until)));
    }

    [Theory]
    [InlineData("pause until 30 February")]
    [InlineData("pause until 2026-02-30")]
    [InlineData("pause until 2020-01-01")]
    [InlineData("pause until 2026-03-02")]
    [InlineData("pause until 99999999999999999999")]
    [InlineData("pause for 99999999 weeks")]
    [InlineData("pause for 0 days")]
    [InlineData("pause for two hours")]
    [InlineData("pause until someday")]
    [InlineData("pause until 9999-12-31")]
    public void A_day_that_is_none_or_not_ahead_is_asked_for(string said) => Assert.Equal(Verb.ChoosePause, Hear.Words(said).Verb);

    [Theory]
    [InlineData("pause asks until Friday", Fields.AsksOnly)]
    [InlineData("pause invitations for a week", Fields.AsksOnly)]
    [InlineData("pause until Friday", "")]
    [InlineData("pause everything until Friday", "")]
    public void A_pause_may_be_of_asks_alone(string said, string scope) => Assert.Equal(scope, Hear.Words(said).Field(Fields.Scope));

    [Theory]
    [InlineData(2026, 12, 31, "pause until tomorrow", "2027-01-01")]
    [InlineData(2026, 12, 31, "pause this week", "2027-01-04")]
    [InlineData(2026, 12, 31, "pause until the end of the month", "2027-01-01")]
    [InlineData(2028, 1, 31, "pause for a month", "2028-02-29")]
    [InlineData(2026, 3, 6, "pause until Friday", "2026-03-13")]
    [InlineData(2026, 3, 8, "pause until next Friday", "2026-03-13")]
    [InlineData(2026, 3, 8, "pause until Monday", "2026-03-09")]
    public void Days_are_counted_from_the_speakers_today(int year, int month, int day, string said, string until) =>
        Assert.Equal(until, Listener.Hear(new Said.Words(said), new LocalDate(year, month, day)).Field(Fields.Until));
}
