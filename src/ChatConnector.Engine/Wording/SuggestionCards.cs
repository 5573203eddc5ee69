namespace ChatConnector.Engine.Wording;

/// <summary>What the requester hears about people who were suggested or chosen.</summary>
public static class SuggestionCards
{
    /// <summary>Some chosen people cannot be asked; the same words whatever the reason, for it is nobody's business.</summary>
    public static Card NoRoom(Decision d, Ask ask, IReadOnlyList<TeammateId> people) => Card.Of("no-room",
        Text.Of($"{Text.Join(Text.Of(" and "), people.Select(p => Naming.Named(d, p)))} can't be asked just now. That says nothing about you or the ask."),
        new Part.Actions([new Button("Pick others", new Act(Verb.ChoosePeople, ask.Id)), new Button("Ask in a channel", new Act(Verb.ChooseChannel, ask.Id))]));

    public static Card NobodyAtAll(Ask ask) => Card.Of("nobody-at-all",
        Text.Of("I can't think of anybody who has room for it right now. A channel post, or another wording, may still do it. I'll keep looking."),
        new Part.Actions([
            new Button("Ask in a channel", new Act(Verb.ChooseChannel, ask.Id), Look.Primary),
            new Button("Reword it", new Act(Verb.RewriteAsk, ask.Id)),
            new Button("Pick somebody", new Act(Verb.ChoosePeople, ask.Id)),
        ]));
}
