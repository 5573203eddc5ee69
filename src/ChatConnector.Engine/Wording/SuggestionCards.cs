namespace ChatConnector.Engine.Wording;

/// <summary>What the requester hears about people who were suggested or chosen.</summary>
public static class SuggestionCards
{
    /// <summary>The one card about the people suggested for an ask, as it is now: whom to ask, that they are asked, or how it ended.</summary>
    public static Card Of(Decision d, Ask ask) =>
        !ask.IsOpen ? Card.Of("asking-ended", AskCards.Status(ask))
        : ask.Asked.Any() ? Asking(ask)
        : ask.Suggestions.IsEmpty ? NobodyObvious(ask)
        : Suggestions(d, ask);

    /// <summary>The suggestions with their reasons.</summary>
    public static Card Suggestions(Decision d, Ask ask)
    {
        var people = ask.Suggestions;
        var atOnce = Inviting.WaveSizeOf(d.Settings, ask);
        var isEverybody = atOnce >= people.Count;
        return Card.Of("suggestions",
        [
            people.Count == 1 ? Text.Of("I found one good match rather than three weak ones:") : Text.Of($"{Naming.Capital(Count(people.Count))} people who might be good to talk to:"),
            .. people.Select(s => new Part.Person(s.Colleague, d.Teammate(s.Colleague).Name, Text.Said(s.Reason))),
            new Part.Actions([
                new Button(people.Count == 1 ? "Ask them" : "Ask these", new Act(Verb.InviteThese, ask.Id, Detail: Inviting.NextWaveOf(ask)), Look.Primary),
                new Button("Pick others", new Act(Verb.ChoosePeople, ask.Id)),
                new Button("Ask in a channel", new Act(Verb.ChooseChannel, ask.Id)),
                new Button("Say why them", new Act(Verb.ExplainWhy, ask.Id)),
            ]),
            new Part.Note(Text.Of(
                $"I ask privately{(isEverybody ? Text.Empty : Text.Of($", {Count(atOnce)} at a time"))}, and you only hear a yes or a lead. {Otherwise(d, ask, isEverybody ? Text.Of("them") : FirstOf(atOnce))}")),
        ]);
    }

    /// <summary>What happens if the requester chooses nobody.</summary>
    private static Text Otherwise(Decision d, Ask ask, Text them) =>
        Ladder.GoesAheadAt(ask) is { } at ? Text.Of($"If you choose nobody, I'll ask {them} {Times.Moment(at, OfficeHours.Of(d.Teammate(ask.Requester), d.Settings), d.Now)}.")
        : ask.HasHelp ? Text.Of("Somebody is up for helping, so nobody else is asked unless you want it.")
        : Text.Of("Nobody is asked unless you want it.");

    public static Card NobodyObvious(Ask ask) => Card.Of("nobody-obvious",
        ask.HasHelp
            ? Text.Of("Nobody obvious came to mind, and somebody is up for helping already.")
            : Text.Of("Nobody obvious yet. A channel post or a reword may do it – or I'll ask people who tend to know people."),
        new Part.Actions([
            new Button("Ask people who know people", new Act(Verb.InviteAnyone, ask.Id, Detail: Inviting.NextWaveOf(ask)), Look.Primary),
            new Button("Reword it", new Act(Verb.RewriteAsk, ask.Id)),
            new Button("Pick somebody", new Act(Verb.ChoosePeople, ask.Id)),
            new Button("Ask in a channel", new Act(Verb.ChooseChannel, ask.Id)),
        ]));

    /// <summary>Somebody was asked. It is the same whether they have said no or nothing yet: that is nobody's business.</summary>
    public static Card Asking(Ask ask)
    {
        var asked = Naming.People(ask.Asked.Count());
        return Card.Of("asking",
            ask.Helps.Exists(h => h.Stands)
                ? Text.Of($"I asked {asked}, privately. {AskCards.Status(ask)}")
                : Text.Of($"I'm asking {asked}, privately. You'll hear a yes or a lead as soon as there is one."),
            new Part.Actions([
                new Button("Pick others too", new Act(Verb.ChoosePeople, ask.Id)),
                new Button("Ask in a channel", new Act(Verb.ChooseChannel, ask.Id)),
            ]));
    }

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

    private static Text FirstOf(int people) => people == 1 ? Text.Of("the first of them") : Text.Of($"the first {Count(people)} of them");

    private static Text Count(int people) => Text.Of(people switch { 1 => "one", 2 => "two", 3 => "three", 4 => "four", _ => "five" });
}
