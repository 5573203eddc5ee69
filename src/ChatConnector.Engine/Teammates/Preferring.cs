namespace ChatConnector.Engine.Teammates;

/// <summary>How a teammate wants to be treated: how many asks, when, and what not at all.</summary>
public static class Preferring
{
    private const int MostDaysOff = 200;
    private const int MostPeople = 20;

    public static Decision Save(Decision d, Act act)
    {
        var filled = new Filled(act);
        var preferences = Read(d, filled);
        if (filled.Errors.Count > 0)
            return d.Reply(PreferenceCards.NotSaved(filled.Errors.Values, Verb.EditPreferences));
        d = d.Change(d.Message.From, t => t with { Preferences = preferences });
        return d.Reply(PreferenceCards.Saved(d, d.Me));
    }

    /// <summary>The preferences as the form says; what it says wrongly stays as it is.</summary>
    internal static Preferences Read(Decision d, Filled filled)
    {
        var before = d.Me.Preferences;
        var yesterday = OfficeHours.Of(d.Me, d.Settings).DateAt(d.Now).PlusDays(-1);
        var starts = Time(filled, Fields.DayStarts, before.DayStarts);
        var ends = Time(filled, Fields.DayEnds, before.DayEnds);
        if ((ends ?? d.Settings.DayEnds) <= (starts ?? d.Settings.DayStarts))
            filled.Refuse(Fields.DayEnds, FormErrors.EndsBeforeItStarts);
        var free = filled.Choices<IsoDayOfWeek>(Fields.FreeWeekdays)?.Remove(IsoDayOfWeek.None) ?? before.FreeWeekdays;
        if (free?.Count >= 7)
            filled.Refuse(Fields.FreeWeekdays, FormErrors.NoWorkdays);
        var anyTime = filled.People(Fields.AnyTime, before.AnyTime, d).Remove(d.Message.From);
        return before with
        {
            PerWeek = IsEmptied(filled, Fields.PerWeek) ? null : filled.Has(Fields.PerWeek) ? filled.Number(Fields.PerWeek, 0, 0, 10) : before.PerWeek,
            DayStarts = starts,
            DayEnds = ends,
            DaysOff = filled.Days(Fields.DaysOff, before.DaysOff, MostDaysOff).FindAll(day => day >= yesterday),
            // The organization's own free days are followed, also when they change.
            FreeWeekdays = free is not null && free.Order().SequenceEqual(d.Settings.FreeWeekdays.Order()) ? null : free,
            Zone = filled.Zone(Fields.Zone, before.Zone, mayBeEmpty: true),
            Muted = Muted(before.Muted, filled.Choices<Contact>(Fields.Muted), d.Now),
            AnyTime = [.. anyTime.Take(MostPeople)],
        };
    }

    private static LocalTime? Time(Filled filled, string field, LocalTime? before) =>
        IsEmptied(filled, field) ? null : filled.Has(field) ? filled.Time(field, before ?? default) : before;

    private static bool IsEmptied(Filled filled, string field) => filled.Has(field) && filled.Text(field).Length == 0;

    // What was off for a while and is still ticked stays so; what is newly ticked is off for good.
    private static ImmutableDictionary<Contact, Instant> Muted(ImmutableDictionary<Contact, Instant> before, ImmutableList<Contact>? ticked, Instant now) =>
        ticked?.Where(Muting.Kinds.Contains).ToImmutableDictionary(kind => kind, kind => before.TryGetValue(kind, out var until) && until > now ? until : Muting.ForGood) ?? before;
}
