using static ChatConnector.Engine.Tests.FollowingUp.Office;

namespace ChatConnector.Engine.Tests.FollowingUp;

public sealed class TopicTests
{
    private static readonly (string, string)[] Specific = [(Fields.Did, "You walked me through the rollback plan."), (Fields.Changed, "We shipped Wednesday.")];
    private readonly Office office = new();

    [Fact]
    public void A_topic_joins_the_list_only_when_the_helper_adds_it()
    {
        office.Asks(Ana, topics: "postgres").Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", [.. Specific, (Fields.Topic, "postgres")]);
        Assert.Equal(TopicState.Proposed, Knowing.Topic(office.Who(Bo), "postgres")!.State);
        Assert.Contains("Ana would vouch for you on 'postgres'.", office.Only(Bo, "thanks"), StringComparison.Ordinal);
        office.Press(Bo, "Add");
        Assert.Equal((TopicState.Confirmed, TopicOrigin.Endorsed), (Knowing.Topic(office.Who(Bo), "postgres")!.State, Knowing.Topic(office.Who(Bo), "postgres")!.Origin));
        Assert.Contains(office.All<Evidence>(), e => e is { Origin: EvidenceOrigin.Endorsed, Text: "postgres" } && e.About == Bo);
        Assert.DoesNotContain(office.Of(Bo).SelectMany(c => c.Buttons), b => b.Label == "Add");
        Assert.Contains("> You walked me through", office.Only(Bo, "thanks"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_declined_is_never_proposed_again()
    {
        office.Asks(Ana, topics: "postgres").Helps(Bo).AndItHelped();
        var add = new Act(Verb.AcceptTopic, office.Ask);
        office.Press(Ana, "Skip");
        office.Press(Bo, "No");
        Assert.Equal(TopicState.Removed, Knowing.Topic(office.Who(Bo), "postgres")!.State);
        office.Do(Bo, add);
        Assert.Equal(TopicState.Removed, Knowing.Topic(office.Who(Bo), "postgres")!.State);
        office.Asks(Ana, topics: "postgres").Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", [.. Specific, (Fields.Topic, "postgres")]);
        Assert.DoesNotContain(office.Of(Bo).Last().Buttons, b => b.Label == "Add");
    }
}
