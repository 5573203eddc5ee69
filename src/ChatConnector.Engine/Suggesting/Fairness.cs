namespace ChatConnector.Engine.Suggesting;

/// <summary>What keeps asks from falling on the same few, and from falling on anybody who wants rest. Pure; judged on rows read in this turn.</summary>
public static class Fairness
{
    private static readonly Duration Week = Duration.FromDays(7);
    private static readonly Duration FourWeeks = Duration.FromDays(28);

    /// <summary>Why this colleague must not be invited by this requester now; null when they may.</summary>
    public static Hindrance? WhyNotInvite(Teammate colleague, Teammate requester, Instant now, Settings settings) =>
        WhyNotAsk(colleague, requester, now) ?? WhyTooMuch(colleague, settings.Fairness, now) ?? WhyPairRests(colleague, requester, settings.Fairness, now);

    /// <summary>Why this colleague must not be asked anything for this requester, however much room they have; null when they may.</summary>
    public static Hindrance? WhyNotAsk(Teammate colleague, Teammate requester, Instant now)
    {
        if (colleague.Id == requester.Id)
            return Hindrance.IsRequester;
        if (!colleague.IsHere)
            return Hindrance.NotHere;
        if (colleague.Preferences.Avoids.Contains(requester.Id) || requester.Preferences.Avoids.Contains(colleague.Id))
            return Hindrance.Avoided;
        return colleague.Preferences.WantsAsks(now) ? null : Hindrance.Paused;
    }

    /// <summary>The same, and in addition the cool-down of the pair: the same two are not suggested to each other all the time.</summary>
    public static Hindrance? WhyNotSuggest(Teammate colleague, Teammate requester, Instant now, Settings settings) =>
        WhyNotInvite(colleague, requester, now, settings)
        ?? (LastInvited(colleague, requester) is { } last && now - last < Duration.FromDays(settings.Fairness.PairCoolDownDays)
            && !colleague.Preferences.AnyTime.Contains(requester.Id)
                ? Hindrance.PairCoolsDown
                : null);

    /// <summary>New invitations a week: the person's own choice, or the organization's default, lower for senior people.</summary>
    public static int MostPerWeek(Teammate colleague, FairnessSettings fairness) =>
        colleague.Preferences.PerWeek is { } own ? Math.Clamp(own, 0, 10)
        : Seniority.IsSenior(colleague.Title) ? Math.Min(fairness.SeniorMostPerWeek, fairness.MostPerWeek)
        : fairness.MostPerWeek;

    /// <summary>At most one invitation in four weeks.</summary>
    public static bool IsRarelyAsked(Teammate colleague, Instant now) => InvitedSince(colleague, now - FourWeeks) <= 1;

    public static int InvitedSince(Teammate colleague, Instant since)
    {
        var count = 0;
        foreach (var invited in colleague.Invited)
            if (invited.At > since)
                count++;
        return count;
    }

    /// <summary>Points taken off for being invited much lately; each invitation counts one half after a week.</summary>
    public static double LoadPenalty(Teammate colleague, Instant now, FairnessSettings fairness) =>
        fairness.LoadPenalty * Math.Log(1 + colleague.Invited.Sum(i => double.Exp2(-(now - i.At).TotalDays / 7)));

    /// <summary>Whether the guard holds: the busiest twentieth get more than their share, this is one of them, and they had their one of the week.</summary>
    public static bool IsGuarded(Teammate colleague, Spread spread, Instant now, Settings settings) =>
        spread.TopShare > settings.Fairness.TopShare
        && InvitedSince(colleague, now - FourWeeks) >= spread.TopFrom
        && InvitedSince(colleague, now - Week) >= 1;

    private static Hindrance? WhyTooMuch(Teammate colleague, FairnessSettings fairness, Instant now)
    {
        var invited = colleague.Invited;
        if (invited.Count(i => i.Outcome == InvitedOutcome.Open) >= fairness.MostOpen)
            return Hindrance.EnoughOpen;
        if (InvitedSince(colleague, now - Week) >= MostPerWeek(colleague, fairness))
            return Hindrance.WeekIsFull;
        if (invited.Any(i => now - i.At < Duration.FromHours(fairness.HoursApart)))
            return Hindrance.JustAsked;
        if (invited.Any(i => i.Outcome == InvitedOutcome.Declined && now - EndOf(i) < Duration.FromDays(fairness.RestAfterNoDays)))
            return Hindrance.RestsAfterNo;
        return IsSoftPaused(colleague, fairness, now) ? Hindrance.NotAnswering : null;
    }

    // Withdrawn ones say nothing about the person, so they are passed over.
    private static bool IsSoftPaused(Teammate colleague, FairnessSettings fairness, Instant now)
    {
        var answered = colleague.Invited.Where(i => i.Outcome is not (InvitedOutcome.Open or InvitedOutcome.Withdrawn)).TakeLast(fairness.SoftPauseAfterUnanswered).ToList();
        return answered.Count == fairness.SoftPauseAfterUnanswered && answered.Count > 0
            && answered.All(i => i.Outcome == InvitedOutcome.Unanswered)
            && now - EndOf(answered[^1]) < Duration.FromDays(fairness.SoftPauseDays);
    }

    private static Hindrance? WhyPairRests(Teammate colleague, Teammate requester, FairnessSettings fairness, Instant now) =>
        !colleague.Preferences.AnyTime.Contains(requester.Id)
        && LastInvited(colleague, requester) is { } last && now - last < Duration.FromDays(fairness.PairRestDays)
            ? Hindrance.PairRests
            : null;

    private static Instant? LastInvited(Teammate colleague, Teammate requester) =>
        colleague.Invited.Where(i => i.By == requester.Id).Select(i => (Instant?)i.At).Max();

    private static Instant EndOf(Invited invited) => invited.EndedAt ?? invited.At;
}

/// <summary>Why somebody is left in peace. Never told to the requester.</summary>
public enum Hindrance
{
    IsRequester,
    NotHere,

    /// <summary>One of the two avoids the other.</summary>
    Avoided,
    Paused,
    EnoughOpen,
    WeekIsFull,

    /// <summary>Asked within the last day.</summary>
    JustAsked,
    RestsAfterNo,

    /// <summary>The last invitations stayed without an answer.</summary>
    NotAnswering,

    /// <summary>This requester asked them lately.</summary>
    PairRests,

    /// <summary>The two were brought together lately: not to be suggested, though the requester may choose them.</summary>
    PairCoolsDown,
}
