namespace ChatConnector.Engine.Asks;

/// <summary>An author changes or deletes the message an ask came from, and the ask follows: what stands in the chat is what is meant.</summary>
public static class Correcting
{
    /// <summary>Words that no ask came from, and words that are no ask any more, change nothing.</summary>
    public static Decision Correct(Decision d, Said.Corrected corrected, LocalDate today)
    {
        if (Of(d, corrected.Original) is not { } ask)
            return d;
        var act = Listener.Hear(new Said.Words(corrected.Text), today);
        if (act.Verb != Verb.PostAsk || act.Field(Fields.Need).Length == 0 || Mentions.ToNames(d, act.Field(Fields.Need)) == ask.Need)
            return d;
        return Editing.Edit(d, act with { Verb = Verb.EditAsk, Ask = ask.Id });
    }

    /// <summary>An open ask is withdrawn, which its author hears where nobody reads along. However it ended, its words do not go on standing in a channel.</summary>
    public static Decision TakeBack(Decision d, Said.TakenBack takenBack)
    {
        if (!d.Me.IsHere || d.Me.Asks.Select(id => d.Ask(id)).LastOrDefault(a => a?.Source == takenBack.Original) is not { } ask)
            return d;
        if (ask.IsOpen)
            d = Ending.End(d, ask.Id, Stage.Withdrawn).Do(new Effect.Tell(Place.PrivateWith(d.Message.From), null, Ending.Withdrawn(ask), Contact.Reply));
        return Ending.TakeDown(d.Change(ask.Id, a => a with { IsTakenBack = true }), ask);
    }

    private static Ask? Of(Decision d, MessageId message) => d.Me.IsHere ? Posting.OpenAsks(d, d.Me).LastOrDefault(a => a.Source == message) : null;
}
