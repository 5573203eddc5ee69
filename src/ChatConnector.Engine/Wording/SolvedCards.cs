namespace ChatConnector.Engine.Wording;

/// <summary>That it was solved, for those who had a part in it; and whether people may ask the helper about it from now on.</summary>
public static class SolvedCards
{
    /// <param name="asksTopic">Whether this is the card that asks about a topic; thanks that come later ask instead.</param>
    public static Card ForHelper(Decision d, Ask ask, TeammateId helper, bool asksTopic)
    {
        var answers = asksTopic ? TopicAnswers(ask, helper) : [];
        return new Card("solved-with-your-help",
        [
            ask.HelpOf(helper)?.Helped switch
            {
                Helped.NotYet => Text.Of($"{Naming.Capital(Naming.Author(d, ask, helper))} found an answer for {Naming.Short(ask)} in the meantime, so there's nothing more to do. Thank you for being there."),
                Helped.Partly when ask.Stage != Stage.Solved => Text.Of($"{Naming.Capital(Naming.Author(d, ask, helper))} got a good part of the way on {Naming.Short(ask)} with your help."),
                _ => Text.Of($"{Naming.Capital(Naming.Author(d, ask, helper))} marked {Naming.Short(ask)} as solved with your help."),
            },
            .. asksTopic ? TopicQuestion(d, ask, helper) : [],
            .. answers.Count > 0 ? [new Part.Actions(answers)] : Array.Empty<Part>(),
        ]);
    }

    public static Card ForConnector(Decision d, Ask ask, TeammateId connector, TeammateId helper) => Card.Of("introduction-helped",
        Text.Of($"The introduction you made: {Naming.Author(d, ask, connector)} says {d.Teammate(helper)} helped with {Naming.Short(ask)}. Thank you for thinking of them."));

    public static Card ForLeadGiver(Decision d, Ask ask, TeammateId giver) => Card.Of("lead-solved",
        Text.Of($"You left a lead for {Naming.Short(ask)}: {Naming.Author(d, ask, giver)} has marked it as solved. Thank you for not just saying no."));

    /// <summary>Nothing, when there is no topic to ask about.</summary>
    public static IEnumerable<Part> TopicQuestion(Decision d, Ask ask, TeammateId helper) => ask.HelpOf(helper) switch
    {
        { Proposed.Length: > 0, Endorsed: true } help => [Text.Of($"{Naming.Author(d, ask, helper)} would vouch for you on '{help.Proposed}'. Add it to what people can ask you about?")],
        { Proposed.Length: > 0 } help => [Text.Of($"Add '{help.Proposed}' to what people can ask you about?")],
        _ => [],
    };

    public static IReadOnlyList<Button> TopicAnswers(Ask ask, TeammateId helper) => ask.HelpOf(helper) is { Proposed.Length: > 0 }
        ? [new Button("Add", new Act(Verb.AcceptTopic, ask.Id)), new Button("No", new Act(Verb.DeclineTopic, ask.Id))]
        : [];

    public static Card TopicAdded(string topic) => Card.Of("topic-added", Text.Of($"'{topic}' is on your list now. You can take it off any time."),
        new Part.Actions([new Button("My profile", new Act(Verb.EditProfile))]));

    public static Card TopicLeft(string topic) => Card.Of("topic-left", Text.Of($"I'll leave '{topic}' off, and won't bring it up again."));

    public static Card TopicSettled() => Card.Of("topic-settled", Text.Of("That's settled already. Your profile always shows what people can ask you about."));
}
