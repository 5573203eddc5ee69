namespace ChatConnector.Engine.Teammates;

/// <summary>The organization's settings, changed by whoever looks after Connector, and how it is doing.</summary>
public static class Administering
{
    private const int MostHolidays = 400;
    private const int MostPeople = 10;
    private const int MonthsShown = 3;

    public static Decision Save(Decision d, Act act)
    {
        var filled = new Filled(act);
        var settings = Read(d, filled);
        if (filled.Errors.Count > 0)
            return d.Reply(PreferenceCards.NotSaved(filled.Errors.Values, Verb.EditSettings));
        var before = d.Settings;
        return d.Save(settings).Reply(SettingsCards.Saved(before, settings));
    }

    public static Decision SeeHealth(Decision d)
    {
        var thisMonth = Health.MonthOf(d, d.Now);
        var months = Enumerable.Range(0, MonthsShown).Select(ago => thisMonth.PlusMonths(-ago))
            .Select(month => (Month: month, Figures: Health.Of(d, month))).Where(m => m.Month == thisMonth || m.Figures.Parts.Count > 0).ToList();
        return d.Reply(HealthCards.Health(months, d.Known.Colleagues.CountHere(), d.Known.Colleagues.SpreadAt(d.Now)));
    }

    /// <summary>The settings as the form says; what it says wrongly stays as it is.</summary>
    internal static Settings Read(Decision d, Filled filled)
    {
        var old = d.Settings with { Languages = filled.Languages(Fields.Languages, d.Settings.Languages) };
        var settings = old with
        {
            Admins = filled.People(Fields.Admins, old.Admins, d),
            Stewards = [.. filled.People(Fields.Stewards, old.Stewards, d).Take(MostPeople)],
            Zone = filled.Zone(Fields.Zone, old.Zone, mayBeEmpty: false),
            DayStarts = filled.Time(Fields.DayStarts, old.DayStarts),
            DayEnds = filled.Time(Fields.DayEnds, old.DayEnds),
            SpeaksFrom = filled.Time(Fields.SpeaksFrom, old.SpeaksFrom),
            SpeaksUntil = filled.Time(Fields.SpeaksUntil, old.SpeaksUntil),
            SpeaksUntilOnFriday = filled.Time(Fields.SpeaksUntilOnFriday, old.SpeaksUntilOnFriday),
            Holidays = filled.Days(Fields.Holidays, old.Holidays, MostHolidays),
            FreeWeekdays = filled.Choices<IsoDayOfWeek>(Fields.FreeWeekdays)?.Remove(IsoDayOfWeek.None) ?? old.FreeWeekdays,
            Resources = filled.Words(Fields.Resources, old.Resources, SettingsForms.LongestResources),
            ResourceContact = filled.Words(Fields.ResourceContact, old.ResourceContact, SettingsForms.LongestContact),
            SameWords = Glossary.Read(filled, old),
            GuessFromGroups = filled.Has(Fields.GuessFrom) ? filled.Text(Fields.GuessFrom) == Fields.Groups : old.GuessFromGroups,
            KeepTextDays = filled.Number(Fields.KeepTextDays, old.KeepTextDays, 1, 3650),
            KeepAuthorDays = filled.Number(Fields.KeepAuthorDays, old.KeepAuthorDays, 1, 365),
        };
        if (settings.Admins.IsEmpty)
            filled.Refuse(Fields.Admins, FormErrors.NoAdmin);
        if (settings.DayEnds <= settings.DayStarts)
            filled.Refuse(Fields.DayEnds, FormErrors.EndsBeforeItStarts);
        if (settings.SpeaksUntil <= settings.SpeaksFrom)
            filled.Refuse(Fields.SpeaksUntil, FormErrors.EndsBeforeItStarts);
        if (settings.SpeaksFrom >= settings.DayEnds || settings.SpeaksUntil <= settings.DayStarts)
            filled.Refuse(Fields.SpeaksFrom, FormErrors.NeverInWorkingHours);
        if (settings.FreeWeekdays.Count >= 7)
            filled.Refuse(Fields.FreeWeekdays, FormErrors.NoWorkdays);
        return WithLimits(settings, filled);
    }

    private static Settings WithLimits(Settings settings, Filled filled)
    {
        var followUp = settings.FollowUp;
        var thanksAfter = filled.Number(Fields.ThanksAfterHours, followUp.ThanksAfterHours, 1, 168);
        var outcomeAfter = filled.Number(Fields.OutcomeAfterDays, followUp.OutcomeAfterDays, 7, 90);
        return settings with
        {
            Asks = settings.Asks with { MostOpen = filled.Number(Fields.MostOpen, settings.Asks.MostOpen, 1, 10) },
            Inviting = settings.Inviting with
            {
                WaveSize = filled.Number(Fields.WaveSize, settings.Inviting.WaveSize, 1, 5),
                MostWaves = filled.Number(Fields.MostWaves, settings.Inviting.MostWaves, 1, 5),
            },
            Fairness = settings.Fairness with
            {
                MostPerWeek = filled.Number(Fields.MostPerWeek, settings.Fairness.MostPerWeek, 0, 10),
                PairRestDays = filled.Number(Fields.PairRestDays, settings.Fairness.PairRestDays, 0, 365),
            },
            // The last reminders stay as far behind the first ones as they were.
            FollowUp = followUp with
            {
                ThanksAfterHours = thanksAfter,
                LastThanksAfterHours = thanksAfter + (followUp.LastThanksAfterHours - followUp.ThanksAfterHours),
                OutcomeAfterDays = outcomeAfter,
                LastOutcomeAfterDays = outcomeAfter + (followUp.LastOutcomeAfterDays - followUp.OutcomeAfterDays),
            },
        };
    }
}
