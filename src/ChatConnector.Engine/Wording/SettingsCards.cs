namespace ChatConnector.Engine.Wording;

/// <summary>What an admin hears about the settings.</summary>
public static class SettingsCards
{
    public static Card Saved(Settings before, Settings after)
    {
        var changed = Changed(before, after).ToList();
        return Card.Of("settings-saved",
            changed.Count == 0 ? Text.Of("Nothing was different, so nothing has changed.") : Text.Of($"Saved. Changed: {Text.Ours(string.Join(", ", changed))}."),
            new Part.Actions([new Button("Settings", new Act(Verb.EditSettings)), new Button("How it's going", new Act(Verb.SeeHealth))]));
    }

    private static IEnumerable<string> Changed(Settings before, Settings after)
    {
        var things = new (string Name, bool IsSame)[]
        {
            ("who looks after me", before.Admins.SequenceEqual(after.Admins)),
            ("stewards", before.Stewards.SequenceEqual(after.Stewards)),
            ("time zone", before.Zone == after.Zone),
            ("working hours", (before.DayStarts, before.DayEnds) == (after.DayStarts, after.DayEnds) && before.FreeWeekdays.SequenceEqual(after.FreeWeekdays)),
            ("holidays", before.Holidays.SequenceEqual(after.Holidays)),
            ("when I speak", (before.SpeaksFrom, before.SpeaksUntil, before.SpeaksUntilOnFriday) == (after.SpeaksFrom, after.SpeaksUntil, after.SpeaksUntilOnFriday)),
            ("who helps in distress", (before.Resources, before.ResourceContact) == (after.Resources, after.ResourceContact)),
            ("languages", before.Languages.SequenceEqual(after.Languages)),
            ("words that mean the same", before.SameWords.SequenceEqual(after.SameWords)),
            ("what I may guess from", before.GuessFromGroups == after.GuessFromGroups),
            ("limits", (before.Asks, before.Inviting, before.Fairness) == (after.Asks, after.Inviting, after.Fairness)),
            ("following up", before.FollowUp == after.FollowUp),
            ("how long I keep things", (before.KeepTextDays, before.KeepAuthorDays) == (after.KeepTextDays, after.KeepAuthorDays)),
        };
        return things.Where(t => !t.IsSame).Select(t => t.Name);
    }
}
