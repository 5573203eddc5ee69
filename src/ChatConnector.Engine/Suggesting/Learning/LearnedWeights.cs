using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Suggesting.Learning;

/// <summary>An organization's own weights, learned from who answered its asks. Without them, or when they are of another make, the shipped ones hold.</summary>
public sealed record LearnedWeights : Row
{
    public const string TheKey = "weights";

    public override string Key => TheKey;

    /// <summary>By the sign's name; empty until anything was learned.</summary>
    public ImmutableDictionary<string, double> BySign { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>How many answered asks they were learned from.</summary>
    public int Asks { get; init; }

    public Instant? LearnedAt { get; init; }

    /// <summary>How much likelier those who answered the newest asks became, by weights learned from the asks before: a mean of logarithms, above zero.</summary>
    public double Gain { get; init; }

    /// <summary>The weights, or null to use the shipped ones.</summary>
    public Signs? Weights => BySign.Count == Example.Names.Length && Example.Names.All(BySign.ContainsKey)
        ? Example.Weights([.. Example.Names.Select(name => BySign[name])])
        : null;
}
