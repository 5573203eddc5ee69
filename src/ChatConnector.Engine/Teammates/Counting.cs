namespace ChatConnector.Engine.Teammates;

/// <summary>
/// Notices, from the rows a decision changes, what the organization's health figures want to know. Nobody has to report
/// anything, and nothing is counted per person.
/// </summary>
public static class Counting
{
    private const double WorkingDay = 8;
    private static readonly Duration TwoDays = Duration.FromHours(48);
    private static readonly Duration SixWeeks = Duration.FromDays(42);

    public static Decision Note(Decision d)
    {
        var measured = d.Changed.Keys.Order(StringComparer.Ordinal).SelectMany(key => d.Changed[key] switch
        {
            Ask ask => Noticed(d, d.Known.Read<Ask>(key), ask),
            Teammate teammate => Noticed(d, d.Known.Read<Teammate>(key), teammate),
            _ => [],
        }).ToList();
        return measured.Aggregate(d, (so, m) => Health.Count(so, m.Measure, m.At));
    }

    private static IEnumerable<(Measure Measure, Instant At)> Noticed(Decision d, Ask? before, Ask ask)
    {
        if (before is null)
        {
            yield return (Measure.Asks, ask.PostedAt);
            if (IsFirstOfTheMonth(d, ask))
                yield return (Measure.Askers, ask.PostedAt);
        }

        if (!IsAnswered(before) && IsAnswered(ask))
        {
            var hours = OfficeHours.Of(d.Teammate(ask.Requester), d.Settings);
            if (d.Now <= hours.After(ask.PostedAt, WorkingDay))
                yield return (Measure.AnsweredInOneDay, ask.PostedAt);
            if (d.Now <= hours.After(ask.PostedAt, 2 * WorkingDay))
                yield return (Measure.AnsweredInTwoDays, ask.PostedAt);
        }

        foreach (var measured in ask.Helps.SelectMany(help => Noticed(d, ask, before?.HelpOf(help.Helper), help)))
            yield return measured;
    }

    private static IEnumerable<(Measure Measure, Instant At)> Noticed(Decision d, Ask ask, Help? before, Help help)
    {
        if (help.IntroducedAt is { } introduced && before?.IntroducedAt is null)
        {
            yield return (Measure.Introductions, introduced);
            if (d.Teammate(ask.Requester).Team is { Length: > 0 } team && d.Teammate(help.Helper).Team is { Length: > 0 } other && team != other)
                yield return (Measure.AcrossTeams, introduced);
        }

        if (help.HelpedAt is not { } helped)
            yield break;
        if (before?.HelpedAt is null)
            yield return (Measure.Helped, helped);
        if (help.Thanks == ThanksState.Sent && before?.Thanks != ThanksState.Sent && d.Now - helped <= TwoDays)
            yield return (Measure.ThankedInTwoDays, helped);
        if (help.Outcome == OutcomeState.Told && before?.Outcome != OutcomeState.Told && d.Now - helped <= SixWeeks)
            yield return (Measure.OutcomesTold, helped);
    }

    // What people turn off or pause themselves, not what Connector turns off by itself.
    private static IEnumerable<(Measure Measure, Instant At)> Noticed(Decision d, Teammate? before, Teammate teammate)
    {
        if (before is null || teammate.Id != d.Message.From || d.Message.Said is not (Said.Words or Said.Command or Said.Acted))
            yield break;
        var (old, now) = (before.Preferences, teammate.Preferences);
        if ((now.PausedUntil > d.Now && !(old.PausedUntil > d.Now)) || (now.AsksPausedUntil > d.Now && !(old.AsksPausedUntil > d.Now)))
            yield return (Measure.Paused, d.Now);
        if (Muting.Kinds.Any(kind => now.IsMuted(kind, d.Now) && !old.IsMuted(kind, d.Now)) || (now.PerWeek == 0 && old.PerWeek != 0))
            yield return (Measure.TurnedOff, d.Now);
    }

    private static bool IsAnswered(Ask? ask) => ask is not null && (!ask.Helps.IsEmpty || !ask.Leads.IsEmpty || ask.Invitations.Exists(i => i.Connector is not null));

    private static bool IsFirstOfTheMonth(Decision d, Ask ask) =>
        d.Teammate(ask.Requester).Asks.LastOrDefault(id => id != ask.Id) is var previous
        && (previous.Text is null || d.Ask(previous) is not { } earlier || Health.MonthOf(d, earlier.PostedAt) != Health.MonthOf(d, ask.PostedAt));
}
