namespace ChatConnector.Engine.FollowingUp;

/// <summary>Thanks are private. They are shared only if the author would like that and the helper says yes, and only where the ask came from.</summary>
public static class SharingThanks
{
    public static Decision KeepPrivate(Decision d, Act act) => Waiting(d, act) is (var ask, var thanks)
        ? Settle(d, ask, thanks, ThanksCards.KeptPrivate())
        : d.Reply(ThanksCards.PrivateAnyway());

    public static Decision Share(Decision d, Act act) => Waiting(d, act) is ({ Place: { } place } ask, var thanks)
        ? Settle(d.Do(new Effect.Tell(place, Keys.SharedThanks(ask, thanks.To), ThanksNews.Shared(d, thanks), Contact.News)), ask, thanks, ThanksCards.Shared(place))
            .Edit(thanks.From, thanks.Card, ThanksCards.SentAndShared(d, thanks, place))
        : d.Reply(ThanksCards.PrivateAnyway());

    private static (Ask Ask, Thanks Thanks)? Waiting(Decision d, Act act) =>
        d.Ask(act.Ask) is { } ask && d.Read<Thanks>(Thanks.KeyOf(ask.Requester, d.Message.From, ask.Id)) is { Sent: true, Share: true } thanks ? (ask, thanks) : null;

    private static Decision Settle(Decision d, Ask ask, Thanks thanks, Card answer)
    {
        thanks = thanks with { Share = false };
        return DeliveringThanks.Settle(d.Edit(d.Message.From, Keys.Thanks(ask, thanks.To, thanks.To), ThanksNews.ForHelper(d, ask, thanks, thanks.To)), thanks).Reply(answer);
    }
}
