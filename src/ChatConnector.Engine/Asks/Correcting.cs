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

    public static Decision TakeBack(Decision d, Said.TakenBack takenBack) => Of(d, takenBack.Original) is { } ask ? Ending.Withdraw(d, ask.Id) : d;

    private static Ask? Of(Decision d, MessageId message) => d.Me.IsHere ? Posting.OpenAsks(d, d.Me).LastOrDefault(a => a.Source == message) : null;
}
