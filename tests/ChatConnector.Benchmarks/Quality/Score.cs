namespace ChatConnector.Benchmarks.Quality;

/// <summary>How good rankings were, over many asks.</summary>
/// <param name="First">Share of asks where the first named really answered.</param>
/// <param name="Three">Where one of the first three did.</param>
/// <param name="Mrr">Mean of one through the rank of the first who did.</param>
/// <param name="Recall">Mean share of those who answered that are among the first five.</param>
public readonly record struct Score(int Asks, double First, double Three, double Five, double Mrr, double Recall)
{
    public static Score Of(IReadOnlyList<Judged> judged) => judged.Count == 0 ? default : new(
        judged.Count,
        judged.Average(j => j.Hit(1)),
        judged.Average(j => j.Hit(3)),
        judged.Average(j => j.Hit(5)),
        judged.Average(j => j.Reciprocal),
        judged.Average(j => j.Recall(5)));
}

/// <summary>A ranking and the truth.</summary>
public sealed record Judged(Question Question, IReadOnlyList<int> Ranking, IReadOnlySet<int> Truth)
{
    private const int Deep = 100;

    /// <summary>The place of the first right one, from 1; 0 for none.</summary>
    public int Rank { get; } = Find(Ranking, Truth);

    public double Reciprocal => Rank == 0 ? 0 : 1.0 / Rank;

    public double Hit(int among) => Rank > 0 && Rank <= among ? 1 : 0;

    public double Recall(int among) => (double)Ranking.Take(among).Count(Truth.Contains) / Truth.Count;

    private static int Find(IReadOnlyList<int> ranking, IReadOnlySet<int> truth)
    {
        for (var i = 0; i < Math.Min(ranking.Count, Deep); i++)
            if (truth.Contains(ranking[i]))
                return i + 1;
        return 0;
    }
}
