namespace ChatConnector.Engine.Teammates;

/// <summary>
/// What the groups and open channels somebody belongs to say of what they know: a proposal to them, a few at most, and nothing
/// before their yes. Only where the organization allows it.
/// </summary>
public static class Guessing
{
    private const int Most = 5;
    private const int ShortestTopic = 2;

    // What a room is for, not what it is about.
    private static readonly string[] Frames =
        ["ask", "channel", "chapter", "community", "discuss", "ext", "group", "guild", "help", "int", "project", "proj", "questions", "squad", "support", "team", "temp", "tmp", "topic", "wg"];

    // Rooms that everybody is in, or that say nothing of anybody's work.
    private static readonly string[] Common =
    [
        "admins", "all", "all hands", "announcements", "company", "everybody", "everyone", "fun", "general", "introductions", "jobs", "lunch", "memes", "music", "news",
        "off topic", "offtopic", "office", "owners", "pets", "random", "social", "status", "test", "testing", "watercooler", "welcome",
    ];

    /// <summary>These are all the groups the teammate is in. Nobody is written to because of it.</summary>
    public static Decision FromGroups(Decision d, IReadOnlyList<string> names) =>
        After(d.Me, names, d.Settings, d.Now) is var after && IsSame(d.Me, after) ? d : d.Save(after);

    /// <summary>Whether these groups make any difference to what is proposed to the teammate.</summary>
    public static bool IsNews(Teammate known, IReadOnlyList<string> names, Settings settings) => !IsSame(known, After(known, names, settings, Instant.MinValue));

    private static Teammate After(Teammate teammate, IReadOnlyList<string> names, Settings settings, Instant now)
    {
        var groups = settings.GuessFromGroups && teammate.IsHere ? names : [];
        var guesses = groups.Select(name => (Topic: TopicOf(name), Name: name)).Where(g => g.Topic.Length >= ShortestTopic).DistinctBy(g => g.Topic).ToList();
        var stale = teammate.Topics.FindAll(t => IsGuess(t) && !guesses.Exists(g => g.Topic == t.Name));
        var after = stale.IsEmpty ? teammate : teammate with { Topics = teammate.Topics.RemoveRange(stale) };
        foreach (var (topic, name) in guesses)
        {
            if (after.Topics.Count(IsGuess) >= Most)
                break;
            after = Knowing.Propose(after, topic, TopicOrigin.Group, $"you're in {name}", now);
        }
        return after;
    }

    /// <summary>"#help-postgres" is about postgres; empty for what is about nothing in particular.</summary>
    private static string TopicOf(string name)
    {
        var words = name.TrimStart('#', '@').ToLowerInvariant().Split(['-', '_', ' ', '.'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 0 && Common.Contains(string.Join(' ', words)))
            return "";
        while (words.Count > 0 && Frames.Contains(words[0]))
            words.RemoveAt(0);
        while (words.Count > 0 && Frames.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        var topic = Knowing.Clean(string.Join(' ', words));
        return Common.Contains(topic) || !topic.Any(char.IsLetter) ? "" : topic;
    }

    private static bool IsGuess(Topic topic) => topic is { Origin: TopicOrigin.Group, State: TopicState.Proposed };

    private static bool IsSame(Teammate before, Teammate after) => ReferenceEquals(before.Topics, after.Topics);
}
