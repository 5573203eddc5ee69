namespace ChatConnector.Engine.Wording;

/// <summary>What the requester sees of an ask: receipt and list; and the card that stands open in a channel.</summary>
public static class AskCards
{
    /// <summary>The receipt, edited as things move on.</summary>
    /// <param name="hearBy">When the requester will hear, whatever happens; null once that is settled.</param>
    public static Card Receipt(Decision d, Ask ask, Instant? hearBy)
    {
        var hours = OfficeHours.Of(d.Teammate(ask.Requester), d.Settings);
        var parts = new List<Part> { Text.Of($"Got it – you're looking for {ask.Need}.") };
        if (ask.Goal.Length > 0)
            parts.Add(Text.Of($"What good would look like: {ask.Goal}"));
        if (!ask.IsOpen)
            parts.Add(Status(ask));
        else if (hearBy is { } by)
            parts.Add(Text.Of($"You'll hear from me {Times.By(by, hours, d.Now)}, whatever happens."));
        else
            parts.Add(Status(ask));
        if (ask.Anonymous)
            parts.Add(new Part.Note(Text.Of("Your name stays with me until you and a helper both say yes.")));
        if (ask.IsOpen)
        {
            parts.Add(new Part.Note(Text.Of($"{Naming.Of(ask.Size)} · {Naming.Of(ask.ByWhen)} · {Who(ask)}")));
            parts.Add(new Part.Actions([.. Yours(ask)]));
        }

        return new Card("receipt", parts);
    }

    public static Text Status(Ask ask) => ask.Stage switch
    {
        Stage.Solved => Text.Of("Solved. Glad it worked out."),
        Stage.Withdrawn => Text.Of("Withdrawn. Nobody will be asked any more."),
        Stage.Closed => Text.Of("Closed. Ask again whenever you like."),
        _ when ask.Helps.Exists(h => h is { Stage: HelpStage.Introduced, IsLive: true }) => Text.Of("You've been introduced to somebody."),
        _ when ask.HasHelp => Text.Of("Somebody is up for helping."),
        _ when ask.WasHelped => Text.Of("Somebody helped, and it's still open here."),
        _ when ask.Helps.Exists(h => h.Helped == Helped.No) => Text.Of("Not solved yet."),
        // Also once they have said no: nobody is to see from here that they did.
        _ when ask.Asked.Any() => Text.Of("Waiting for an answer."),
        _ => Text.Of("Looking for the right person."),
    };

    /// <summary>The open card in a channel.</summary>
    public static Card Open(Decision d, Ask ask)
    {
        var asker = Naming.Capital(Naming.Asker(d, ask, ask.Requester));
        if (!ask.IsOpen)
            return Card.Of("open-ended", Text.Of($"{asker} was looking for {ask.Need}."), Status(ask));
        // That it did not help stays between the requester and Connector, so it changes nothing here.
        var covered = ask.Helps.Exists(h => h.Stands);
        var card = Card.Of("open",
            Text.Of($"{asker} could use a hand: {Naming.Need(ask)}."),
            new Part.Note(Text.Of($"Size: {Naming.Of(ask.Size)} · {Naming.Of(ask.ByWhen)}. You needn't be the expert, and {(covered ? "somebody is on it already" : "nobody sees who says no")}.")),
            new Part.Actions([
                new Button("I can help", new Act(Verb.OfferHelp, ask.Id), Look.Primary),
                new Button("I know someone", new Act(Verb.ThinkOfSomeone, ask.Id), Look.Primary),
                new Button("Quick pointer", new Act(Verb.WritePointer, ask.Id)),
            ]));
        return ask.OpenIn is null ? card : card with { Own = new Own(ask.Requester, ask.Id) };
    }

    /// <summary>The open card in a channel, as whoever asked sees it.</summary>
    public static Card OpenToRequester(Ask ask) => new("open-own",
    [
        Text.Of($"You could use a hand: {Naming.Need(ask)}."),
        Status(ask),
        new Part.Note(Text.Of($"Size: {Naming.Of(ask.Size)} · {Naming.Of(ask.ByWhen)}. Everybody else here sees 'I can help'.")),
        new Part.Actions([.. Yours(ask)]),
    ])
    {
        Own = new Own(ask.Requester, ask.Id),
    };

