using ChatConnector.Benchmarks.Quality;

namespace ChatConnector.Benchmarks.Fairness;

/// <summary>What each rule of fairness costs in quality, and what it brings.</summary>
public static class FairnessBench
{
    private const int NoCap = 1_000_000;

    private static readonly Settings Off = Settings.Default with
    {
        // The last place is kept only where all places of the organization are given; four are never given here.
        Inviting = Settings.Default.Inviting with { Suggestions = Chooser.Named + 1 },
        Fairness = new FairnessSettings(MostPerWeek: NoCap, HoursApart: 0, RestAfterNoDays: 0, PairRestDays: 0, PairCoolDownDays: 0, TopShare: 1, LoadPenalty: 0),
    };

    private const double Never = double.PositiveInfinity;

    private static readonly (string Name, Settings Settings)[] Rules =
    [
        ("fairness off", Off),
        ("off, named from relevance 0.00", From(0)),
        .. new[] { 0.2, 0.4, 0.8 }.Select(penalty => ($"load penalty {penalty}", Penalty(penalty))),
        .. new[] { 0.5, 1, 2, Never }.Select(reach => ($"last place, reach {reach}", LastPlace(Off, reach))),
        .. from penalty in new[] { 0.2, 0.4 } from reach in new[] { 0.5, 1 } select ($"penalty {penalty} and last place, reach {reach}", LastPlace(Penalty(penalty), reach)),
        ("guard of the busiest twentieth, 0.2", With(f => f with { TopShare = 0.2 })),
        ("at most 20 a week", With(f => f with { MostPerWeek = 20 })),
        ("at most 10 a week", With(f => f with { MostPerWeek = 10 })),
        ("at most 3 a week", With(f => f with { MostPerWeek = 3 })),
        ("a day apart", With(f => f with { HoursApart = 24 })),
        ("the same two: 90 days apart", With(f => f with { PairCoolDownDays = 90 })),
        ("everything, as shipped", Settings.Default),
    ];

    public static void Run(Community community, bool showTest)
    {
        List<IRanker> rankers = [new Ours(community.People, name: "the ranking's first three"), .. Rules.Select(rule => new Chooser(community, rule.Settings, rule.Name))];
        // A community too small to tune anything on is for testing as a whole.
        var whole = community.IsSmall;
        var judged = Trial.Run(community, rankers, (int)(community.Questions.Count * (whole ? 0.6 : 0.7)));
        foreach (var split in whole ? [Split.Test] : showTest ? new[] { Split.Valid, Split.Test } : [Split.Valid])
            Print(community, split, [.. rankers.Select(r => (r.Name, judged[r].Where(j => whole || j.Question.Split == split).ToList()))]);
    }

    private static Settings With(Func<FairnessSettings, FairnessSettings> change) => Off with { Fairness = change(Off.Fairness) };

    private static Settings From(double relevance) => Off with { Inviting = Off.Inviting with { LeastRelevance = relevance } };

    private static Settings Penalty(double penalty) => With(f => f with { LoadPenalty = penalty });

    private static Settings LastPlace(Settings settings, double reach) =>
        settings with { Inviting = Settings.Default.Inviting, Fairness = settings.Fairness with { LastPlaceReach = reach } };

    private static void Print(Community community, Split split, List<(string Name, List<Judged> Judged)> rules)
    {
        var pool = Concentration.PoolOf(community, split);
        Console.WriteLine($"\n### {community.Name}, {split} ({rules[0].Judged.Count} asks)\n");
        Console.WriteLine("| rule | S@1 | S@3 | minus off | nobody named | Gini | top 5% | people | busiest a week |\n|---|---|---|---|---|---|---|---|---|");
        var off = rules[1].Judged;
        foreach (var (name, judged) in rules)
        {
            var (score, places) = (Score.Of(judged), judged.SelectMany(j => j.Ranking.Take(Chooser.Named).Select(p => (j.Question.Time, p))));
            var spread = Concentration.Of(places, pool);
            Console.WriteLine($"| {name} | {score.First:0.000} | {score.Three:0.000} | {Quality.Interval.Of(judged, off, j => j.Hit(3))} | {judged.Average(j => j.Ranking.Count == 0 ? 1 : 0):0.000} | {spread.Gini:0.000} | {spread.TopShare:0.00} | {spread.People} | {spread.Busiest:0.0} |");
        }
        var truth = Concentration.Of(rules[0].Judged.SelectMany(j => j.Truth.Select(p => (j.Question.Time, p))), pool);
        Console.WriteLine($"| who really answered | | | | | {truth.Gini:0.000} | {truth.TopShare:0.00} | {truth.People} | {truth.Busiest:0.0} |");
    }
}
