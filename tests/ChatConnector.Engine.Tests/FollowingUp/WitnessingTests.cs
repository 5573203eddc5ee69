namespace ChatConnector.Engine.Tests.FollowingUp;

/// <summary>What was asked is kept as evidence only for as long as the ask's own text.</summary>
public sealed class WitnessingTests
{
    private const string Need = "help with the merger nobody knows of";

    private readonly Office office = new();

    [Fact]
    public void Words_of_before_an_edit_are_forgotten_with_the_ask()
    {
        office.Asks(Office.Ana, Need, topics: "merger").Helps(Office.Bo).Days(1).Press(Office.Ana, "Partly");
        Assert.Equal(Need, Assert.Single(office.All<Evidence>()).Text);
        office.Do(Office.Ana, new Act(Verb.EditAsk, office.Ask).With(Fields.Need, "help with a contract"));
        office.Do(Office.Ana, new Act(Verb.WithdrawAsk, office.Ask));
        office.Days(200);
        Assert.Equal("merger", Assert.Single(office.All<Evidence>()).Text);
    }

    [Fact]
    public void A_topic_somebody_was_vouched_for_stays()
    {
        office.Asks(Office.Ana, Need, topics: "merger").Helps(Office.Bo).AndItHelped();
        var help = office.All<Evidence>().Single();
        office.Change(a => a with { Evidence = a.Evidence.Add("vouched") });
        office.Keep(help with { Id = "vouched", Origin = EvidenceOrigin.Endorsed, Text = "due diligence" });
        office.Days(200);
        Assert.Equal(["due diligence", "merger"], office.All<Evidence>().Select(e => e.Text).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void When_the_author_is_forgotten_only_the_topics_stay(bool anonymous)
    {
        office.Asks(Office.Ana, Need, anonymous: anonymous, topics: "merger").Helps(Office.Bo).AndItHelped();
        Assert.Equal(Need, Assert.Single(office.All<Evidence>()).Text);
        office.Do(Office.Ana, new Act(Verb.ForgetMeForSure));
        Assert.Equal("merger", Assert.Single(office.All<Evidence>()).Text);
    }
}
