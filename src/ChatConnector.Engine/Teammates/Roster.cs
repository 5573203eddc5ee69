namespace ChatConnector.Engine.Teammates;

/// <summary>Who belongs to the organization, as its directory tells. Nobody is written to because of it.</summary>
public static class Roster
{
    private const int LongestName = 100;

    /// <summary>Somebody never met before speaks, and says with it who they are.</summary>
    public static Decision Meet(Decision d) => d.Message.Speaker is { } entry && !d.Me.IsKnown ? Joined(d, entry) : d;

    /// <summary>A teammate is new or has changed. What the directory does not say stays as it was.</summary>
    public static Decision Joined(Decision d, DirectoryEntry entry)
    {
        if (d.Me.IsHere && entry.Outside)
            d = Leaving.StepBack(d);
        var before = d.Me;
        var after = As(before, entry);
        after = Knowing.FromTitle(after, d.Now);
        d = after == before ? d : d.Save(after);
        return entry.Admin && !entry.Outside ? FirstAdmin(d) : d;
    }

    /// <summary>Whether the directory says something of this teammate that is not known yet.</summary>
    public static bool IsNews(Teammate known, DirectoryEntry entry) => As(known, entry) != known;

    /// <summary>The account is closed: nobody waits for this person in vain, and they look after nothing any more.</summary>
    public static Decision Left(Decision d)
    {
        if (!d.Me.IsKnown || d.Me.Presence == Presence.Left)
            return d;
        return Leaving.StepBack(d).Change(d.Message.From, t => t with { Presence = Presence.Left });
    }

    private static Teammate As(Teammate before, DirectoryEntry entry)
    {
        var name = Cut(entry.Name);
        return before with
        {
            Name = name.Length > 0 ? name : before.Name,
            Title = entry.Title is { } title ? Cut(title) : before.Title,
            Team = entry.Team is { } team ? Cut(team) : before.Team,
            Zone = entry.Zone?.Trim() ?? before.Zone,
            Presence = entry.Outside ? Presence.Outside : Presence.Here,
        };
    }

    /// <summary>Somebody must be able to change the settings: the first admin the directory names, whenever there is none.</summary>
    private static Decision FirstAdmin(Decision d) => d.Settings.Admins.Exists(a => d.Teammate(a).IsHere)
        ? d
        : d.Save(d.Settings with { Admins = [d.Message.From] });

    private static string Cut(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= LongestName ? trimmed : trimmed[..(char.IsHighSurrogate(trimmed[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }
}
