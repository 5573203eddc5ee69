using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class ReasonTests
{
    private readonly Office office = new(
        """
        Mia   | Payments  | Backend engineer   |
        Ana   | Data      | Database engineer  | Postgres
        Tom   | Payments  | Analyst            |
        Sam   |           | Security engineer  |
        Jo    |           |                    |
        """);

    [Theory]
    [InlineData("ana", "Postgres is slow", "put 'Postgres' on their ask-me list; is on a different team")]
    [InlineData("sam", "Something about security", "works as Security engineer")]
    public void What_people_say_of_themselves_is_quoted(string colleague, string ask, string reason) =>
        Assert.Equal(reason, office.ReasonFor(colleague, "mia", ask));

    [Fact]
    public void A_topic_they_confirmed_reads_differently_from_one_they_wrote()
    {
        office.Change("jo", t => t with { Topics = [new Topic("Kubernetes", TopicOrigin.Helped, TopicState.Confirmed, Office.Now)] });
        Assert.Equal("is happy to be asked about 'Kubernetes'", office.ReasonFor("jo", "mia", "Kubernetes upgrade"));
    }

    [Fact]
    public void Help_for_the_requester_is_remembered_as_such()
    {
        office.Helped("tom", "mia", "Quarterly revenue report", daysAgo: 190);
        Assert.Equal("helped you with 'revenue report' in May", office.ReasonFor("tom", "mia", "My revenue report is off"));
    }

    [Fact]
    public void Whoever_asked_in_the_same_channel_may_be_named()
    {
        office.Helped("tom", "jo", "Quarterly revenue report", channel: "billing");
        Assert.Equal("helped Jo with 'revenue' this month", office.ReasonFor("tom", "mia", "Where does revenue come from?", "billing"));
    }

    /// <summary>A channel may be one of those that only its members see.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("frontend")]
    public void Elsewhere_nobody_hears_who_asked_in_a_channel(string? askedIn)
    {
        office.Helped("tom", "jo", "Quarterly revenue report", channel: "billing").Helped("ana", "sam", "a form", channel: "frontend");
        Assert.Equal("helped a colleague with 'revenue' this month", office.ReasonFor("tom", "mia", "Where does revenue come from?", askedIn));
    }

    [Theory]
    [InlineData("Quarterly revenue report for project Nightingale")]
    [InlineData("jo's secret: revenue")]
    public void A_private_ask_names_nobody_and_gives_nothing_away(string privateAsk)
    {
        office.Helped("tom", "jo", privateAsk);
        Assert.Equal("helped a colleague with 'revenue' this month", office.ReasonFor("tom", "mia", "Where does revenue come from?"));
    }

    [Fact]
    public void Whoever_left_is_not_named_either()
    {
        office.Helped("tom", "jo", "revenue", channel: "billing").Change("jo", t => t with { Presence = Presence.Left });
        Assert.Equal("helped a colleague with 'revenue' this month", office.ReasonFor("tom", "mia", "revenue", "billing"));
    }

    [Fact]
    public void Whoever_is_renamed_is_called_by_the_new_name()
    {
        office.Helped("tom", "jo", "revenue", channel: "billing").Change("jo", t => t with { Name = "Joanna" });
        Assert.Equal("helped Joanna with 'revenue' this month", office.ReasonFor("tom", "mia", "revenue", "billing"));
    }

    [Fact]
    public void Words_of_two_lines_are_not_quoted_as_one()
    {
        office.Helped("tom", "jo", "ledger migration");
        Assert.Equal("helped a colleague with 'ledger' and 'migration' this month", office.ReasonFor("tom", "mia", "It is about a ledger\nmigration is what we want"));
    }

    [Theory]
    [InlineData(30, "has been helping colleagues lately")]
    [InlineData(120, "helped colleagues before")]
    [InlineData(9000, "helped colleagues before")]
    public void Lately_is_not_said_of_long_ago(int daysAgo, string reason)
    {
        office.Helped("tom", "jo", "something else entirely", daysAgo);
        Assert.Equal(reason, office.ReasonFor("tom", "mia", "revenue"));
    }

    /// <summary>An organization's own weights may fall to nothing; what speaks for somebody is then what they lean to.</summary>
    [Theory]
    [InlineData(EvidenceOrigin.Helped, "helped a colleague with 'revenue' in October")]
    [InlineData(EvidenceOrigin.Thanked, "was thanked for help with 'revenue' in October")]
    public void Nobody_is_said_to_have_worked_with_somebody_they_never_met(EvidenceOrigin origin, string reason)
    {
        office.Helped("tom", "jo", "revenue", 40, origin);
        var weights = Weights.Default with { Helped = 0, Contributed = 0 };
        var tom = office.Colleagues.Rank(new Query("revenue", Office.Id("mia"), Office.Now) { Weights = weights }, 10).Single(c => c.Who == Office.Id("tom"));
        Assert.Equal(reason, tom.Reason);
    }

    [Theory]
    [InlineData(EvidenceOrigin.Offered, "stepped in when a colleague asked about 'revenue' in October 2025", 400)]
    [InlineData(EvidenceOrigin.Thanked, "was thanked for help with 'revenue' in October", 40)]
    [InlineData(EvidenceOrigin.Endorsed, "was endorsed for 'revenue' by a colleague", 40)]
    public void Each_kind_of_evidence_has_its_words(EvidenceOrigin origin, string reason, int daysAgo)
    {
        office.Helped("tom", "jo", "revenue", daysAgo, origin: origin);
        Assert.Equal(reason, office.ReasonFor("tom", "mia", "revenue"));
    }

    [Fact]
    public void Old_ties_are_mentioned()
    {
        office.Helped("ana", "mia", "something else entirely", daysAgo: 20);
        Assert.Equal("put 'Postgres' on their ask-me list; you two have worked on something together", office.ReasonFor("ana", "mia", "Postgres"));
    }

    [Fact]
    public void Help_in_the_channel_is_mentioned_where_the_ask_is_open()
    {
        Enumerable.Range(0, 3).ToList().ForEach(n => office.Helped("ana", "jo", $"question {n}", channel: "billing"));
        office.Helped("tom", "jo", "a form", channel: "frontend").Helped("sam", "jo", "a form", channel: "frontend");
        Assert.Equal("put 'Postgres' on their ask-me list; often helps in #billing", office.ReasonFor("ana", "mia", "Postgres", "billing"));
        Assert.Equal("often helps in #billing; is on a different team", office.ReasonFor("ana", "mia", "revenue", "billing"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("frontend")]
    public void A_channel_is_named_only_to_those_who_ask_there(string? askedIn)
    {
        Enumerable.Range(0, 9).ToList().ForEach(n => office.Helped("ana", "jo", $"question {n}", channel: "billing").Helped("tom", "jo", "a form", channel: "frontend"));
        Assert.All(office.Rank("mia", "Postgres", channel: askedIn), c => Assert.DoesNotContain("billing", c.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("billing", "you often help in #billing")]
    [InlineData("", "you often help where they asked")]
    public void The_same_is_said_to_their_face(string channel, string reason) =>
        Assert.Equal(reason + "; you're on a different team", Wording.Reasons.ToThem(Wording.Reasons.OftenHelpsIn(channel) + "; is on a different team", anonymous: false));

    [Fact]
    public void The_parts_of_an_explanation_add_up()
    {
        office.Helped("ana", "mia", "Postgres", 3).Helped("tom", "jo", "Postgres", 9);
        var parts = office.Colleagues.Explain(new Query("Postgres", new TeammateId("mia"), Suggesting.Office.Now), 10);
        Assert.Equal(office.Rank("mia", "Postgres"), parts.Select(p => p.Candidate));
        Assert.All(parts, p => Assert.Equal(p.Candidate.Score, p.Points.Sum, tolerance: 1e-8));
    }
}
