using static ChatConnector.Engine.Tests.FollowingUp.Office;

namespace ChatConnector.Engine.Tests.FollowingUp;

public sealed class CheckInTests
{
    private static readonly (string, string)[] Specific = [(Fields.Did, "You walked me through the rollback plan."), (Fields.Changed, "We shipped Wednesday.")];
    private readonly Office office = new();

    [Fact]
    public void It_helped_solves_the_ask_and_specific_thanks_reach_the_helper_uncoached()
    {
        office.Asks(Ana).Helps(Bo).Days(1);
        Assert.StartsWith("How did it go with Bo?", office.Only(Ana, "check-in"), StringComparison.Ordinal);
        office.Press(Ana, "It helped");
        Assert.Equal(Stage.Solved, office.TheAsk.Stage);
        office.FillIn(Ana, "Write it now", Specific);
        Assert.Equal("From Ana:\n> You walked me through the rollback plan.\n> We shipped Wednesday.\n{Reply …}", office.Last(Bo));
        Assert.Equal(0, office.Count(Ana, "coach"));
        Assert.Equal(ThanksState.Sent, office.Help(Bo).Thanks);
    }

    [Fact]
    public void Not_really_stays_with_the_requester_and_somebody_else_may_be_found()
    {
        office.Asks(Ana).Helps(Bo).Days(1);
        office.Silent(() =>
        {
            office.Press(Ana, "Not really");
            office.Press(Ana, "Look for someone else");
            office.Days(20);
        }, Bo);
        Assert.True(office.TheAsk.IsOpen || office.TheAsk.Stage == Stage.Closed);
        Assert.Equal(ThanksState.NotDue, office.Help(Bo).Thanks);
        Assert.Empty(office.All<Evidence>());
        // The ask is looked after as if nobody had answered.
        Assert.Equal(1, office.Count(Ana, "unanswered"));
        office.Only(Ana, "archived");
    }

    [Fact]
    public void Partly_leaves_the_ask_open_and_makes_room_for_somebody_else()
    {
        office.Asks(Ana).Helps(Bo).Days(1);
        office.Press(Ana, "Partly");
        Assert.True(office.TheAsk.IsOpen);
        office.Helps(Cleo);
        Assert.Equal(HelpStage.Introduced, office.Help(Cleo).Stage);
        office.Press(Ana, "Write thanks");
    }

    [Fact]
    public void We_have_not_talked_yet_is_asked_again_two_working_days_later()
    {
        office.Asks(Ana).Helps(Bo).Days(1);
        office.Press(Ana, "We haven't talked yet");
        office.Only(Ana, "kick-off");
        office.Days(3);
        office.Only(Ana, "check-in");
        office.Press(Ana, "It helped");
        Assert.Equal(Stage.Solved, office.TheAsk.Stage);
    }

    [Fact]
    public void Answers_given_twice_change_nothing()
    {
        office.Asks(Ana).Helps(Bo).Days(1);
        var (yes, no, notYet) = (office.Find(Ana, "It helped").Act, office.Find(Ana, "Not really").Act, office.Find(Ana, "We haven't talked yet").Act);
        office.Do(Ana, yes);
        var help = office.Help(Bo);
        office.Silent(() =>
        {
            office.Do(Ana, yes);
            office.Do(Ana, no);
            office.Do(Ana, notYet);
        }, Bo);
        Assert.Equal(help, office.Help(Bo));
        Assert.Equal("told-already", office.Of(Ana).Last().Kind);
    }

    [Fact]
    public void Marked_as_solved_the_requester_is_asked_at_once_who_helped()
    {
        office.Asks(Ana).Helps(Bo);
        office.Press(Ana, "I've found an answer");
        office.Only(Ana, "was-it-them");
        office.Press(Ana, "Yes, it helped");
        office.Only(Ana, "helped");
        office.Days(2);
        Assert.Equal(0, office.Count(Ana, "check-in"));
    }

    [Fact]
    public void Solved_without_a_word_the_helper_and_who_thought_of_them_hear_of_it()
    {
        office.Asks(Ana).Helps(Bo, thoughtOfBy: Cleo);
        office.Press(Ana, "I've found an answer");
        office.Days(2);
        office.Only(Bo, "solved-with-your-help");
        Assert.StartsWith("The introduction you made: Ana says Bo helped", office.Only(Cleo, "introduction-helped"), StringComparison.Ordinal);
        Assert.Contains(office.Who(Bo).Received, r => r.Kind == ReceivedKind.Solved && r.From == Ana);
    }

    [Fact]
    public void A_lead_that_solved_it_can_be_thanked_for()
    {
        office.Asks(Ana).LeavesLead(Dan, "Ask the data guild.");
        office.Press(Ana, "That solved it");
        office.FillIn(Ana, "Thank Dan", Specific);
        Assert.StartsWith("The lead you left", office.Only(Dan, "thanks-for-lead"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_nobody_thanked_for_still_hears_that_it_was_solved()
    {
        office.Asks(Ana).LeavesLead(Dan, "Ask the data guild.");
        office.Press(Ana, "That solved it");
        office.Days(3);
        office.Only(Dan, "lead-solved");
    }
}
