namespace ChatConnector.Engine.Teammates;

/// <summary>
/// What a teammate may be asked about. What they say themselves counts at once; what was inferred is first shown to them and
/// counts with their yes; what they removed is never proposed again.
/// </summary>
public static class Knowing
{
    public const int MostTopics = 30;
    public const int LongestTopic = 60;

    /// <summary>The teammate says so themselves.</summary>
    public static Teammate Declare(Teammate teammate, string name, Instant now) => Topic(teammate, name) switch
    {
        { State: TopicState.Confirmed } => teammate,
        { } other => teammate with { Topics = teammate.Topics.Replace(other, new Topic(other.Name, TopicOrigin.Declared, TopicState.Confirmed, now)) },
        _ => Clean(name) is { Length: > 0 } clean && Confirmed(teammate).Count() < MostTopics
            ? teammate with { Topics = teammate.Topics.Add(new Topic(clean, TopicOrigin.Declared, TopicState.Confirmed, now)) }
            : teammate,
    };

    /// <summary>Something suggests that they know it. Not used before they have seen it; nothing happens if they ever had it on their list.</summary>
    /// <param name="because">Why we think so, in words for its owner.</param>
    public static Teammate Propose(Teammate teammate, string name, TopicOrigin origin, string because, Instant now) =>
        Clean(name) is { Length: > 0 } clean && Topic(teammate, clean) is null
            ? teammate with { Topics = teammate.Topics.Add(new Topic(clean, origin, TopicState.Proposed, now) { Because = because }) }
            : teammate;

    /// <summary>The owner has seen it and agrees, or wants back what they removed.</summary>
    public static Teammate Confirm(Teammate teammate, string name) => Put(teammate, name, TopicState.Confirmed);

    public static Teammate Remove(Teammate teammate, string name) => Put(teammate, name, TopicState.Removed);

    /// <summary>The list as its owner wrote it: what is new is added, what is missing is removed.</summary>
    public static Teammate Rewrite(Teammate teammate, IReadOnlyList<string> names, Instant now)
    {
        var missing = Confirmed(teammate).Where(t => !names.Contains(t.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        teammate = missing.Aggregate(teammate, (so, topic) => Remove(so, topic.Name));
        return names.Aggregate(teammate, (so, name) => Declare(so, name, now));
    }

    /// <summary>A title is a hint, no more: a new one is proposed, and a proposal from an earlier one is dropped.</summary>
    public static Teammate FromTitle(Teammate teammate, Instant now)
    {
        var title = Clean(teammate.Title);
        var stale = teammate.Topics.FindAll(t => t is { Origin: TopicOrigin.Title, State: TopicState.Proposed } && t.Name != title);
        return Propose(stale.IsEmpty ? teammate : teammate with { Topics = teammate.Topics.RemoveRange(stale) }, title, TopicOrigin.Title, "", now);
    }

    public static IEnumerable<Topic> Confirmed(Teammate teammate) => teammate.Topics.Where(t => t.State == TopicState.Confirmed);

    public static IEnumerable<Topic> Proposed(Teammate teammate) => teammate.Topics.Where(t => t.State == TopicState.Proposed);

    public static Topic? Topic(Teammate teammate, string name) =>
        teammate.Topics.Find(t => t.Name.Equals(Clean(name), StringComparison.OrdinalIgnoreCase));

    /// <summary>What was listed with commas, semicolons or on lines of its own; each once, as first written.</summary>
    public static IReadOnlyList<string> Split(string list) =>
        [.. list.Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Clean).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static Teammate Put(Teammate teammate, string name, TopicState state) => Topic(teammate, name) is { } topic && topic.State != state
        ? teammate with { Topics = teammate.Topics.Replace(topic, topic with { State = state }) }
        : teammate;

    /// <summary>One line without the bar that separates a button's parts, no longer than <see cref="LongestTopic"/>.</summary>
    public static string Clean(string name)
    {
        var words = string.Join(' ', name.Replace('|', '/').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (words.Length <= LongestTopic)
            return words;
        var end = char.IsHighSurrogate(words[LongestTopic - 1]) ? LongestTopic - 1 : LongestTopic;
        return words[..end].TrimEnd();
    }
}
