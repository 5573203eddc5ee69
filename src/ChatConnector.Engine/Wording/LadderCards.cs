namespace ChatConnector.Engine.Wording;

/// <summary>What is said when nobody has answered yet, up to the honest closure.</summary>
public static class LadderCards
{
    public static Card Unanswered(Decision d, Ask ask)
    {
        var asked = ask.Asked.Count(i => i.SentAt is not null);
        return Card.Of("unanswered",
            asked == 0 && ask is { Audience: Audience.Channel, Place: { } place } ? Text.Of($"No answer yet in {place} to {Naming.Short(ask)}. That's usually timing, not you. Next I'd look further afield.")
            : asked == 0 ? Text.Of($"Nobody to ask yet about {Naming.Short(ask)}. That's usually the wording or the week, not you. Next I'd look further afield.")
            : Text.Of($"No yes yet on {Naming.Short(ask)}. I've asked {Naming.People(asked)}; that's usually timing, not you. Next I'd look further afield."),
            new Part.Actions([
                new Button("Widen", new Act(Verb.Widen, ask.Id, Detail: Inviting.NextWaveOf(ask)), Look.Primary),
                new Button("Reword it", new Act(Verb.RewriteAsk, ask.Id)),
                new Button("Ask in a channel", new Act(Verb.ChooseChannel, ask.Id)),
                new Button("I'm sorted", new Act(Verb.MarkSolved, ask.Id)),
                new Button("Fewer of these", new Act(Verb.Fewer, Detail: nameof(Contact.Unanswered))),
            ]));
    }

    public static Card Widened(Ask ask)
    {
        var more = ask.Asked.Count(i => i.IsWaiting && i.Wave == ask.Waves);
        return more > 0
            ? Card.Of("widened", Text.Of($"I'm asking {Naming.People(more)} more, a little further afield."))
            : Card.Of("widened", Text.Of("There's nobody left I could fairly ask. A channel post or other words may reach somebody new."),
                new Part.Actions([new Button("Ask in a channel", new Act(Verb.ChooseChannel, ask.Id)), new Button("Reword it", new Act(Verb.RewriteAsk, ask.Id))]));
    }

    public static Card Steward(Decision d, Ask ask) => Card.Of("steward",
        Text.Of($"This one needs a human: {Naming.Need(ask)}. It's from {Naming.Asker(d, ask, ask.Steward ?? default)}."),
        Text.Of("A name, a lead, or an honest 'I couldn't find anyone' all help."),
        new Part.Actions([
            new Button("Suggest someone", new Act(Verb.ThinkOfSomeone, ask.Id), Look.Primary),
            new Button("Reply", new Act(Verb.AnswerAsSteward, ask.Id), Look.Primary),
            new Button("Pass to co-steward", new Act(Verb.PassToSteward, ask.Id)),
        ]),
        new Part.Note(Text.Of("It's your week as a steward. One working day is fine.")));

    public static Card StewardAnswered() => Card.Of("steward-answered", Text.Of("Passed on. Thank you for not leaving them hanging."));

    public static Card PassedOn(Text to) => Card.Of("steward-passed", Text.Of($"Passed to {to}. Thank you."));

    public static Card StewardSays(Decision d, Ask ask, Teammate steward, string text) => Card.Of("steward-says",
        Text.Of($"{steward} looked into {Naming.Short(ask)} for you:"),
        new Part.Quote(text),
        new Part.Actions([new Button("That solved it", new Act(Verb.MarkSolved, ask.Id)), new Button("Send thanks", new Act(Verb.WriteThanks, ask.Id, steward.Id))]));

    public static Card Closure(Decision d, Ask ask) => Card.Of("closure",
        ask.WasHelped
            ? Text.Of($"Somebody helped with {Naming.Short(ask)}, and it's still open here. What would you like?")
            : Text.Of($"I haven't found the right person for {Naming.Short(ask)}, and I don't want to leave you hanging. {Looked(d, ask)}What would you like?"),
        new Part.Actions([
            .. ask.WasHelped ? [new Button("It's solved", new Act(Verb.MarkSolved, ask.Id), Look.Primary)] : Array.Empty<Button>(),
            new Button("Reword", new Act(Verb.RewriteAsk, ask.Id)),
            new Button("Try again next week", new Act(Verb.TryNextWeek, ask.Id)),
            new Button("Post openly", new Act(Verb.ChooseChannel, ask.Id)),
            new Button("Close it", new Act(Verb.CloseAsk, ask.Id)),
        ]));

    public static Card NextWeek(Text day) => Card.Of("next-week", Text.Of($"I'll look again {day}, with fresh eyes and emptier calendars."));

    public static Card Archived(Ask ask) => Card.Of("archived", Text.Of($"I've put {Naming.Short(ask)} away after two quiet weeks. Ask again whenever you like."));

    private static Text Looked(Decision d, Ask ask) => ask.Steward is { } steward && ask.Leads.Exists(l => l.From == steward) ? Text.Of($"{d.Teammate(steward)} looked too. ") : Text.Empty;
}
