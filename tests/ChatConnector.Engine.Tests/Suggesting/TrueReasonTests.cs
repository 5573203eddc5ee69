namespace ChatConnector.Engine.Tests.Suggesting;

/// <summary>Whatever a reason names must have moved the score: without it, the score falls.</summary>
public sealed class TrueReasonTests
{
    private static readonly string[] Words = ["revenue", "report", "ledger", "invoice", "freight", "contract", "login", "token", "cluster", "backup", "form", "button"];

    private readonly Office office = new(
        """
        Mia   | Payments  | Backend engineer   |
        Ana   | Data      | Database engineer  | Postgres
        Tom   | Payments  | Analyst            |
        Jo    |           |                    | | Legal
        Sam   | Security  | Guard              |
        """);

    [Theory]
    [InlineData("ana", "Postgres is slow", "put 'Postgres' on their ask-me list")]
    [InlineData("ana", "Who is a database engineer?", "works as Database engineer")]
    [InlineData("sam", "A question for security", "is in the Security team")]
    public void What_they_say_of_themselves(string who, string ask, string reason) =>
        Falls(who, ask, reason, () => office.Change(who, t => t with { Topics = [], Title = "", Team = "" }));

    [Fact]
    public void A_topic_they_confirmed()
    {
        office.Change("jo", t => t with { Topics = [new Topic("Kubernetes", TopicOrigin.Helped, TopicState.Confirmed, Office.Now)] });
        Falls("jo", "Kubernetes upgrade", "is happy to be asked about 'Kubernetes'", () => office.Change("jo", t => t with { Topics = [] }));
    }

    [Theory]
    [InlineData(EvidenceOrigin.Helped, "helped a colleague with 'revenue report'")]
    [InlineData(EvidenceOrigin.Offered, "stepped in when a colleague asked about 'revenue report'")]
    [InlineData(EvidenceOrigin.Thanked, "was thanked for help with 'revenue report'")]
    [InlineData(EvidenceOrigin.Endorsed, "was endorsed for 'revenue report'")]
    public void What_they_did_before(EvidenceOrigin origin, string reason)
    {
        office.Helped("ana", "sam", "last year's revenue report", 70).Helped("tom", "sam", "an old login", 65);
        var help = office.HelpOf("tom", "jo", "revenue report broken", origin: origin);
        office.Put(help);
        Falls("tom", "revenue report", reason, () => office.Colleagues.Forget(help.Key));
    }

    [Theory]
    [InlineData("tom", "mia", 20, "helped you before")]
    [InlineData("mia", "tom", 20, "you two have worked on something together")]
    [InlineData("tom", "mia", 300, "helped you before")]
    public void That_the_two_have_had_to_do_with_each_other(string helper, string whom, double daysAgo, string reason)
    {
        var help = office.HelpOf(helper, whom, "something else entirely", daysAgo);
        office.Put(help);
        Falls("tom", "revenue report", reason, () => office.Colleagues.Forget(help.Key));
    }

    [Theory]
    [InlineData("ana", "mia", 20, "you two have worked on something together")]
    [InlineData("mia", "ana", 20, "you two have worked on something together")]
    [InlineData("ana", "mia", 300, "you two haven't talked in a while")]
    [InlineData("mia", "ana", 300, "you two haven't talked in a while")]
    public void A_tie_that_is_told_besides(string helper, string whom, double daysAgo, string aside)
    {
        var help = office.HelpOf(helper, whom, "something else entirely", daysAgo);
        office.Put(help);
        Falls("ana", "Postgres is slow", aside, () => office.Colleagues.Forget(help.Key));
    }

    [Fact]
    public void That_they_have_been_helping_lately()
    {
        var help = office.HelpOf("tom", "jo", "something else entirely", 3);
        office.Put(help);
        Falls("tom", "revenue report", "has been helping colleagues lately", () => office.Colleagues.Forget(help.Key));
    }

    [Fact]
    public void That_they_often_help_in_the_channel()
    {
        office.Helped("ana", "sam", "a form", channel: "frontend").Helped("jo", "sam", "a button", channel: "frontend");
        var helps = Enumerable.Range(0, 3).Select(n => office.HelpOf("tom", "jo", "something else entirely", 30 + n, channel: "billing")).ToList();
        helps.ForEach(help => office.Put(help));
        Falls("tom", "revenue report", "often helps in #billing", () => office.Colleagues.Forget(helps[0].Key), "billing");
    }

