namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>How much each sign counts. No weight is below zero, so evidence of a topic never speaks against the one it is about.</summary>
public static class Weights
{
    /// <remarks>
    /// Provenance: learned offline with <c>ChatConnector.Benchmarks learn</c> from who really answered in two open help communities
    /// (the first seven tenths of each), by listwise softmax, each community counting alike; only these numbers were taken.
    /// Standing is a judgement: no public data has declared topics or titles.
    /// </remarks>
    public static readonly Signs Default = new(
        Helped: 0.56, Contributed: 0.29, Leaning: 1.66, Here: 0.57, Standing: 0.8, Week: 0.18, Month: 0.98, Tie: 0.09, Freshness: 0.29);

    /// <summary>Of the sign that a model adds; a judgement, because each model is another: a text that means the very same counts about as much as everything else that speaks for the best.</summary>
    public const double Meaning = 4;
}
