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
        if (ask.Invitations.Find(i => i.State == InvitationState.Sent && card == Keys.Invitation(ask, i.Colleague)) is { } invitation)
            return Inviting.Unreached(d, ask, invitation);
        return ask.Helps.Find(h => h.Stage == HelpStage.Introduced && card == Keys.Introduction(ask, h.Helper)) is { } help
            ? d.Tell(ask.Requester, Keys.WriteYourself(ask, help.Helper), IntroductionCards.WriteYourself(d, ask, help), Contact.Reply)
            : d;
    }

    // As the words about an introduction, an answer to what the requester did: they asked there.
    private static Decision GoOnPrivately(Decision d, Ask ask, Place place) =>
        Editing.Refresh(d.Save(ask with { Audience = Audience.InvitedOnly, Place = null }), ask.Id)
            .Tell(ask.Requester, Keys.NotPosted(ask), AskCards.NotPosted(ask, place), Contact.Reply);
}
