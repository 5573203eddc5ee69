using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Suggesting.Learning;

/// <summary>One ask: every candidate's signs, and which of them really answered.</summary>
/// <param name="Weight">So that each community counts alike, however many asks it has.</param>
public sealed record Example(IReadOnlyList<double[]> Signs, IReadOnlyList<int> Answered, double Weight)
{
    /// <summary>The signs' names, in the order of a vector.</summary>
    public static readonly ImmutableArray<string> Names =
        [nameof(Ranking.Signs.Helped), nameof(Ranking.Signs.Contributed), nameof(Ranking.Signs.Leaning), nameof(Ranking.Signs.Here), nameof(Ranking.Signs.Standing), nameof(Ranking.Signs.Week), nameof(Ranking.Signs.Month), nameof(Ranking.Signs.Tie), nameof(Ranking.Signs.Freshness)];

    public static double[] Vector(Signs s) => [s.Helped, s.Contributed, s.Leaning, s.Here, s.Standing, s.Week, s.Month, s.Tie, s.Freshness];

    public static Signs Weights(IReadOnlyList<double> w) => new(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8]);
}