    /// <summary>What is left in a channel of an ask that stands in another one now. That one may be none of these people's business.</summary>
    public static Card Moved() => Card.Of("open-moved", Text.Of("This is asked elsewhere now. Nothing more to do here."));

    /// <summary>The ask could not be shown in a channel, and is a private one from now on.</summary>
    public static Card NotPosted(Ask ask, Place place) => Card.Of("not-posted",
        Text.Of($"I couldn't post in {place}, so nobody there sees {Naming.Short(ask)}. Nothing is lost: I look for people privately."),
        new Part.Note(Text.Of("It may be archived, or I'm not in it. Add me there and ask in it again, or take another channel.")),
        new Part.Actions([
            new Button("Ask in a channel", new Act(Verb.ChooseChannel, ask.Id), Look.Primary),
            new Button("Pick somebody", new Act(Verb.ChoosePeople, ask.Id)),
        ]));

    /// <summary>What is left in a channel of an ask whose author took their words away, if anything must be.</summary>
    public static Card TakenDown() => Card.Of("open-taken-down", Text.Of("Whoever asked this took it back. Nothing more to do here."));

    public static Card List(IReadOnlyList<Ask> asks)
    {
        if (asks.Count == 0)
        {
            return Card.Of("my-asks", Text.Of("You have no open asks. Whenever something is stuck, just tell me."),
                new Part.Actions([new Button("Ask for a hand", new Act(Verb.WriteAsk), Look.Primary)]));
        }

        var parts = new List<Part> { Text.Of($"Your open asks:") };
        foreach (var ask in asks)
        {
            parts.Add(Text.Of($"{Naming.Short(ask)} – {Status(ask)}"));
            parts.Add(new Part.Actions([
                new Button("Edit", new Act(Verb.RewriteAsk, ask.Id)),
                new Button("Solved", new Act(Verb.MarkSolved, ask.Id)),
                new Button("Withdraw", new Act(Verb.WithdrawAsk, ask.Id)),
            ]));
        }

        return new Card("my-asks", parts);
    }

    public static Card TooMany(int most, IReadOnlyList<Ask> open) => Card.Of("too-many-asks",
        [Text.Of($"You have {most} open asks, and I'd like to do each of them well. Close one and this one can go out."), .. List(open).Parts.Skip(1)]);

    public static Card TooFast(Text until) => Card.Of("too-fast",
        Text.Of($"That's a lot of asks in a short time, so I'm pausing here to keep everyone's attention. You can post again {until}."));

    /// <summary>The text is too long to pass on; it waits in a draft, whole.</summary>
    public static Card TooLong(string need, int most) => Card.Of("too-long",
        Text.Of($"That's {need.Length} characters, and people answer best to {most} or fewer. Nothing is lost; could you shorten it?"),
        new Part.Quote(need),
        new Part.Actions([new Button("Shorten it", new Act(Verb.WriteAsk, Detail: "draft"), Look.Primary)]));

    /// <summary>Before anything goes out: words that sound like distress, where the organization has named who can help.</summary>
    public static Card Distress(Settings settings) => Card.Of("distress",
        Text.Of($"That sounds hard. I'm a bot and not the right one for this, but these people are: {settings.Resources}"),
        new Part.Note(Text.Of("I haven't shown your message to anyone.")),
        new Part.Actions([
            new Button("Talk to someone", new Act(Verb.TalkToContact), Look.Primary),
            new Button("Continue as a normal ask", new Act(Verb.AskAnyway)),
        ]));

    /// <summary>What only the requester can do with an open ask.</summary>
    private static IEnumerable<Button> Yours(Ask ask) =>
    [
        new("Edit", new Act(Verb.RewriteAsk, ask.Id)),
        new("I've found an answer", new Act(Verb.MarkSolved, ask.Id)),
        new("Withdraw", new Act(Verb.WithdrawAsk, ask.Id)),
    ];

    private static string Who(Ask ask) => ask.Audience == Audience.Channel ? "open in a channel" : "only people I ask see it";
}
