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
    public void Whoever_asked_in_the_open_may_be_named()
    {
        office.Helped("tom", "jo", "Quarterly revenue report", open: true);
        Assert.Equal("helped Jo with 'revenue' this month", office.ReasonFor("tom", "mia", "Where does revenue come from?"));
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
        office.Helped("tom", "jo", "revenue", open: true).Change("jo", t => t with { Presence = Presence.Left });
        Assert.Equal("helped a colleague with 'revenue' this month", office.ReasonFor("tom", "mia", "revenue"));
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

    /// <summary>Whatever a reason names must have moved the score.</summary>
    [Theory]
    [InlineData(EvidenceOrigin.Helped)]
    [InlineData(EvidenceOrigin.Offered)]
    [InlineData(EvidenceOrigin.Thanked)]
    [InlineData(EvidenceOrigin.Endorsed)]
    public void Without_the_evidence_it_names_the_score_falls(EvidenceOrigin origin)
    {
        foreach (var others in new[] { 0, 1, 5 })
        {
            var with = Office(others).Put(office.HelpOf("tom", "jo", "revenue report broken", 10, origin: origin));
            var without = Office(others);
            Assert.Contains("revenue", with.ReasonFor("tom", "mia", "revenue report"), StringComparison.Ordinal);
            Assert.True(ScoreOf(with) > ScoreOf(without), $"{origin} beside {others} others");
        }

        Office Office(int others)
        {
            var some = new Office("Mia | A | |\nTom | A | |\nJo | A | |\nAna | A | |");
            for (var i = 0; i < others; i++)
                some.Helped(i % 2 == 0 ? "tom" : "ana", "jo", "revenue report late", 30 + i, origin: origin);
            return some;
        }
    }

    [Fact]
    public void Without_the_topic_it_names_the_score_falls()
    {
        var before = office.Rank("mia", "Postgres").Single(c => c.Who.Text == "ana").Score;
        office.Change("ana", t => t with { Topics = [] });
        Assert.DoesNotContain(office.Rank("mia", "Postgres"), c => c.Who.Text == "ana" && c.Score >= before);
    }

    [Fact]
    public void The_parts_of_an_explanation_add_up()
    {
        office.Helped("ana", "mia", "Postgres", 3).Helped("tom", "jo", "Postgres", 9);
        var parts = office.Colleagues.Explain(new Query("Postgres", new TeammateId("mia"), Suggesting.Office.Now), 10);
        Assert.Equal(office.Rank("mia", "Postgres"), parts.Select(p => p.Candidate));
        Assert.All(parts, p => Assert.Equal(p.Candidate.Score, p.Points.Sum, tolerance: 1e-8));
    }

    private static double ScoreOf(Office some) => some.Rank("mia", "revenue report", 50).SingleOrDefault(c => c.Who.Text == "tom")?.Score ?? 0;
}
