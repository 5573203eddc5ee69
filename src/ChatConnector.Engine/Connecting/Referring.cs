namespace ChatConnector.Engine.Connecting;

/// <summary>"I know someone": the third person is asked first, by name of whoever thought of them; two hops at most.</summary>
public static class Referring
{
    public static Decision Refer(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask)
            return d;
        var me = d.Message.From;
        var third = act.People(Fields.Person) is [var first, ..] ? first : default;
        var hops = (ask.InvitationOf(me)?.Hops ?? 0) + 1;
        if (Unsuitable(d, ask, me, third, hops) is { } why)
            return d.Reply(why);
        var reason = act.Field(Fields.Why);
        if (ask.InvitationOf(me) is { IsWaiting: true })
            d = Inviting.Settle(d, ask.Id, me, InvitationState.GaveLead, InvitedOutcome.Gave);
        d = Inviting.Invite(d, ask.Id, new Invitation(third, reason, ask.Waves) { Connector = me, Hops = hops, IsQuiet = ask.InvitationOf(third) is not { IsQuiet: false } });
        var card = InvitationCards.ReferralAsked(d, third);
        return ask.InvitationOf(me) is null
            ? d.Tell(me, Keys.Referral(ask, me), card, Contact.Reply)
            : d.Edit(me, Keys.Invitation(ask, me), card);
    }

    /// <summary>A yes or a no to an invitation, which somebody who was thought of says to whoever thought of them too.</summary>
    public static Act Answer(Ask ask, TeammateId who, Verb answer) => new((answer, IsReferral: ask.InvitationOf(who) is { Connector: not null }) switch
    {
        (Verb.OfferHelp, true) => Verb.AcceptReferral,
        (Verb.DeclineKindly, true) => Verb.DeclineReferral,
        _ => answer,
    }, ask.Id);

    /// <summary>The third person is open to it: they become a helper, and the connector hears so.</summary>
    public static Decision Accept(Decision d, AskId id)
    {
        var connector = d.Ask(id)?.InvitationOf(d.Message.From)?.Connector;
        d = Offering.Offer(d, id);
        return connector is { } c && d.Ask(id) is { } ask && ask.HelpOf(d.Message.From) is { IsLive: true }
            ? d.Tell(c, Keys.ReferralNews(ask, d.Message.From), InvitationCards.ReferralAccepted(d, ask, d.Me), Contact.News)
            : d;
    }

    /// <summary>Not this time. The connector only learns that it did not work out, and that it is fine.</summary>
    public static Decision Decline(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var me = d.Message.From;
        var connector = ask.InvitationOf(me)?.Connector;
        d = Offering.Decline(d, id);
        if (connector is not { } c)
            return d;
        // They may have been asked themselves since, or have said yes; then their card says that.
        var named = ask.InvitationOf(c) is { State: InvitationState.GaveLead } ? Keys.Invitation(ask, c) : Keys.Referral(ask, c);
        return d.Edit(c, named, InvitationCards.ReferralEnded());
    }

    private static Card? Unsuitable(Decision d, Ask ask, TeammateId me, TeammateId third, int hops)
    {
        if (third == default || third.Text is null || !d.Teammate(third).IsHere)
            return InvitationCards.CannotRefer(Text.Of("I don't know that person here. Could you pick somebody from the list?"), ask);
        if (third == ask.Requester)
            return InvitationCards.CannotRefer(Text.Of("That's the person who is asking. Somebody else, perhaps?"), ask);
        if (third == me)
            return InvitationCards.CannotRefer(Text.Of("That's you! If you can help, press 'I can help'."), ask);
        if (hops > d.Settings.Inviting.MostHops)
            return InvitationCards.CannotRefer(Text.Of("This ask was handed on twice already, so I'd rather not pass it on again. A name as a lead is welcome."), ask);
        return Inviting.MayBeInvited(d, ask, third)
            ? null
            // The same words whether they have been asked, are full, or do not want to be asked: none of that is anybody's business.
            : InvitationCards.CannotRefer(Text.Of($"Thank you. {d.Teammate(third)} can't be asked just now. Anyone else?"), ask);
    }
}
