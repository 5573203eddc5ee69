using static ChatConnector.Engine.Tests.FollowingUp.Office;

namespace ChatConnector.Engine.Tests.FollowingUp;

public sealed class WeeksLaterTests
{
    private readonly Office office = new();

    [Fact]
    public void How_it_turned_out_is_told_once()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped().Days(22);
        var tell = office.Find(Ana, "Tell them").Act;
        var send = office.Open(Ana, tell)!.Submits.With(Fields.Text, "It went well.");
        office.Do(Ana, send);
        office.Do(Ana, send);
        Assert.Contains("> It went well.", office.Only(Bo, "outcome-for-helper"), StringComparison.Ordinal);
        office.Only(Ana, "outcome-told-already");
        Assert.Null(office.Open(Ana, tell));
        Assert.Single(office.Who(Bo).Received, r => r.Kind == ReceivedKind.Outcome);
    }

    [Fact]
    public void Whoever_tells_how_it_ended_is_not_nudged_for_thanks()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.Submit(Ana, new Act(Verb.TellOutcome, office.Ask, Bo), (Fields.Text, "Done, thanks to your script."));
        office.Silent(() => office.Days(120), Bo);
        Assert.DoesNotContain(office.Of(Ana), c => c.Kind is "thanks-prompt" or "thanks-prompt-last" or "outcome");
    }

    [Fact]
    public void Without_an_answer_it_is_asked_twice_in_all()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped().Days(400);
        Assert.Equal(2, office.Count(Ana, "outcome"));
    }

    [Fact]
    public void Too_early_again_and_again_is_taken_at_their_word()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        for (var time = 0; time < 5; time++)
        {
            office.Days(24);
            office.Press(Ana, "Too early – 3 weeks");
        }

        office.Days(24);
        office.Press(Ana, "Don't remind me");
        Assert.Equal(6, office.Count(Ana, "outcome") + office.Count(Ana, "outcome-too-early") + office.Count(Ana, "no-outcome"));
        office.Days(200);
        Assert.Equal(0, office.Count(Ana, "outcome"));
    }

    [Theory]
    [InlineData(Verb.SendOutcome)]
    [InlineData(Verb.SendGift)]
    [InlineData(Verb.SendHello)]
    [InlineData(Verb.SendThanks)]
    [InlineData(Verb.ItHelped)]
    [InlineData(Verb.NotReally)]
    [InlineData(Verb.LookFurther)]
    [InlineData(Verb.StopHello)]
    [InlineData(Verb.LoopLater)]
    [InlineData(Verb.EnoughGiven)]
    public void Nobody_is_written_to_who_never_helped(Verb verb)
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        var before = office.TheAsk;
        office.Silent(() => office.Do(Ana, new Act(verb, office.Ask, Dan, "Resource").With(Fields.Text, "hello").With(Fields.Did, "You fixed it, so we shipped")), Dan);
        Assert.Equal(before, office.TheAsk);
    }

    [Theory]
    [InlineData(Verb.SendOutcome)]
    [InlineData(Verb.SendGift)]
    [InlineData(Verb.SendThanks)]
    [InlineData(Verb.SendHello)]
    [InlineData(Verb.ItHelped)]
    public void Nobody_speaks_for_the_requester(Verb verb)
    {
        office.Asks(Ana).Helps(Bo).Days(1);
        var before = office.TheAsk;
        foreach (var other in new[] { Bo, Cleo })
            office.Silent(() => office.Do(other, new Act(verb, office.Ask, Bo, "Resource").With(Fields.Text, "hello").With(Fields.Did, "You fixed it, so we shipped")), Ana);
        Assert.Equal(before, office.TheAsk);
    }

    [Fact]
    public void One_hello_a_week_at_most()
    {
        office.Asks(Ana, "help with a query").Helps(Bo).AndItHelped();
        office.Submit(Ana, new Act(Verb.TellOutcome, office.Ask, Bo), (Fields.Text, "It runs."));
        office.Asks(Ana, "help with a dashboard").Helps(Cleo).AndItHelped();
        office.Submit(Ana, new Act(Verb.TellOutcome, office.Ask, Cleo), (Fields.Text, "It shows."));
        office.Days(92);
        Assert.Equal(1, office.Count(Ana, "hello-suggested"));
        office.Days(9);
        Assert.Equal(2, office.Count(Ana, "hello-suggested"));
    }

    [Fact]
    public void No_hello_to_somebody_one_has_had_to_do_with_since()
    {
        office.Asks(Ana, "help with a query").Helps(Bo).AndItHelped();
        office.Submit(Ana, new Act(Verb.TellOutcome, office.Ask, Bo), (Fields.Text, "It runs."));
        office.Days(80).Asks(Bo, "help with a dashboard").Helps(Ana);
        office.Days(30);
        Assert.Equal(0, office.Count(Ana, "hello-suggested"));
    }

    [Fact]
    public void The_same_gift_twice_is_one_gift()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.Submit(Ana, new Act(Verb.TellOutcome, office.Ask, Bo), (Fields.Text, "It runs."));
        var gift = office.Open(Ana, office.Find(Ana, "A resource").Act)!.Submits.With(Fields.Text, "wiki/locks");
        office.Do(Ana, gift);
        office.Do(Ana, gift);
        office.Only(Bo, "gift");
    }

    [Fact]
    public void Gifts_to_somebody_who_avoids_one_do_not_arrive_and_nobody_can_tell()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.Change(Bo, t => t with { Preferences = t.Preferences with { Avoids = [Ana] } });
        office.Silent(() =>
        {
            office.Submit(Ana, new Act(Verb.TellOutcome, office.Ask, Bo), (Fields.Text, "It runs."));
            office.FillIn(Ana, "A resource", (Fields.Text, "wiki/locks"));
        }, Bo);
        office.Only(Ana, "given");
        office.Days(120);
        Assert.Equal(0, office.Count(Ana, "hello-suggested"));
    }

    [Fact]
    public void An_open_loop_is_not_mentioned_the_day_somebody_helped()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.Asks(Ana, "help with a query");
        Assert.Equal(0, office.Count(Ana, "open-loop"));
    }

    [Fact]
    public void After_the_last_nudge_thanks_are_not_brought_up_beside_a_new_ask_either()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped().Days(5);
        office.Only(Ana, "thanks-prompt-last");
        office.Asks(Ana, "help with a query");
        Assert.Equal(0, office.Count(Ana, "open-loop"));
    }

    [Fact]
    public void Once_an_anonymous_asks_author_is_forgotten_nothing_more_is_asked_or_kept()
    {
        office.Asks(Ana, anonymous: true).Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", (Fields.Did, "Thanks, you're great"));
        office.Days(400);
        Assert.Equal(1, office.Count(Ana, "outcome"));
        Assert.Empty(office.All<Engine.FollowingUp.Thanks>());
        Assert.DoesNotContain(office.Who(Bo).Received, r => r.From == Ana);
    }
}
