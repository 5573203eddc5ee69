namespace ChatConnector.Engine.Tests.Suggesting;

/// <summary>What a model told of texts re-scores people who were found without it, and does nothing else.</summary>
public class MeaningTests
{
    private const string Model = "tiny";
    private const string Need = "How much paid leave do I have?";

    private static readonly Sense Leave = Sense.Of(Model, [1, 0, 0.1f]);
    private static readonly Sense Holidays = Sense.Of(Model, [0.9f, 0.1f, 0]);
    private static readonly Sense Laptops = Sense.Of(Model, [0, 1, 0]);

    private readonly Office office = new("""
        Mia | Payments | |
        Bo | Platform | |
        Tom | People | |
        """);

    [Fact]
    public void Somebody_who_helped_with_the_same_in_other_words_passes_somebody_who_helped_with_something_else()
    {
        Fill();
        Assert.Equal(["bo", "tom"], Rank(null).Select(e => e.Candidate.Who.Text));
        var ranked = Rank(Leave);
        Assert.Equal(["tom", "bo"], ranked.Select(e => e.Candidate.Who.Text));
        Assert.InRange(ranked[0].Signs.Meaning, 0.5, 1);
        Assert.Equal(ranked[0].Signs.Meaning * ChatConnector.Engine.Suggesting.Ranking.Weights.Meaning, ranked[0].Points.Meaning);
        Assert.Equal(0, ranked[1].Points.Meaning);
    }

    [Fact]
    public void Nothing_but_the_score_changes()
    {
        Fill();
        var (without, with) = (Rank(null), Rank(Leave));
        foreach (var person in with)
        {
            var before = without.Single(e => e.Candidate.Who == person.Candidate.Who);
            var why = person.Candidate.Why with { Query = before.Candidate.Why.Query };
            Assert.Equal(before.Candidate, person.Candidate with { Score = before.Candidate.Score, Why = why });
            Assert.Equal(before.Signs, person.Signs with { Meaning = 0 });
        }
    }

    [Fact]
    public void What_is_known_of_texts_says_nothing_when_nothing_is_known_of_the_ask()
    {
        var (bo, tom) = Fill(told: false);
        var before = Rank(null);
        Tell(bo, Laptops);
        Tell(tom, Holidays);
        Assert.Equal(before, Rank(null));
    }

    [Fact]
    public void Every_text_that_is_known_speaks_for_whoever_it_is_about()
    {
        Fill();
        List<Evidence> more = [.. Enumerable.Range(0, 6).Select(n => office.HelpOf("tom", "mia", $"more {n}", n + 3))];
        more.ForEach(help => office.Put(help));
        var strength = StrengthOf("tom");
        for (var n = 0; n < more.Count; n++)
        {
            Tell(more[n], Sense.Of(Model, [n % 2, 1 - n % 2, n / 4f]));
            Assert.True(StrengthOf("tom") >= strength);
            strength = StrengthOf("tom");
        }

        foreach (var help in more)
        {
            office.Colleagues.Forget(help.Key);
            Assert.True(StrengthOf("tom") <= strength);
            strength = StrengthOf("tom");
        }
    }

    [Fact]
    public void Where_a_model_reads_along_people_are_told()
    {
        var off = office.Decision();
        var on = off with { Known = new Situation(new Dictionary<string, Row?>(), office.Colleagues) { Senses = new Dictionary<string, Sense?>() } };
        Assert.DoesNotContain("language model", PrivacyCards.WhatIKeep(off).Plain, StringComparison.Ordinal);
        Assert.Contains("language model", PrivacyCards.WhatIKeep(on).Plain, StringComparison.Ordinal);
    }

    /// <summary>Compared as nothing alike, they would make everything else look less usual.</summary>
    [Fact]
    public void Another_model_of_the_same_name_speaks_of_other_directions_too()
    {
        Fill();
        var (close, old) = (office.HelpOf("bo", "mia", "leaving", 50), office.HelpOf("bo", "mia", "paid leave", 40));
        office.Put(close).Put(old);
        Tell(close, Sense.Of(Model, [1, 1, 0]));
        var before = StrengthOf("tom");
        Tell(old, Sense.Of(Model, [1, 0]));
        Assert.Equal(before, StrengthOf("tom"));
        Assert.True(office.Colleagues.HasSensesOfOthers(new SenseModel(Model, 3)));
        Assert.Equal([TextSense.KeyOf(old.Key)], office.Colleagues.OutdatedSenses(new SenseModel(Model, 3)));
        Assert.Equal("paid leave", Assert.Single(office.Colleagues.Unsensed([old], new SenseModel(Model, 3))).Words);
        Assert.False(office.Colleagues.HasSensesOfOthers(new SenseModel(Model)));
    }

    [Fact]
    public void Another_model_speaks_of_other_directions()
    {
        Fill();
        Assert.Equal(["bo", "tom"], Rank(Leave with { Model = "other" }).Select(e => e.Candidate.Who.Text));
        Assert.Equal(2, office.Colleagues.OutdatedSenses(new SenseModel("other")).Count);
        Assert.Empty(office.Colleagues.OutdatedSenses(new SenseModel(Model)));
    }

    [Fact]
    public void A_removed_topic_silences_what_was_told_of_it()
    {
        var (_, tom) = Fill();
        office.Change("tom", t => t with { Topics = [Office.Declared("allowance") with { State = TopicState.Removed }] });
        Assert.Equal(0, StrengthOf("tom"));
        Assert.Equal([TextSense.KeyOf(tom.Key)], office.Colleagues.OutdatedSenses(new SenseModel(Model)));
        Assert.DoesNotContain(office.Colleagues.Unsensed([tom, office["tom"]], new SenseModel(Model)), text => text.Source == tom.Key);
    }

