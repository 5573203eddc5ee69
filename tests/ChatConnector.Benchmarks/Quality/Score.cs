namespace ChatConnector.Benchmarks.Quality;

/// <summary>How good rankings were, over many asks.</summary>
/// <param name="First">Share of asks where the first named really answered.</param>
/// <param name="Three">Where one of the first three did.</param>
/// <param name="Mrr">Mean of one through the rank of the first who did.</param>
/// <param name="Recall">Mean share of those who answered that are among the first five.</param>
/// <param name="Tail">Where one of the first five did, with the busiest twentieth taken out of ranking and truth.</param>
public readonly record struct Score(int Asks, double First, double Three, double Five, double Mrr, double Recall, double Tail)
{
    public static Score Of(IReadOnlyList<Judged> judged) => judged.Count == 0 ? default : new(
        judged.Count,
        judged.Average(j => j.Hit(1)),
        judged.Average(j => j.Hit(3)),
        judged.Average(j => j.Hit(5)),
        judged.Average(j => j.Reciprocal),
        judged.Average(j => j.Recall(5)),
        judged.Where(j => j.HasTail).Select(j => j.TailHit(5)).DefaultIfEmpty(0).Average());
}

/// <summary>A ranking and the truth.</summary>
/// <param name="Busiest">The busiest twentieth before the ask.</param>
public sealed record Judged(Question Question, IReadOnlyList<int> Ranking, IReadOnlySet<int> Truth, IReadOnlySet<int> Busiest)
{
    private const int Deep = 100;

    /// <summary>The place of the first right one, from 1; 0 for none.</summary>
    public int Rank { get; } = Find(Ranking, Truth);

    public double Reciprocal => Rank == 0 ? 0 : 1.0 / Rank;

    public double Hit(int among) => Rank > 0 && Rank <= among ? 1 : 0;

    public double Recall(int among) => (double)Ranking.Take(among).Count(Truth.Contains) / Truth.Count;

    /// <summary>Whether somebody else than the busiest answered.</summary>
    public bool HasTail => Truth.Any(p => !Busiest.Contains(p));

    /// <summary>The same as <see cref="Hit"/> in a world without the busiest.</summary>
    public double TailHit(int among) => Ranking.Where(p => !Busiest.Contains(p)).Take(among).Any(Truth.Contains) ? 1 : 0;

    private static int Find(IReadOnlyList<int> ranking, IReadOnlySet<int> truth)
    {
        for (var i = 0; i < Math.Min(ranking.Count, Deep); i++)
            if (truth.Contains(ranking[i]))
                return i + 1;
        return 0;
    }
}
