using static ChatConnector.Engine.Tests.FollowingUp.Office;
using Thanks = ChatConnector.Engine.FollowingUp.Thanks;

namespace ChatConnector.Engine.Tests.FollowingUp;

public sealed class ThanksTests
{
    private static readonly (string, string)[] Specific = [(Fields.Did, "You walked me through the rollback plan."), (Fields.Changed, "We shipped Wednesday.")];
    private static readonly (string, string)[] Vague = [(Fields.Did, "Thanks so much, you're the best!")];
    private readonly Office office = new();

    [Fact]
    public void Vague_thanks_get_one_suggestion_and_go_out_with_the_added_line()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", Vague);
        office.Only(Ana, "coach");
        Assert.Equal(0, office.Count(Bo, "thanks"));
        office.FillIn(Ana, "Add a line", (Fields.Detail, "also great"));
        Assert.Contains("> Thanks so much, you're the best!\n> also great", office.Only(Bo, "thanks"), StringComparison.Ordinal);
    }

    [Fact]
    public void Vague_thanks_whose_author_ignores_the_coach_go_out_within_the_hour()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", Vague);
        office.After(Duration.FromMinutes(61));
        Assert.Contains("you're the best", office.Only(Bo, "thanks"), StringComparison.Ordinal);
        office.Only(Ana, "thanks-sent");
    }

    [Fact]
    public void Sending_again_what_went_out_changes_nothing()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        var opens = office.Find(Ana, "Write it now").Act;
        office.FillIn(Ana, "Write it now", Vague);
        var anyway = office.Find(Ana, "Send anyway").Act;
        var line = office.Find(Ana, "Add a line").Act;
        office.Do(Ana, anyway);
        office.Silent(() =>
        {
            office.Do(Ana, anyway);
            office.Submit(Ana, opens, Specific);
            Assert.Null(office.Open(Ana, line));
        }, Bo);
        Assert.Equal("thanked-already", office.Of(Ana).Last().Kind);
        Assert.Equal("From Ana:\n> Thanks so much, you're the best!\n{Reply …}", office.Only(Bo, "thanks"));
    }

    [Fact]
    public void Whoever_made_the_connection_or_left_a_lead_is_thanked_too()
    {
        office.Asks(Ana).LeavesLead(Dan, "The old runbook has a chapter on it.");
        office.Helps(Bo, thoughtOfBy: Cleo).AndItHelped();
        var form = office.FillIn(Ana, "Write it now", Specific);
        Assert.Equal("cleo,dan", form.Fields.OfType<Wording.Field.People>().Single().Initial);
        Assert.StartsWith("The introduction you made: Ana says Bo helped, and thanks you both:\n> You walked", office.Only(Cleo, "thanks-for-connecting"), StringComparison.Ordinal);
        Assert.Contains("Ana thanks Bo, and you:", office.Only(Dan, "thanks-for-lead"), StringComparison.Ordinal);
        Assert.Contains(office.All<Evidence>(), e => e.About == Cleo && e.Origin == EvidenceOrigin.Connected);
        office.Days(10);
        Assert.Equal(0, office.Count(Dan, "lead-solved"));
    }

    [Fact]
    public void The_helper_can_write_back()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", Specific);
        office.FillIn(Bo, "Reply", (Fields.Text, "Any time!"));
        office.FillIn(Bo, "Reply", (Fields.Text, "Any time!"));
        Assert.Equal("Bo writes back about moving reports to the warehouse:\n> Any time!", office.Only(Ana, "reply"));
    }

    [Fact]
    public void Thanks_need_no_ask()
    {
        office.Do(Ana, new Act(Verb.ThankInWords, About: Dan).With(Fields.Text, "thanks for showing me the dashboard trick, so I could finish before lunch"));
        Assert.StartsWith("From Ana:\n> thanks for showing me", office.Only(Dan, "thanks-without-ask"), StringComparison.Ordinal);
        office.FillIn(Dan, "Reply", (Fields.Text, "My pleasure"));
        Assert.Equal("Dan writes back:\n> My pleasure", office.Only(Ana, "reply"));
    }

    [Fact]
    public void Thanks_to_somebody_not_named_wait_for_a_name()
    {
        office.Do(Ana, new Act(Verb.ThankInWords).With(Fields.Text, "thanks Daniel for showing me the trick, now it works"));
        office.FillIn(Ana, "Pick somebody", (Fields.To, "dan"));
        Assert.Contains("> thanks Daniel for showing me the trick, now it works", office.Only(Dan, "thanks-without-ask"), StringComparison.Ordinal);
        Assert.Empty(office.All<Thanks>());
    }

    [Theory]
    [InlineData("ana", "thanks-to-oneself")]
    [InlineData("nobody-here", "thanks-not-reachable")]
    public void Thanks_that_cannot_be_passed_on_are_refused_kindly(string to, string kind)
    {
        office.Do(Ana, new Act(Verb.ThankInWords, About: new TeammateId(to)).With(Fields.Text, "thanks"));
        office.Only(Ana, kind);
    }

    [Fact]
    public void Thanks_wait_for_the_helpers_morning()
    {
        office.Change(Bo, t => t with { Zone = "Pacific/Auckland" });
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.Silent(() => office.FillIn(Ana, "Write it now", Specific), Bo);
        office.Days(1);
        office.Only(Bo, "thanks");
    }
}
