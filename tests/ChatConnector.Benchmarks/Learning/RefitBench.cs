using ChatConnector.Benchmarks.Quality;
using ChatConnector.Engine.Suggesting.Ranking;
using Interval = ChatConnector.Benchmarks.Quality.Interval;

namespace ChatConnector.Benchmarks.Learning;

/// <summary>Whether weights of one's own do better than weights learned elsewhere: each community starts with what the others taught.</summary>
public static class RefitBench
{
    private const int EveryDays = 28;

    public static void Run(IReadOnlyList<Community> communities, bool showTest)
    {
        Console.WriteLine("| community | asks | start | MRR before | MRR own | own minus before: MRR | S@3 | kept | longest |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var community in communities)
        {
            Run(community, Weights.Default, "shipped", showTest);
            if (communities.Count > 1)
                Run(community, LearnBench.Learn(communities.Where(c => c != community)), "others'", showTest);
        }
    }

    private static void Run(Community community, Signs start, string name, bool showTest)
    {
        var (before, own) = (new Ours(community.People, start), new Refitted(community, start, EveryDays));
        var judged = Trial.Run(community, [before, own], (int)(community.Questions.Count * 0.6));
        foreach (var split in showTest ? (Split[])[Split.Valid, Split.Test] : [Split.Valid])
        {
            var (then, now) = (Of(judged[before], split), Of(judged[own], split));
            if (then.Count > 0)
                Console.WriteLine($"| {community.Name}, {split} | {then.Count} | {name} | {Score.Of(then).Mrr:0.000} | {Score.Of(now).Mrr:0.000} | {Interval.Of(now, then, j => j.Reciprocal)} | {Interval.Of(now, then, j => j.Hit(3))} | {own.Nights.Kept} of {own.Nights.Tried} | {own.Longest.TotalSeconds:0.0} s |");
        }
    }

    private static List<Judged> Of(List<Judged> judged, Split split) => [.. judged.Where(j => j.Question.Split == split)];
}
