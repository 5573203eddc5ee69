using System.Globalization;
using ChatConnector.Engine;
using ChatConnector.Engine.Connecting;
using ChatConnector.Engine.Suggesting;

namespace ChatConnector.Host.TryIt.Why;

/// <summary>What became of somebody who was considered, in words.</summary>
/// <param name="Kind"><c>named</c>, <c>gave-way</c>, <c>peace</c>, <c>weak</c> or <c>behind</c>.</param>
public sealed record Verdict(string Kind, string Sign, string Words)
{
    private static readonly string[] Places = ["First", "Second", "Third", "Fourth", "Fifth"];

    public static Verdict Of(Considered person, Finding finding) =>
        finding.Choice.Named.ToList().IndexOf(person) is var place and >= 0 ? Named(person, place, finding.Choice)
        : person.WasAsked ? new("peace", "Asked already", "Has been asked about this already, so is not suggested again.")
        : person.Hindrance is { } hindrance ? new("peace", "Left in peace", WordsOf(hindrance, finding.Settings.Fairness))
        : person.IsGuarded ? new("peace", "Left in peace", $"One of the busiest twentieth, who together get more than {Share(finding.Settings.Fairness.TopShare)} of all invitations: one a week until that has changed.")
        : person.IsTooWeak ? new("weak", "Too little in common", $"Nothing of theirs matches {Share(finding.Settings.Inviting.LeastRelevance)} of the ask, which it takes to be named.")
        : person == finding.Choice.GaveWay ? new("gave-way", "Gave way", $"Would have been {Places[finding.Choice.Named.Count - 1].ToLowerInvariant()}, but the last place is kept for {Kept(finding.Choice)}.")
        : new("behind", "Further down", "A good match too; others come first.");

    public static string Share(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    /// <summary>Whom the last place was kept for.</summary>
    private static string Kept(Choice choice)
    {
        var before = choice.Named.Take(choice.Named.Count - 1).ToList();
        var last = choice.Named[^1];
        var rare = last.IsRarelyAsked && !before.Exists(c => c.IsRarelyAsked);
        var far = last.IsFar && !before.Exists(c => c.IsFar);
        return (rare, far) switch
        {
            (true, true) => "somebody who is rarely asked and comes from outside the circle",
            (true, false) => "somebody who is rarely asked",
            _ => "somebody from outside the circle",
        };
    }

    private static Verdict Named(Considered person, int place, Choice choice) => new("named", Places[place],
        choice.GaveWay is not null && place == choice.Named.Count - 1 ? $"Moved up: the last place is kept for {Kept(choice)}."
        : person.Penalty > 0 ? "Named although asked lately; that took a few points off."
        : "");

    private static string WordsOf(Hindrance hindrance, FairnessSettings fairness) => hindrance switch
    {
        Hindrance.NotHere => "Is no longer here.",
        Hindrance.Avoided => "One of the two would rather not be brought together with the other.",
        Hindrance.Paused => "Has paused asks.",
        Hindrance.EnoughOpen => $"Has enough open invitations; {fairness.MostOpen} at a time is the most.",
        Hindrance.WeekIsFull => "Was asked as often in the last seven days as they want to be.",
        Hindrance.JustAsked => $"Was asked within the last {fairness.HoursApart} hours.",
        Hindrance.RestsAfterNo => $"Said not now: {fairness.RestAfterNoDays} days of rest.",
        Hindrance.NotAnswering => $"The last {fairness.SoftPauseAfterUnanswered} invitations stayed without an answer: a quiet break of {fairness.SoftPauseDays} days.",
        Hindrance.PairRests => $"This requester asked them within the last {fairness.PairRestDays} days.",
        Hindrance.PairCoolsDown => $"The two were brought together within the last {fairness.PairCoolDownDays} days; choosing them by hand is still possible.",
        _ => "Asked for this themselves.",
    };
}
