namespace ChatConnector.Engine.FollowingUp;

/// <summary>Whoever gets thanks, an outcome, a gift or a hello can write back: it is a conversation, not a form.</summary>
public static class Replying
{
    public static Decision Send(Decision d, Act act)
    {
        var text = Mentions.ToNames(d, act.Field(Fields.Text));
        if (To(d, act) is not { } to || !d.Teammate(to).IsHere)
            return d.Reply(Refusals.Card(Refusals.Gone));
        if (text.Length == 0)
            return d.Reply(Refusals.Card(Refusals.NotPossible));
        var key = new CardKey($"{(act.Ask is { } ask ? ask.Text : "thanks")}/reply-{Fingerprint.Of(text, d.Now)}/{d.Message.From}");
        d = Circle.MayMeet(d, d.Message.From, to) ? d.Tell(to, key, ThanksNews.WroteBack(d, d.Ask(act.Ask), text), Contact.News) : d;
        return d.Reply(ThanksCards.PassedOn());
    }

    /// <summary>To whom a reply goes; null when there is nothing to reply to.</summary>
    public static TeammateId? To(Decision d, Act act) => d.Ask(act.Ask) is { } ask ? ask.Requester
        : act.About is { } from && d.Me.Received.Exists(r => r.Ask is null && r.From == from) ? from : null;
}
