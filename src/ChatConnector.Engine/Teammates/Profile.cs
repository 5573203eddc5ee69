namespace ChatConnector.Engine.Teammates;

/// <summary>What a teammate says of themselves: ask me about, still learning, I know people in.</summary>
public static class Profile
{
    public const int MostOthers = 20;

    /// <summary>A submitted form is the whole list; said in words it adds to what is there.</summary>
    public const string WholeList = "form";

    public static Decision Save(Decision d, Act act)
    {
        var me = d.Me;
        var whole = act.Detail == WholeList;
        if (Given(act, Fields.AskMeAbout) is { } topics)
            me = whole ? Knowing.Rewrite(me, topics, d.Now) : topics.Aggregate(me, (so, topic) => Knowing.Declare(so, topic, d.Now));
        // Ticked on the form: proposals its owner has now seen. The ones left alone stay proposals.
        if (Given(act, Fields.Proposed) is { } agreed)
            me = agreed.Aggregate(me, Knowing.Confirm);
        if (Given(act, Fields.StillLearning) is { } learning)
            me = me with { StillLearning = Listed(me.StillLearning, learning, whole) };
        if (Given(act, Fields.KnowsPeopleIn) is { } circles)
            me = me with { KnowsPeopleIn = Listed(me.KnowsPeopleIn, circles, whole) };
        return d.Save(me).Reply(ProfileCards.Saved(me));
    }

    /// <summary>One tap on something inferred, or on something taken off by mistake.</summary>
    public static Decision Confirm(Decision d, Act act) => Known(d, act) is { } topic
        ? d.Change(d.Message.From, t => Knowing.Confirm(t, topic.Name)).Reply(ProfileCards.Confirmed(topic))
        : d.Reply(ProfileCards.NotOnYourList());

    public static Decision Remove(Decision d, Act act) => Known(d, act) is { } topic
        ? d.Change(d.Message.From, t => Knowing.Remove(t, topic.Name)).Reply(ProfileCards.Removed(topic))
        : d.Reply(ProfileCards.NotOnYourList());

    private static Topic? Known(Decision d, Act act) => Knowing.Topic(d.Me, act.Detail ?? "");

    private static IReadOnlyList<string>? Given(Act act, string field) => act.Fields.ContainsKey(field) ? Knowing.Split(act.Field(field)) : null;

    private static ImmutableList<string> Listed(ImmutableList<string> before, IReadOnlyList<string> given, bool whole) =>
        [.. (whole ? given : before.Concat(given)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostOthers)];
}
