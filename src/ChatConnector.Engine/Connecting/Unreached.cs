namespace ChatConnector.Engine.Connecting;

/// <summary>
/// A card will never be shown where it was to stand. Where somebody would wait in vain because of that, the ask goes on another
/// way; of everything else nobody has to know. Nothing that is said here is tried where it was refused, so it comes to an end.
/// </summary>
public static class Unreached
{
    public static Decision Hear(Decision d, CardKey card)
    {
        if (d.Ask(card.Ask) is not { IsOpen: true } ask)
            return d;
        if (ask is { Audience: Audience.Channel, Place: { } place } && card == Keys.Open(ask))
            return GoOnPrivately(d, ask, place);
        return ask.Invitations.Find(i => i.State == InvitationState.Sent && card == Keys.Invitation(ask, i.Colleague)) is { } invitation
            ? Inviting.Unreached(d, ask, invitation)
            : d;
    }

    // An answer to what its author did when they asked there.
    private static Decision GoOnPrivately(Decision d, Ask ask, Place place) =>
        Editing.Refresh(d.Save(ask with { Audience = Audience.InvitedOnly, Place = null }), ask.Id)
            .Tell(ask.Requester, Keys.NotPosted(ask), AskCards.NotPosted(ask, place), Contact.Reply);
}
