using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Suggesting.Learning;

/// <summary>Learns weights from answered asks: held to the shipped ones, and kept only if they would have done better on the newest asks.</summary>
public static class Fit
{
    /// <summary>Answered asks from which an organization has weights of its own.</summary>
    public const int FromAsks = 50;

    /// <summary>The newest asks that are learned from; older ones tell of people who have moved on.</summary>
    public const int MostAsks = 300;

    // How strongly few asks are held to the shipped weights; chosen on the validation asks of public communities, see `refit` of the benchmarks.
    private const double Held = 80;

    // One in five asks, the newest, is kept apart to see whether it was worth it.
    private const int OneIn = 5;

    /// <summary>The weights and by how much they did better on asks they were not learned from; null when they did not, or when there is too little to learn from.</summary>
    /// <param name="examples">In the order of time.</param>
    public static (Signs Weights, double Gain)? Learn(IReadOnlyList<Example> examples, Signs start)
    {
        if (examples.Count < FromAsks)
            return null;
        var begin = Example.Vector(start);
        var apart = examples.Count / OneIn;
        var (older, newer) = (examples.Take(examples.Count - apart).ToList(), examples.Skip(examples.Count - apart).ToList());
        var gain = Softmax.Likelihood(newer, From(older, begin)) - Softmax.Likelihood(newer, begin);
        return gain > 0 ? (Example.Weights(From(examples, begin)), gain) : null;
    }

    // Beyond the fourth decimal live only the traces of one machine's way of adding.
    private static double[] From(IReadOnlyList<Example> examples, double[] start) =>
        [.. new Softmax(examples, start, Held / examples.Count).Learn().Select(weight => Math.Round(weight, 4))];
}
