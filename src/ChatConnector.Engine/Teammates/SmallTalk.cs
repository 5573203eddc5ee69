namespace ChatConnector.Engine.Teammates;

/// <summary>Hello, thanks, help, and what to say when nothing was understood. Never silence.</summary>
public static class SmallTalk
{
    public static Decision Greet(Decision d, Act act) => d.Reply(act.Detail switch
    {
        Details.Thanks => General.YouAreWelcome(),
        Details.Bye => General.Goodbye(d),
        Details.Helpful => General.Helpful(d.Message.Place.Kind),
        Details.Fine or Details.Yes or Details.No => General.Dismissed(),
        _ => General.Greeting(d),
    });

    public static Decision Help(Decision d, Act act) => d.Reply(act.Detail == Details.Privacy && d.Me.IsHere
        ? PrivacyCards.WhoSeesWhat(d)
        : General.Help(d, isUnknownCommand: act.Detail == Details.Unknown));

    /// <summary>"Never mind": what was kept to become an ask goes.</summary>
    public static Decision Dismiss(Decision d) => Drafting.Forget(d, d.Message.From).Reply(General.Dismissed());

    /// <summary>Whom to talk to when things are hard. Nobody is told that this was asked.</summary>
    public static Decision WhomToTalkTo(Decision d) =>
        d.Reply(General.TalkTo(d.Settings, hasDraft: d.Read<Draft>(Draft.KeyOf(d.Message.From)) is not null));

    /// <summary>
    /// Connector comes to a channel: one introduction for everybody, and a word to nobody alone. Somebody who brings it to
    /// themselves is greeted, once.
    /// </summary>
    public static Decision Added(Decision d) => d.Message.Place.Kind switch
    {
        PlaceKind.Channel => d.Do(new Effect.Tell(d.Message.Place with { Thread = null }, new CardKey($"hello/{d.Message.Place.Id}"), General.AddedToChannel(d), Contact.News)),
        PlaceKind.Private => d.Do(new Effect.Tell(d.Message.Place, new CardKey($"hello/{d.Message.Place.Id}"), General.Welcome(d), Contact.Reply)),
        _ => d,
    };
}
