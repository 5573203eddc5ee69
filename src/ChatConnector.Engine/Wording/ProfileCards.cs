namespace ChatConnector.Engine.Wording;

/// <summary>What people hear about their own profile.</summary>
public static class ProfileCards
{
    private const int MostNamed = 12;

    public static Card Saved(Teammate me) => new("profile-saved",
    [
        Topics(me),
        .. Line("Still learning: ", me.StillLearning),
        .. Line("You know people in: ", me.KnowsPeopleIn),
        new Part.Actions([new Button("Edit profile", new Act(Verb.EditProfile)), new Button("Home", new Act(Verb.SeeHome))]),
        new Part.Note(Text.Of("Only you see this list. It helps me think of you when it fits, and you can change it any time.")),
    ]);

    public static Card Confirmed(Topic topic) => Card.Of("topic-confirmed",
        Text.Of($"Good to know. I'll think of you when somebody asks about {topic.Name}."),
        new Part.Actions([new Button("Take it off again", new Act(Verb.RemoveTopic, Detail: topic.Name))]));

    public static Card Removed(Topic topic) => Card.Of("topic-removed",
        Text.Of($"Done – I won't think of you for {topic.Name}, and I won't suggest it again."),
        new Part.Actions([new Button("Put it back", new Act(Verb.ConfirmTopic, Detail: topic.Name))]));

    public static Card NotOnYourList() => Card.Of("topic-unknown",
        Text.Of("I don't see that on your list. Your profile has everything I know."),
        new Part.Actions([new Button("Edit profile", new Act(Verb.EditProfile))]));

    /// <summary>A guess is shown to its owner before it is used.</summary>
    public static Part ProposedActions(Topic topic) => new Part.Actions([
        new Button("Yes, that fits", new Act(Verb.ConfirmTopic, Detail: topic.Name)),
        new Button("No", new Act(Verb.RemoveTopic, Detail: topic.Name)),
    ]);

    /// <summary>Why a topic is on somebody's list, for its owner.</summary>
    public static Text Why(Topic topic) => topic switch
    {
        { Because.Length: > 0 } => Text.Said(topic.Because),
        { Origin: TopicOrigin.Title } => Text.Of("from your title"),
        { Origin: TopicOrigin.Helped } => Text.Of("because you helped with it"),
        { Origin: TopicOrigin.Endorsed } => Text.Of("because somebody you helped said so"),
        _ => Text.Of("you put it on your list"),
    };

    private static Text Topics(Teammate me)
    {
        var topics = Knowing.Confirmed(me).Select(t => t.Name).ToList();
        return topics.Count == 0
            ? Text.Of("Nothing is on your ask-me list yet. People may still find you through somebody who knows you.")
            : Text.Of($"People may ask you about {Listed(topics)}.");
    }

    private static IEnumerable<Part> Line(string label, ImmutableList<string> names) =>
        names.Count == 0 ? [] : [Text.Ours(label) + Listed(names)];

    /// <summary>"Postgres, Airflow and 3 more".</summary>
    public static Text Listed(IReadOnlyList<string> names) => names.Count <= MostNamed
        ? Text.Said(string.Join(", ", names))
        : Text.Of($"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more");
}
