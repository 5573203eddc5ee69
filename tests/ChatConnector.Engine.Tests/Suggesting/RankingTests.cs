namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class RankingTests
{
    private const string Table =
        """
        Mia   | Payments  | Backend engineer       |
        Ana   | Data      | Database engineer      | Postgres, data migration
        Tom   | Data      | Analyst                | SQL, dashboards
        Lin   | Logistics | Operations lead        | freight contracts
        Bo    | Payments  | Frontend engineer      | React, accessibility
        Sam   | Security  | Security engineer      | OAuth, threat models
        """;

    private readonly Office office = new(Table);

    [Theory]
    [InlineData(150)]
    [InlineData(400)]
    public void What_nearly_everybody_asks_about_can_be_asked_too(int helps)
    {
        var cluster = new Office("Mia | A | |\nAna | B | |\nTom | B | |");
        for (var help = 0; help < helps; help++)
            cluster.Helped(help % 3 == 0 ? "ana" : "tom", "mia", "Kubernetes", help % 300 + 1);
        Assert.Equal("tom ana", cluster.Choose("mia", "Kubernetes"));
    }

    [Theory]
    [InlineData("Our Postgres migration locks the users table", "ana")]
    [InlineData("Is our login safe? We use OAuth with an old library", "sam")]
    [InlineData("How do I make a React form accessible?", "bo")]
    [InlineData("Negotiating a freight contract for the first time", "lin")]
    public void Whoever_put_it_on_their_list_comes_first(string ask, string first) =>
        Assert.Equal(first, office.Ranking("mia", ask).Split(' ')[0]);

    [Fact]
    public void A_title_counts_too() => Assert.Equal("sam", office.Ranking("mia", "I need somebody from security").Split(' ')[0]);

    [Fact]
    public void Help_given_beats_a_declared_topic_when_it_is_closer()
    {
        office.Helped("tom", "bo", "Postgres migration keeps locking the users table").Helped("tom", "lin", "Lock timeouts in a Postgres migration", 20);
        Assert.StartsWith("tom", office.Ranking("mia", "Our Postgres migration locks the users table"), StringComparison.Ordinal);
    }

    [Fact]
    public void Newer_help_counts_more()
    {
        office.Helped("bo", "lin", "Kafka consumer lag", 400).Helped("sam", "lin", "Kafka consumer lag", 3);
        Assert.Equal("sam bo", office.Ranking("mia", "Kafka consumer lag"));
    }

    [Fact]
    public void Of_equals_the_one_who_helps_in_the_channel_comes_first()
    {
        office.Helped("bo", "lin", "Kafka consumer lag", 3, channel: "billing").Helped("sam", "lin", "Kafka consumer lag", 3, channel: "support");
        Assert.Equal(Office.Id("bo"), office.Rank("mia", "Kafka consumer lag", channel: "billing")[0].Who);
        Assert.Equal(Office.Id("sam"), office.Rank("mia", "Kafka consumer lag", channel: "support")[0].Who);
        Assert.All(office.Colleagues.Explain(new Query("Kafka consumer lag", Office.Id("mia"), Office.Now), 10), e => Assert.Equal(0, e.Signs.Here));
    }

    [Fact]
    public void The_requester_is_never_named() => Assert.DoesNotContain("ana", office.Ranking("ana", "Postgres data migration"), StringComparison.Ordinal);

    [Theory]
    [InlineData(Presence.Left)]
    [InlineData(Presence.Outside)]
    [InlineData(Presence.Unknown)]
    public void Only_members_who_are_here_are_named(Presence presence)
    {
        office.Change("ana", t => t with { Presence = presence });
        Assert.DoesNotContain("ana", office.Ranking("mia", "Postgres data migration"), StringComparison.Ordinal);
    }

    [Fact]
    public void People_who_avoid_each_other_are_not_named_to_each_other()
    {
        office.Change("ana", t => t with { Preferences = t.Preferences with { Avoids = [Office.Id("mia")] } });
        office.Change("bo", t => t with { Preferences = t.Preferences with { Avoids = [Office.Id("sam")] } });
        Assert.DoesNotContain("ana", office.Ranking("mia", "Postgres data migration"), StringComparison.Ordinal);
        Assert.DoesNotContain("sam", office.Ranking("bo", "OAuth threat models"), StringComparison.Ordinal);
        Assert.StartsWith("sam", office.Ranking("mia", "OAuth threat models"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TopicOrigin.Helped, TopicState.Proposed, false)]
    [InlineData(TopicOrigin.Helped, TopicState.Confirmed, true)]
    [InlineData(TopicOrigin.Helped, TopicState.Removed, false)]
    [InlineData(TopicOrigin.Endorsed, TopicState.Proposed, false)]
    [InlineData(TopicOrigin.Declared, TopicState.Proposed, true)]
    [InlineData(TopicOrigin.Declared, TopicState.Removed, false)]
    public void Only_topics_their_owner_stands_by_are_used(TopicOrigin origin, TopicState state, bool used)
    {
        office.Change("lin", t => t with { Topics = [new Topic("Terraform", origin, state, Office.Now)] });
        Assert.Equal(used ? "lin" : "", office.Ranking("mia", "Terraform state is locked"));
    }

    [Fact]
    public void A_removed_topic_silences_title_and_evidence_as_well()
    {
        office.Helped("sam", "bo", "OAuth security review");
        office.Change("sam", t => t with { Topics = [new Topic("security", TopicOrigin.Title, TopicState.Removed, Office.Now)] });
        Assert.Equal("", office.Ranking("mia", "security"));
        Assert.Equal("sam", office.Ranking("mia", "OAuth"));
    }

    [Fact]
    public void Changing_a_profile_replaces_what_it_said_before()
    {
        office.Change("ana", t => t with { Topics = [Office.Declared("origami")], Title = "" });
        Assert.DoesNotContain("ana", office.Ranking("mia", "Postgres"), StringComparison.Ordinal);
        Assert.Equal("ana", office.Ranking("mia", "origami"));
    }

    [Fact]
    public void Evidence_that_is_reduced_to_its_topics_is_found_by_them_alone()
    {
        var help = office.HelpOf("bo", "lin", "Our Zookeeper quorum breaks when the Frankfurt link flaps");
        office.Put(help).Put(help with { Text = "Zookeeper" });
        Assert.Equal("bo", office.Ranking("mia", "Zookeeper"));
        Assert.Equal("", office.Ranking("mia", "Frankfurt"));
    }

    [Fact]
    public void Evidence_whose_row_is_deleted_is_gone()
    {
        var help = office.HelpOf("bo", "lin", "Zookeeper quorum");
        office.Put(help);
        office.Colleagues.Forget(help.Key);
        Assert.Equal("", office.Ranking("mia", "Zookeeper quorum"));
    }

    [Fact]
    public void Somebody_forgotten_leaves_no_trace()
    {
        var untouched = new Office(Table).Helped("ana", "bo", "Postgres vacuum", 5);
        office.Helped("ana", "bo", "Postgres vacuum", 5).Helped("lin", "ana", "Postgres vacuum", 4).Helped("ana", "lin", "Postgres vacuum", 3);
        office.Colleagues.Forget(Office.Id("lin"));
        untouched.Colleagues.Forget(Office.Id("lin"));
        Assert.Equal(untouched.Rank("mia", "Postgres vacuum"), office.Rank("mia", "Postgres vacuum"));
        Assert.Empty(office.Colleagues.Find("lin", 5));
    }

    [Fact]
    public void People_met_only_through_evidence_are_not_named()
    {
        office.Helped("stranger", "mia", "Quantum annealing");
        Assert.Equal("", office.Ranking("mia", "Quantum annealing"));
    }

    [Fact]
    public void Nothing_matches_nothing() => Assert.Equal("", office.Ranking("mia", "xyzzy plugh"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the and of")]
    [InlineData("😀😀😀")]
    public void An_ask_without_words_finds_nobody(string ask) => Assert.Equal("", office.Ranking("mia", ask));

    [Fact]
    public void An_ask_leaves_nothing_behind_but_its_answer()
    {
        foreach (var number in Enumerable.Range(0, 600))
            office.Helped(new[] { "ana", "tom", "lin", "bo", "sam" }[number % 5], "mia", $"Postgres vacuum, the {number}th time", number);
        var query = new Query("Postgres vacuum", Office.Id("mia"), Office.Now);
        var (nobody, five) = (AllocatedBy(query, 0), AllocatedBy(query, 5));
        Assert.InRange(nobody, 0, 400);
        Assert.InRange(five - nobody, 1, 5 * 150);
    }

    private long AllocatedBy(Query query, int most)
    {
        // The first time makes room, for the words and in the code.
        office.Colleagues.Rank(query, most);
        var before = GC.GetAllocatedBytesForCurrentThread();
        office.Colleagues.Rank(query, most);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
