namespace ChatConnector.Engine.Wording;

/// <summary>The forms in which people say how they want to be treated.</summary>
public static class PreferenceForms
{
    public static readonly IReadOnlyList<Option> Weekdays =
    [
        new(nameof(IsoDayOfWeek.Monday), "Monday"), new(nameof(IsoDayOfWeek.Tuesday), "Tuesday"), new(nameof(IsoDayOfWeek.Wednesday), "Wednesday"),
        new(nameof(IsoDayOfWeek.Thursday), "Thursday"), new(nameof(IsoDayOfWeek.Friday), "Friday"), new(nameof(IsoDayOfWeek.Saturday), "Saturday"),
        new(nameof(IsoDayOfWeek.Sunday), "Sunday"),
    ];

    public static Form Pause(Decision d) => new("pause", "Take a break", "Pause", new Act(Verb.PauseUntil),
    [
        new Field.Day(Fields.Until, "I'm back on", Required: true, Initial: LocalDates.Write(OfficeHours.Of(d.Me, d.Settings).DateAt(d.Now).PlusDays(7))),
        new Field.Choice(Fields.Scope, "What shall rest?", [new(Fields.Everything, "Everything, I'd like quiet"), new(Fields.AsksOnly, "Only asks from others")], Fields.Everything),
        new Field.Note(Text.Of("You can still ask for help yourself, and you'll hear the answers.")),
    ]);

    public static Form Preferences(Decision d)
    {
        var (me, settings) = (d.Me, d.Settings);
        var wishes = me.Preferences;
        var hours = OfficeHours.Of(me, settings);
        return new Form("preferences", "How I like it", "Save", new Act(Verb.SavePreferences),
        [
            new Field.Words(Fields.PerWeek, $"Asks from others in a week, 0 to 10 (empty: {settings.Fairness.MostPerWeek}, as usual here)", Most: 2, Initial: $"{wishes.PerWeek}"),
            new Field.Words(Fields.DayStarts, "I start work at", Most: 8, Initial: Written(wishes.DayStarts), Hint: LocalTimes.Write(settings.DayStarts)),
            new Field.Words(Fields.DayEnds, "and end at", Most: 8, Initial: Written(wishes.DayEnds), Hint: LocalTimes.Write(settings.DayEnds)),
            new Field.Choices(Fields.FreeWeekdays, "Days I don't work", Weekdays, string.Join(',', hours.Free.Weekly)),
            new Field.Words(Fields.DaysOff, "Days off ahead", Most: 2000, Tall: true, Initial: LocalDates.Write(wishes.DaysOff.Where(day => day >= hours.DateAt(d.Now))),
                Hint: "2026-12-24 to 2027-01-01"),
            new Field.Words(Fields.Zone, "Time zone, if your directory has it wrong", Most: 60, Initial: wishes.Zone, Hint: hours.Zone.Id),
            new Field.Choices(Fields.Muted, "Please don't send me", [.. Muting.Kinds.Select(kind => new Option($"{kind}", PreferenceCards.Called(kind).Plain))],
                string.Join(',', Muting.Kinds.Where(kind => wishes.IsMuted(kind, d.Now)))),
            new Field.People(Fields.AnyTime, "These people may ask me any time", Most: 20, Initial: string.Join(',', wishes.AnyTime)),
            new Field.Note(Text.Of("Outside these hours I wait. Nobody else sees what you choose here.")),
        ]);
    }

    public static Form Avoid(Teammate me) => new("avoid", "Keep apart from", "Save", new Act(Verb.Avoid, Detail: Avoiding.WholeList),
    [
        new Field.People(Fields.People, "I'd rather not be connected with", Most: Avoiding.Most, Initial: string.Join(',', me.Preferences.Avoids)),
        new Field.Note(Text.Of("It works both ways: never suggested, never asked, never introduced. They won't know, and neither will anybody else.")),
    ]);

    private static string Written(LocalTime? time) => time is { } given ? LocalTimes.Write(given) : "";
}
