namespace ChatConnector.Engine.Suggesting;

/// <summary>When it is more honest to name nobody.</summary>
public static class Confidence
{
    /// <summary>The least part of an ask that somebody's best evidence must cover for them to be named.</summary>
    public const double Least = 0.12;
}