    /// <summary>Whoever helps nowhere else, or alone does so, is no exception.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_help_in_the_channel_counts_for_whoever_gave_it(int seed)
    {
        var luck = new Random(seed);
        var helps = Enumerable.Range(0, 40).Select(n => office.HelpOf(n < 25 ? "tom" : Anybody(luck), "mia", "an old login", 200 - n, channel: luck.Next(3) == 0 ? "frontend" : "billing")).ToList();
        helps.ForEach(help => office.Put(help));
        var before = Here();
        foreach (var help in helps.Where(h => h is { Channel: "billing", About.Text: "tom" }))
        {
            office.Colleagues.Forget(help.Key);
            Assert.True(Here() < before, $"{Here()} without the one of {help.At}");
            office.Put(help);
            Assert.Equal(before, Here());
        }

        double Here() => office.Colleagues.Explain(QueryIn("billing"), 50).Single(e => e.Candidate.Who == Office.Id("tom")).Signs.Here;
    }

    [Fact]
    public void That_they_know_people_there()
    {
        var before = Connector("jo");
        Assert.Equal("knows people in 'Legal'", before!.Reason);
        office.Change("jo", t => t with { KnowsPeopleIn = [] });
        Assert.True((Connector("jo")?.Score ?? 0) < before.Score);
    }

    [Fact]
    public void That_they_found_the_right_person_before()
    {
        var referral = office.HelpOf("sam", "tom", "an introduction", origin: EvidenceOrigin.Connected);
        office.Put(referral);
        var before = Connector("sam");
        Assert.Equal("tends to know who to ask", before!.Reason);
        office.Colleagues.Forget(referral.Key);
        Assert.Null(Connector("sam"));
    }

    /// <summary>In a busy organization, where helping with one thing makes everything else a smaller part of what somebody does.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Among_hundreds_of_helps_as_well(int seed)
    {
        var (luck, helps, channels) = (new Random(seed), new List<Evidence>(), new[] { null, "billing", "frontend" });
        for (var i = 0; i < 300; i++)
            helps.Add(office.HelpOf(Anybody(luck), Anybody(luck), Some(luck, 6), luck.Next(1, 400), origin: luck.Next(4) == 0 ? EvidenceOrigin.Thanked : EvidenceOrigin.Helped, channel: channels[luck.Next(3)]));
        foreach (var help in helps)
            office.Put(help);
        var (ask, names) = (Some(luck, 3), 0);
        foreach (var before in office.Rank("mia", ask, channel: "billing").Take(3))
            foreach (var named in helps.Where(h => h.About == before.Who))
            {
                office.Colleagues.Forget(named.Key);
                var after = office.Rank("mia", ask, channel: "billing").Single(c => c.Who == before.Who);
                // The reason reads differently without it, so it was what the reason named. What they do often is not named by one help.
                if (Single(after.Reason) != Single(before.Reason))
                {
                    names++;
                    Assert.True(after.Score < before.Score, $"{named.Text}: {before.Score} to {after.Score}");
                }
                office.Put(named);
            }
        Assert.True(names > 0);
        foreach (var before in office.Rank("mia", ask, channel: "billing").Where(c => c.Reason.Contains("often helps", StringComparison.Ordinal)))
        {
            var named = helps.FindAll(h => h is { Channel: "billing", Origin: EvidenceOrigin.Helped } && h.About == before.Who);
            named.ForEach(help => office.Colleagues.Forget(help.Key));
            Assert.True((Find(before.Who.Text, ask, "billing")?.Score ?? 0) < before.Score);
            named.ForEach(help => office.Put(help));
        }
    }

    private static string Single(string reason) => reason.Replace("often helps in #billing", "", StringComparison.Ordinal);

    private static string Anybody(Random luck) => new[] { "ana", "tom", "jo", "sam" }[luck.Next(4)];

    private static string Some(Random luck, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[luck.Next(Words.Length)]));

    private static Query QueryIn(string channel) => new("revenue", Office.Id("mia"), Office.Now) { Place = new Place(PlaceKind.Channel, channel) };

    private void Falls(string who, string ask, string reason, Action remove, string? channel = null)
    {
        var before = Find(who, ask, channel);
        Assert.Contains(reason, before!.Reason, StringComparison.Ordinal);
        remove();
        Assert.True((Find(who, ask, channel)?.Score ?? 0) < before.Score);
    }

    private Candidate? Find(string who, string ask, string? channel) => office.Rank("mia", ask, 50, channel).SingleOrDefault(c => c.Who == Office.Id(who));

    private Candidate? Connector(string who) =>
        office.Colleagues.RankConnectors(new Query("A contract question for legal", Office.Id("mia"), Office.Now), 10).SingleOrDefault(c => c.Who == Office.Id(who));
}