    [Fact]
    public void Whoever_is_forgotten_leaves_no_direction_behind()
    {
        var (bo, tom) = Fill();
        office.Colleagues.Forget(Office.Id("tom"));
        Assert.Empty(office.Colleagues.OutdatedSenses(new SenseModel("other")).Except([TextSense.KeyOf(bo.Key)]));
        office.Put(new Teammate(Office.Id("tom"), "Tom")).Put(tom);
        Assert.Equal(0, StrengthOf("tom"));
    }

    [Fact]
    public void Only_texts_that_may_be_used_are_told_to_a_model()
    {
        office.Change("bo", t => t with
        {
            Title = "Database Administrator",
            Topics =
            [
                Office.Declared("Postgres"),
                new("gardening", TopicOrigin.Helped, TopicState.Proposed, Office.Now),
                Office.Declared("backups") with { State = TopicState.Removed },
            ],
        });
        List<Row> rows = [office["bo"], .. from origin in Enum.GetValues<EvidenceOrigin>() select office.HelpOf("bo", "mia", $"{origin} Kafka", origin: origin), office.HelpOf("bo", "mia", "restoring backups")];
        rows.ForEach(row => office.Put(row));
        Assert.Equal(
            ["Postgres", "Database Administrator", "Helped Kafka", "Offered Kafka", "Thanked Kafka", "Endorsed Kafka"],
            office.Colleagues.Unsensed(rows, new SenseModel(Model)).Select(text => text.Words));

        office.Change("bo", t => t with { Presence = Presence.Left });
        Assert.Empty(office.Colleagues.Unsensed(rows, new SenseModel(Model)));
    }

    [Fact]
    public void A_text_is_told_again_when_it_or_the_model_has_changed()
    {
        var (bo, tom) = Fill();
        Assert.Empty(office.Colleagues.Unsensed([bo, tom], new SenseModel(Model)));
        Assert.Equal(2, office.Colleagues.Unsensed([bo, tom], new SenseModel("other")).Count);
        var shorter = tom with { Text = "allowance" };
        office.Put(shorter);
        Assert.Equal("allowance", Assert.Single(office.Colleagues.Unsensed([bo, shorter], new SenseModel(Model))).Words);
    }

    [Fact]
    public void Choosing_asks_what_the_ask_means_only_where_a_model_can_be_asked()
    {
        Fill();
        var d = office.Decision();
        var rows = new Dictionary<string, Row?> { [Settings.TheKey] = null, ["weights"] = null, ["teammate|mia"] = office["mia"], ["teammate|bo"] = office["bo"], ["teammate|tom"] = office["tom"] };
        Choice Weigh(Situation situation) => Choosing.Weigh(new Decision(situation, d.Message), Office.AskOf("mia", Need), 3, new HashSet<TeammateId>());

        var off = new Situation(rows, office.Colleagues);
        Assert.Equal("bo", Weigh(off).People[0].Candidate.Who.Text);
        Assert.Empty(off.LackingSenses);

        var unknown = new Situation(rows, office.Colleagues) { Senses = new Dictionary<string, Sense?>() };
        Weigh(unknown);
        Assert.Equal([Need], unknown.LackingSenses);

        var known = new Situation(rows, office.Colleagues) { Senses = new Dictionary<string, Sense?> { [Need] = Leave } };
        Assert.Equal("tom", Weigh(known).People[0].Candidate.Who.Text);
        Assert.Empty(known.LackingSenses);
    }

    [Fact]
    public void A_byte_a_dimension_keeps_the_angle()
    {
        var random = new Random(92);
        for (var dimensions = 1; dimensions < 400; dimensions += 37)
        {
            var (left, right) = (Vector(random, dimensions), Vector(random, dimensions));
            var exact = left.Zip(right, (l, r) => l * r).Sum() / Math.Sqrt(left.Sum(l => l * l) * right.Sum(r => r * r));
            Assert.Equal(exact, Sense.Of(Model, left).Likeness(Sense.Of(Model, right)), 0.02);
            Assert.Equal(1, Sense.Of(Model, left).Likeness(Sense.Of(Model, left)), 1e-9);
        }

        Assert.Equal(0, Leave.Likeness(Sense.Of(Model, [1, 0])));
        Assert.Equal(0, Leave.Likeness(Sense.Of(Model, [0, 0, 0])));
    }

    [Fact]
    public void A_model_hears_neither_ids_nor_endless_texts()
    {
        Assert.Equal("does somebody know?", Sense.Tell("does <@U12345> know?"));
        Assert.Equal(2000, Sense.Tell(new string('x', 9000)).Length);
        Assert.Equal(1999, Sense.Tell(new string('x', 1999) + "🙂").Length);
    }

    private static float[] Vector(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() * 2 - 1))];

    private (Evidence Bo, Evidence Tom) Fill(bool told = true)
    {
        var (bo, tom) = (office.HelpOf("bo", "mia", "a crashing laptop", 2), office.HelpOf("tom", "bo", "the holiday allowance", 9));
        office.Put(bo).Put(tom);
        if (told)
        {
            Tell(bo, Laptops);
            Tell(tom, Holidays);
        }

        return (bo, tom);
    }

    private void Tell(Evidence evidence, Sense sense) => office.Put(new Unsensed(evidence.Key, evidence.Key, evidence.About, evidence.Text).Means(sense));

    private IReadOnlyList<Explanation> Rank(Sense? ask) => office.Colleagues.Explain(new Query(Need, Office.Id("mia"), Office.Now) { Sense = ask }, 10);

    private double StrengthOf(string who) => Rank(Leave).Single(e => e.Candidate.Who == Office.Id(who)).Signs.Meaning;
}
