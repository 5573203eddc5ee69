using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Host.TryIt.Why;

/// <summary>One of the signs a score is made of, in words.</summary>
/// <param name="Against">What it says where it falls below zero.</param>
public sealed record Sign(string Words, Func<Signs, double> Of, string Against = "")
{
    public static readonly IReadOnlyList<Sign> All =
    [
        new("Much of what they helped with is like this", s => s.Helped),
        new("Was thanked or vouched for in things like this", s => s.Contributed),
        new("Helps with asks like this more often than with others", s => s.Leaning, "Helps with asks like this less often than with others"),
        new("Helps more in this channel than others do", s => s.Here, "Helps less in this channel than others do"),
        new("Says so themselves, or their title or team does", s => s.Standing),
        new("Has helped somebody in the last days", s => s.Week),
        new("Has helped somebody in the last weeks", s => s.Month),
        new("Has helped this requester before", s => s.Tie),
        new("It isn't long since they last helped anybody", s => s.Freshness),
    ];

    /// <summary>The signs that count for somebody, the strongest first.</summary>
    public static IEnumerable<Part> PartsOf(Explanation explanation) => All
        .Select(sign => new Part(sign.Of(explanation.Points) < 0 ? sign.Against : sign.Words, sign.Of(explanation.Signs), sign.Of(explanation.Points)))
        .Where(part => part.Points != 0).OrderByDescending(part => part.Points);
}

/// <summary>What one sign contributed to a score.</summary>
/// <param name="Strength">How strong the sign is.</param>
/// <param name="Points">Its strength times its weight.</param>
public sealed record Part(string Words, double Strength, double Points)
{
    public double Weight => Points / Strength;
}
