using static ChatConnector.Engine.Tests.FollowingUp.Office;

namespace ChatConnector.Engine.Tests.FollowingUp;

public sealed class PayForwardTests
{
    private readonly Office office = new();

    public PayForwardTests() => office.Change(Ana, t => t with { Topics = [new Topic("Airflow", TopicOrigin.Declared, TopicState.Confirmed, office.Now)] });

    [Fact]
    public void An_open_ask_close_to_what_they_know_is_laid_before_whoever_was_helped()
    {
        Helped();
        office.Asks(Cleo, "help with an Airflow schedule");
        Wait();
        Assert.StartsWith("Someone could use a hand with an Airflow schedule.", office.Only(Ana, "pay-forward"), StringComparison.Ordinal);
        Assert.DoesNotContain("Cleo", office.Only(Ana, "pay-forward"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_offered_that_they_know_nothing_about()
    {
        Helped();
        office.Asks(Cleo, "help with a tax form");
        Wait();
        Assert.Equal(0, office.Count(Ana, "pay-forward"));
    }

    [Fact]
    public void Anonymous_asks_are_not_carried_about()
    {
        Helped();
        office.Asks(Cleo, "help with an Airflow schedule", anonymous: true);
        Wait();
        Assert.Equal(0, office.Count(Ana, "pay-forward"));
    }

    [Fact]
    public void Asks_that_have_ended_are_not_offered()
    {
        Helped();
        office.Asks(Cleo, "help with an Airflow schedule");
        office.Do(Cleo, new Act(Verb.WithdrawAsk, office.Ask));
        Wait();
        Assert.Equal(0, office.Count(Ana, "pay-forward"));
        Assert.Empty(office.All<Noticeboard>().Single().Ids);
    }

    [Fact]
    public void People_who_avoid_each_other_are_not_brought_together_this_way()
    {
        office.Change(Cleo, t => t with { Preferences = t.Preferences with { Avoids = [Ana] } });
        Helped();
        office.Asks(Cleo, "help with an Airflow schedule");
        Wait();
        Assert.Equal(0, office.Count(Ana, "pay-forward"));
    }

    [Fact]
    public void Once_in_two_weeks_is_enough()
    {
        Helped();
        office.Asks(Cleo, "help with an Airflow schedule");
        Wait();
        office.Press(Ana, "Not now");
        Helped();
        office.Asks(Dan, "help with an Airflow sensor");
        Wait();
        Assert.Equal(1, office.Count(Ana, "pay-forward") + office.Count(Ana, "pay-forward-skipped"));
    }

    [Fact]
    public void A_look_is_an_invitation_that_can_be_declined_like_any_other()
    {
        Helped();
        office.Asks(Cleo, "help with an Airflow schedule");
        Wait();
        office.Press(Ana, "Have a look");
        office.Only(Ana, "invitation");
        office.Press(Ana, "Not now");
        office.Only(Ana, "declined");
        Assert.Equal(InvitationState.Declined, office.TheAsk.InvitationOf(Ana)!.State);
    }

    [Fact]
    public void A_second_look_shows_nothing_new()
    {
        Helped();
        office.Asks(Cleo, "help with an Airflow schedule");
        Wait();
        var look = office.Find(Ana, "Have a look").Act;
        office.Do(Ana, look);
        office.Silent(() => office.Do(Ana, look), Ana);
        Assert.Single(office.TheAsk.Invitations, i => i.Colleague == Ana);
    }

    [Fact]
    public void Nobody_looks_at_an_ask_that_was_not_laid_before_them()
    {
        office.Asks(Cleo, "help with an Airflow schedule");
        office.Do(Ana, new Act(Verb.LookAtAsk, office.Ask));
        Assert.Equal("refusal", office.Of(Ana).Last().Kind);
        Assert.DoesNotContain(office.Of(Ana), c => Chats.Showing.Text(c).Contains("Airflow", StringComparison.Ordinal));
    }

    /// <summary>Ana was helped, and it is the afternoon before an ask may be laid before her.</summary>
    private void Helped()
    {
        office.Asks(Ana, "help with a query").Helps(Bo);
        office.Press(Ana, "I've found an answer");
        office.Press(Ana, "Yes, it helped");
        office.Press(Ana, "Already did");
        var due = office.TheAsk.Pending.Single(p => p.Reminder.Kind == ReminderKind.OfferPayForward).At;
        office.After(due - office.Now - Duration.FromHours(17));
    }

    /// <summary>Until the offer is due; the ask's own search has not reached anybody by then.</summary>
    private void Wait() => office.After(Duration.FromHours(17.6));
}
