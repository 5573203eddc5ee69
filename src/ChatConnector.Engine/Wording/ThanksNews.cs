namespace ChatConnector.Engine.Wording;

/// <summary>Thanks as they arrive: at the helper, at whoever made the connection or left a lead, and, with consent, in the channel.</summary>
public static class ThanksNews
{
    private const int LongestLabel = 29;

    /// <param name="reader">The helper: the one the thanks are for, or another who is thanked with them.</param>
    public static Card ForHelper(Decision d, Ask ask, Thanks thanks, TeammateId reader)
    {
        var buttons = new List<Button> { Reply(ask) };
        var asksToShare = thanks.Share && reader == thanks.To;
        if (asksToShare && ask.Place is { } place)
        {
            buttons.Add(new Button("Keep private", new Act(Verb.KeepThanksPrivate, ask.Id)));
            buttons.Add(new Button(Naming.Shortened($"OK to share in #{place.Name}", LongestLabel), new Act(Verb.ShareThanks, ask.Id)));
        }

        return new Card("thanks",
        [
            reader == thanks.To
                ? Text.Of($"From {Naming.Author(d, ask, reader)}:")
                : Text.Of($"From {Naming.Author(d, ask, reader)}, to {d.Teammate(thanks.To)} and you:"),
            new Part.Quote(thanks.Text),
            .. asksToShare ? [new Part.Note(Text.Of($"{d.Teammate(thanks.From)} would like to share this. Only if you say so."))] : Array.Empty<Part>(),
            .. SolvedCards.TopicQuestion(d, ask, reader),
            new Part.Actions([.. buttons, .. SolvedCards.TopicAnswers(ask, reader)]),
        ]);
    }

    public static Card ForLeadGiver(Decision d, Ask ask, Thanks thanks, TeammateId giver) => Card.Of("thanks-for-lead",
        giver == thanks.To
            ? Text.Of($"The lead you left for {Naming.Short(ask)} did some good. From {Naming.Author(d, ask, giver)}:")
            : Text.Of($"You left a lead for {Naming.Short(ask)}. {Naming.Capital(Naming.Author(d, ask, giver))} thanks {d.Teammate(thanks.To)}, and you:"),
        new Part.Quote(thanks.Text),
        new Part.Actions([Reply(ask)]));

    public static Card ForConnector(Decision d, Ask ask, Thanks thanks, TeammateId connector) => Card.Of("thanks-for-connecting",
        ask.HelpOf(thanks.To) is null
            ? Text.Of($"You thought of somebody for {Naming.Short(ask)}. From {Naming.Author(d, ask, connector)}:")
            : Text.Of($"The introduction you made: {Naming.Author(d, ask, connector)} says {d.Teammate(thanks.To)} helped, and thanks you both:"),
        new Part.Quote(thanks.Text),
        new Part.Actions([Reply(ask)]));

    /// <summary>Thanks without an ask, or to somebody who had no part in it.</summary>
    public static Card ForAnybody(Decision d, Thanks thanks, TeammateId reader, Ask? ask)
    {
        if (ask is { Anonymous: true })
            return Card.Of("thanks-without-ask", Text.Of($"Somebody who asked for a hand thanks {d.Teammate(thanks.To)}, and you:"), new Part.Quote(thanks.Text));
        return Card.Of("thanks-without-ask",
            reader == thanks.To ? Text.Of($"From {d.Teammate(thanks.From)}:") : Text.Of($"From {d.Teammate(thanks.From)}, to {d.Teammate(thanks.To)} and you:"),
            new Part.Quote(thanks.Text),
            new Part.Actions([new Button("Reply", new Act(Verb.ReplyToThanks, About: thanks.From))]));
    }

    public static Card Shared(Decision d, Thanks thanks) => Card.Of("shared-thanks",
        Text.Of($"{d.Teammate(thanks.From)} thanks {d.Teammate(thanks.To)}:"), new Part.Quote(thanks.Text));

    public static Card WroteBack(Decision d, Ask? ask, string text) => Card.Of("reply",
        ask is null ? Text.Of($"{d.Me} writes back:") : Text.Of($"{d.Me} writes back about {Naming.Short(ask)}:"), new Part.Quote(text));

    /// <summary>An answer for whoever gets thanks, an outcome or a gift.</summary>
    public static Button Reply(Ask ask) => new("Reply", new Act(Verb.ReplyToThanks, ask.Id));
}
