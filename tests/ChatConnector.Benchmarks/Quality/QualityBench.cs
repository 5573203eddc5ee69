using ChatConnector.Benchmarks.Learning;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>Judges rankers on a community: validation and test apart, baselines beside ours.</summary>
public static class QualityBench
{
    public static void Run(IReadOnlyList<Community> communities, bool showTest)
    {
        foreach (var community in communities)
            Run(community, [.. communities.Where(c => c != community && !c.IsSmall)], showTest);
    }

    private static void Run(Community community, IReadOnlyList<Community> others, bool showTest)
    {
        var families = Baselines.Families(community);
        families.Add([new Ours(community.People)]);
        if (!community.IsSmall)
            families.Add([new Ours(community.People, LearnBench.Learn([community]), "ours, learned on its own history")]);
        if (others.Count > 0)
            families.Add([new Ours(community.People, LearnBench.Learn(others), $"ours, learned on {string.Join(" and ", others.Select(o => o.Name))} only")]);
        var judged = Trial.Run(community, [.. families.SelectMany(family => family)], (int)(community.Questions.Count * 0.6));
        // Of each family the one that does best on validation stands in the table.
        var chosen = families.Select(family => family.MaxBy(r => Score.Of(Of(judged[r], Split.Valid)).Mrr)!).ToList();
        if (!community.IsSmall)
            Print(community, Split.Valid, chosen.ToDictionary(r => r, r => Of(judged[r], Split.Valid)));
        // A community too small to tune anything on is for testing as a whole.
        if (showTest)
            Print(community, Split.Test, chosen.ToDictionary(r => r, r => community.IsSmall ? judged[r] : Of(judged[r], Split.Test)));
    }

    private static List<Judged> Of(List<Judged> judged, Split split) => [.. judged.Where(j => j.Question.Split == split)];

    private static void Print(Community community, Split split, Dictionary<IRanker, List<Judged>> judged)
    {
        var pool = Concentration.PoolOf(community, split);
        Console.WriteLine($"\n### {community.Name}, {split} ({judged.Values.First().Count} asks)\n");
        Console.WriteLine("| method | S@1 | S@3 | S@5 | MRR | R@5 | tail S@5 | Gini | top 5% | people |\n|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (ranker, here) in judged)
        {
            var score = Score.Of(here);
            var spread = Concentration.Of(here.SelectMany(j => j.Ranking.Take(3).Select(p => (j.Question.Time, p))), pool);
            Console.WriteLine($"| {ranker.Name} | {score.First:0.000} | {score.Three:0.000} | {score.Five:0.000} | {score.Mrr:0.000} | {score.Recall:0.000} | {score.Tail:0.000} | {spread.Gini:0.000} | {spread.TopShare:0.00} | {spread.People} |");
        }
        var truth = Concentration.Of(judged.Values.First().SelectMany(j => j.Truth.Select(p => (j.Question.Time, p))), pool);
        Console.WriteLine($"| who really answered | | | | | | | {truth.Gini:0.000} | {truth.TopShare:0.00} | {truth.People} |\n");
        var ours = judged.First(j => j.Key is Ours).Value;
        foreach (var (other, theirs) in judged.Where(j => j.Key is not Ours))
            Console.WriteLine($"- ours minus {other.Name}: MRR {Interval.Of(ours, theirs, j => j.Reciprocal)}, S@3 {Interval.Of(ours, theirs, j => j.Hit(3))}, tail S@5 {Interval.Of([.. ours.Where(j => j.HasTail)], [.. theirs.Where(j => j.HasTail)], j => j.TailHit(5))}");
    }
}
