namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class ChoosingTests
{
    private const string Need = "Our Postgres migration locks the users table";

    private readonly Office office = new(
        """
        Mia   | Payments  | Backend engineer   |
        Ana   | Data      | Database engineer  | Postgres, data migration
        Tom   | Data      | Database engineer  | Postgres
        Lin   | Payments  | Backend engineer   | Postgres migration
        Kim   | Payments  | Backend engineer   | bird migration
        Bo    | Payments  | Frontend engineer  | React               | Legal, Finance
        Sam   | Security  | Director           | door keys
        Ida   | Facility  | Office manager     | plants
        """);

    [Fact]
    public void Three_are_named_and_nobody_without_a_reason() => Assert.Equal(3, office.Choose("mia", Need).Split(' ').Length);

    [Theory]
    [InlineData("I need a unicorn trainer")]
    [InlineData("How does one juggle flaming torches?")]
    public void Nobody_obvious_is_said_honestly(string need) => Assert.Equal("", office.Choose("mia", need));

    [Fact]
    public void Fewer_good_ones_are_better_than_three_weak_ones() => Assert.Equal("bo", office.Choose("mia", "Can somebody look at my React form?"));

    [Fact]
    public void People_already_asked_are_not_named_again() =>
        Assert.DoesNotContain("ana", office.Choose("mia", Need, 3, "ana"), StringComparison.Ordinal);

    [Fact]
    public void Paused_capped_and_avoided_people_are_never_named_and_others_take_their_place()
    {
        Assert.Contains("ana", office.Choose("mia", Need), StringComparison.Ordinal);
        office.Change("ana", t => t with { Preferences = t.Preferences with { PausedUntil = Office.Now + Duration.FromDays(1) } });
        office.Change("tom", t => t with { Preferences = t.Preferences with { PerWeek = 0 } });
        office.Change("lin", t => t with { Preferences = t.Preferences with { Avoids = [Office.Id("mia")] } });
        Assert.Equal("kim", office.Choose("mia", Need));
    }

    [Fact]
    public void The_same_two_are_not_suggested_to_each_other_all_the_time()
    {
        office.Invited("ana", by: "mia", daysAgo: 60);
        Assert.DoesNotContain("ana", office.Choose("mia", Need), StringComparison.Ordinal);
        office.Change("ana", t => t with { Preferences = t.Preferences with { AnyTime = [Office.Id("mia")] } });
        Assert.Contains("ana", office.Choose("mia", Need), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_was_asked_much_lately_steps_back_a_little()
    {
        var twins = new Office(
            """
            Mia | A | Engineer |
            Ana | B | Engineer | Postgres
            Zoe | B | Engineer | Postgres
            """);
        Assert.Equal("ana zoe", twins.Choose("mia", "Postgres"));
        twins.Invited("ana", by: "zoe", daysAgo: 2).Invited("ana", by: "zoe", daysAgo: 5);
        Assert.Equal("zoe ana", twins.Choose("mia", "Postgres"));
        twins.Put(Settings.Default with { Fairness = new FairnessSettings(LoadPenalty: 0) });
        Assert.Equal("ana zoe", twins.Choose("mia", "Postgres"));
    }

    [Fact]
    public void The_last_place_goes_to_somebody_hardly_anybody_asks()
    {
        foreach (var who in new[] { "ana", "tom", "lin" })
            office.Invited(who, by: "bo", daysAgo: 12).Invited(who, by: "ida", daysAgo: 11);
        office.Put(Reaching(10));
        var chosen = Choosing.Choose(office.Decision(), Office.AskOf("mia", Need), 3, new HashSet<TeammateId>());
        Assert.Equal("kim", chosen[^1].Colleague.Text);
        Assert.Equal([false, false, true], chosen.Select(s => s.RarelyAsked));
    }

    [Fact]
    public void Somebody_from_outside_the_circle_is_among_them_if_they_are_nearly_as_good()
    {
        var team = new Office(
            """
            Mia | A | Engineer |
            Ana | A | Engineer | Postgres
            Bea | A | Engineer | Postgres
            Cat | A | Engineer | Postgres
            Dan | B | Engineer | Postgres tuning
            """);
        foreach (var who in new[] { "ana", "bea", "cat" })
            team.Helped(who, "mia", "Postgres", daysAgo: 5);
        Assert.EndsWith("cat", team.Choose("mia", "Postgres"), StringComparison.Ordinal);
        team.Put(Reaching(20));
        Assert.EndsWith("dan", team.Choose("mia", "Postgres"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tie_that_has_slept_is_worth_waking()
    {
        var team = new Office(
            """
            Mia | A | Engineer |
            Ana | A | Engineer | Postgres
            Bea | A | Engineer | Postgres
            Cat | A | Engineer | Postgres
            Dan | A | Engineer | Postgres tuning
            """);
        foreach (var who in new[] { "ana", "bea", "cat" })
            team.Helped(who, "mia", "Postgres", daysAgo: 5);
        team.Helped("dan", "mia", "Postgres", daysAgo: 300).Put(Reaching(10));
        Assert.EndsWith("dan", team.Choose("mia", "Postgres"), StringComparison.Ordinal);
        Assert.Contains("haven't talked in a while", team.ReasonFor("dan", "mia", "tuning"), StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_busiest_get_too_much_they_get_one_a_week()
    {
        for (var i = 0; i < 40; i++)
            office.Put(new Teammate(Office.Id($"x{i}"), $"X{i}")).Invited($"x{i}", by: "ida", daysAgo: 9);
        foreach (var daysAgo in new[] { 27, 25, 24, 22, 20, 19, 17, 15, 14, 12, 10, 8, 3 })
            office.Invited("ana", by: "ida", daysAgo).Invited("tom", by: "ida", daysAgo);
        Assert.Null(Fairness.WhyNotSuggest(office["ana"], office["mia"], Office.Now, Settings.Default));
        Assert.DoesNotContain("ana", office.Choose("mia", Need), StringComparison.Ordinal);
        Assert.DoesNotContain("tom", office.Choose("mia", Need), StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_can_say_what_became_of_everybody()
    {
        office.Change("ana", t => t with { Preferences = t.Preferences with { PausedUntil = Office.Now + Duration.FromDays(1) } });
        office.Invited("tom", by: "bo", daysAgo: 12);
        var choice = Choosing.Weigh(office.Decision(), Office.AskOf("mia", Need + ", or is it the plants?"), 3, new HashSet<TeammateId> { Office.Id("lin") });
        var people = choice.People.ToDictionary(p => p.Candidate.Who.Text);
        Assert.Equal(Hindrance.Paused, people["ana"].Hindrance);
        Assert.True(people["lin"].WasAsked);
        Assert.InRange(people["tom"].Penalty, 0.05, 0.4);
        Assert.Equal(["ida", "kim", "tom"], choice.Named.Select(p => p.Candidate.Who.Text).Order());
        Assert.All(choice.People, p => Assert.Equal(choice.Named.Contains(p), p.MayBeNamed));
        Assert.All(choice.People, p => Assert.Equal(p.Candidate.Score, p.Parts!.Points.Sum, 8));
    }

    [Fact]
    public void Whoever_gave_way_for_the_last_place_is_known()
    {
        foreach (var who in new[] { "ana", "tom", "lin" })
            office.Invited(who, by: "bo", daysAgo: 12).Invited(who, by: "ida", daysAgo: 11);
        office.Put(Reaching(10));
        var choice = Choosing.Weigh(office.Decision(), Office.AskOf("mia", Need), 3, new HashSet<TeammateId>());
        Assert.Contains(choice.GaveWay?.Candidate.Who.Text, (string[])["ana", "tom", "lin"]);
        Assert.DoesNotContain(choice.GaveWay, choice.Named);
        Assert.True(choice.GaveWay!.Score > choice.Named[^1].Score);
    }

    [Fact]
    public void What_has_too_little_in_common_is_said_to_be_weak()
    {
        office.Put(Settings.Default with { Inviting = new InvitingSettings(LeastRelevance: 1.01) });
        var choice = Choosing.Weigh(office.Decision(), Office.AskOf("mia", Need), 3, new HashSet<TeammateId>());
        Assert.Empty(choice.Named);
        Assert.Null(choice.GaveWay);
        Assert.Contains(choice.People, p => p is { IsTooWeak: true, Hindrance: null });
    }

    [Fact]
    public void Only_the_requester_is_told_how_people_were_found()
    {
        var ask = Office.AskOf("mia", Need);
        office.Put(ask);
        Assert.Null(Proposing.Explain(office.Decision("tom"), ask.Id));
        Assert.Null(Proposing.Explain(office.Decision(), new AskId("another")));
        Assert.Equal(office.Choose("mia", Need).Split(' '), Proposing.Explain(office.Decision(), ask.Id)!.Choice.Named.Select(c => c.Candidate.Who.Text));
    }

    [Fact]
    public void People_who_know_people_there_are_asked_when_nobody_is_obvious()
    {
        office.Helped("tom", "ida", "an introduction", origin: EvidenceOrigin.Connected);
        var found = Choosing.PeopleWhoKnowPeople(office.Decision(), Office.AskOf("mia", "A contract question for legal"), 2, new HashSet<TeammateId>());
        Assert.Equal(["bo", "tom"], found.Select(s => s.Colleague.Text));
        Assert.Equal("knows people in 'Legal'", found[0].Reason);
    }

    [Fact]
    public void A_row_that_has_not_been_read_names_nobody_and_is_asked_for()
    {
        var nothingRead = new Decision(new Situation(new Dictionary<string, Row?>(), office.Colleagues), office.Decision().Message);
        Assert.Empty(Choosing.Choose(nothingRead, Office.AskOf("mia", Need), 3, new HashSet<TeammateId>()));
        Assert.Contains("teammate|ana", nothingRead.Known.Lacking);
    }

    private static Settings Reaching(double points) => Settings.Default with { Fairness = new FairnessSettings(LastPlaceReach: points) };
}
