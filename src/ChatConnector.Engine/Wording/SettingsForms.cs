using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Wording;

/// <summary>The organization's settings as a form.</summary>
public static class SettingsForms
{
    public const int LongestResources = 1000;
    public const int LongestContact = 300;
    public const int LongestSameWords = 3000;

    public static Form Settings(Settings s) => new("settings", "Settings", "Save", new Act(Verb.SaveSettings),
    [
        new Field.People(Fields.Admins, "Who looks after me here", Most: 10, Required: true, Initial: Ids(s.Admins)),
        new Field.People(Fields.Stewards, "Stewards: they answer what nobody else answered, a week each (optional)", Most: 10, Initial: Ids(s.Stewards)),
        new Field.Words(Fields.Zone, "Time zone, where the directory has none", Required: true, Most: 60, Initial: s.Zone, Hint: "Europe/Zurich"),
        Time(Fields.DayStarts, "The working day starts at", s.DayStarts),
        Time(Fields.DayEnds, "and ends at", s.DayEnds),
        new Field.Choices(Fields.FreeWeekdays, "Days without work", PreferenceForms.Weekdays, string.Join(',', s.FreeWeekdays)),
        new Field.Words(Fields.Holidays, "Holidays", Most: 4000, Tall: true, Initial: LocalDates.Write(s.Holidays), Hint: "2026-12-24 to 2026-12-26"),
        Time(Fields.SpeaksFrom, "I start conversations from", s.SpeaksFrom),
        Time(Fields.SpeaksUntil, "until", s.SpeaksUntil),
        Time(Fields.SpeaksUntilOnFriday, "and on Fridays until", s.SpeaksUntilOnFriday),
        new Field.Words(Fields.Resources, "Who helps in distress; people are shown this before such an ask goes out (optional)", Most: LongestResources, Tall: true, Initial: s.Resources,
            Hint: "Our counselling line, free and confidential: …"),
        new Field.Words(Fields.ResourceContact, "Whom to talk to first (optional)", Most: LongestContact, Initial: s.ResourceContact),
        new Field.Choices(Fields.Languages, "Languages people write in",
            [.. Language.Known.Select(language => new Option(language.Code, language.Name))], string.Join(',', s.Languages)),
        new Field.Words(Fields.SameWords, "Words that mean the same here, a line each (optional)", Most: LongestSameWords, Tall: true, Initial: string.Join('\n', s.SameWords),
            Hint: "k8s = kubernetes"),
        new Field.Choices(Fields.GuessFrom, "What I may guess from (each person sees and decides on the guesses about themselves)",
            [new(Fields.Groups, "Names of groups and open channels people are in")], s.GuessFromGroups ? Fields.Groups : ""),
        Number(Fields.MostOpen, "Open asks a person may have", s.Asks.MostOpen, 1, 10),
        Number(Fields.MostPerWeek, "Asks that come to a person in a week, unless they choose otherwise", s.Fairness.MostPerWeek, 0, 10),
        Number(Fields.WaveSize, "People asked at once", s.Inviting.WaveSize, 1, 5),
        Number(Fields.MostWaves, "and how often, for one ask", s.Inviting.MostWaves, 1, 5),
        Number(Fields.PairRestDays, "Days until the same person is asked by the same colleague again", s.Fairness.PairRestDays, 0, 365),
        Number(Fields.ThanksAfterHours, "Hours until I remind of thanks", s.FollowUp.ThanksAfterHours, 1, 168),
        Number(Fields.OutcomeAfterDays, "Days until I ask how it turned out", s.FollowUp.OutcomeAfterDays, 7, 90),
        Number(Fields.KeepTextDays, "Days an ask's words are kept after it ended", s.KeepTextDays, 1, 3650),
        Number(Fields.KeepAuthorDays, "Days until nobody can tell who asked anonymously", s.KeepAuthorDays, 1, 365),
    ]);

    private static Field Time(string name, string label, LocalTime time) => new Field.Words(name, label, Required: true, Most: 8, Initial: LocalTimes.Write(time));

    private static Field Number(string name, string label, int number, int least, int most) =>
        new Field.Words(name, $"{label} ({least}–{most})", Required: true, Most: 4, Initial: $"{number}");

    private static string Ids(IEnumerable<TeammateId> people) => string.Join(',', people);
}
