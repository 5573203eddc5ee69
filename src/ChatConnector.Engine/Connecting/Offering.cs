namespace ChatConnector.Engine.Connecting;

/// <summary>A colleague answers: I can help, a quick pointer, or a kind no. Only a yes or a lead is ever passed on.</summary>
public static class Offering
{
    private const int HelpingKept = 50;

    public static Decision Offer(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var me = d.Me;
        if (ask.Helps.Count(h => h.IsLive) >= ask.Wanted)
            return Late(d, ask);
        var invitation = ask.InvitationOf(me.Id);
        d = Inviting.Settle(d, id, me.Id, InvitationState.Accepted, InvitedOutcome.Helped);
        d = d.Change(id, a => a with { Helps = a.Helps.RemoveAll(h => h.Helper == me.Id).Add(new Help(me.Id, d.Now) { Connector = invitation?.Connector }) })
            .Change(me.Id, t => t with { Helping = t.Helping.Remove(id).Add(id).TakeLast(HelpingKept).ToImmutableList() });
        if (d.Ask(id)!.Helps.Count(h => h.IsLive) >= ask.Wanted)
            d = Inviting.WithdrawAll(d, id);
        ask = d.Ask(id)!;
        d = invitation is null
            ? d.Tell(me.Id, Keys.Invitation(ask, me.Id), InvitationCards.WhatSuits(d, ask, isFirst: true), Contact.Reply)
            : d.Edit(me.Id, Keys.Invitation(ask, me.Id), InvitationCards.WhatSuits(d, ask));
        d = Ladder.Unsay(d, ask).Tell(ask.Requester, Keys.Offer(ask, me.Id), IntroductionCards.Offer(d, ask, ask.HelpOf(me.Id)!), Contact.News);
        return Editing.Refresh(d, id);
    }

    /// <summary>How the helper would like it; the requester's offer card says so, without another message.</summary>
    public static Decision Suit(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask || ask.HelpOf(d.Message.From) is not { } help)
            return d;
        var date = LocalDates.Read(act.Field(Fields.Date));
        help = act.Verb switch
        {
            Verb.SuitCall => help with { Suits = "a 15-minute call" },
            Verb.SuitDate when date is { } by => help with { Suits = "", By = by },
            _ => help with { Suits = "writing to each other now" },
        };
        d = d.Save(ask.ChangeHelp(help.Helper, _ => help));
        ask = d.Ask(ask.Id)!;
        d = d.Edit(help.Helper, Keys.Invitation(ask, help.Helper), InvitationCards.Suited(d, ask, help));
        return help.Stage == HelpStage.Offered ? d.Edit(ask.Requester, Keys.Offer(ask, help.Helper), IntroductionCards.Offer(d, ask, help)) : d;
    }

    public static Decision SendPointer(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask)
            return d;
        var text = Mentions.ToNames(d, act.Field(Fields.Text));
        if (text.Length == 0)
            return d.Reply(Refusals.Card(Refusals.NotPossible));
        var me = d.Me;
        var reachable = act.Field(Fields.Reachable) == Fields.Yes;
        d = Answer(d, ask);
        if (IsLeft(ask, me.Id, text))
            return Thank(d, ask.Id);
        d = Leave(d, ask, text);
        d = d.Tell(ask.Requester, Keys.Lead(d.Ask(ask.Id)!, me.Id), IntroductionCards.Pointer(d, ask, me, text, reachable), Contact.News);
        return reachable ? Offer(d, ask.Id) : Thank(d, ask.Id);
    }

    public static Decision Decline(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var me = d.Me;
        d = Inviting.Settle(d, id, me.Id, InvitationState.Declined, InvitedOutcome.Declined);
        d = d.Edit(me.Id, Keys.Invitation(ask, me.Id), InvitationCards.Declined(d, ask));
        return WhenNobodyIsLeft(d, id);
    }

    /// <summary>The topic was wrong: a no, and it is not held against what they do know.</summary>
    public static Decision WrongTopic(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var wrong = d.Me.Topics.FindAll(t => ask.Topics.Contains(t.Name, StringComparer.OrdinalIgnoreCase) && t.State == TopicState.Confirmed);
        // Usually said right after the no.
        d = ask.InvitationOf(d.Message.From) is { IsWaiting: true } ? Decline(d, id) : d;
        return d.Edit(d.Message.From, Keys.Invitation(ask, d.Message.From), InvitationCards.WrongTopic(ask, wrong));
    }

    /// <summary>A kind no that still gives: a name, a link, a line.</summary>
    public static Decision LeaveLead(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask)
            return d;
        var text = Mentions.ToNames(d, act.Field(Fields.Text));
        if (text.Length == 0)
            return d.Reply(Refusals.Card(Refusals.NotPossible));
        d = Answer(d, ask);
        if (IsLeft(ask, d.Message.From, text))
            return Thank(d, ask.Id);
        d = Leave(d, ask, text);
        d = d.Tell(ask.Requester, Keys.Lead(d.Ask(ask.Id)!, d.Message.From), IntroductionCards.Lead(d, ask, d.Me, text), Contact.News);
        return Thank(d, ask.Id);
    }

    /// <summary>Nothing to add to an answer. Asked again since, their card still waits for one.</summary>
    public static Decision ThatIsAll(Decision d, AskId id) =>
        d.Ask(id) is { } ask && ask.InvitationOf(d.Message.From) is not { IsWaiting: true } ? d.Edit(d.Message.From, Keys.Invitation(ask, d.Message.From), InvitationCards.ThatIsAll()) : d;

    /// <summary>Nobody left who might still say yes: the next wave need not wait.</summary>
    public static Decision WhenNobodyIsLeft(Decision d, AskId id) =>
        d.Ask(id) is { IsOpen: true } ask && !ask.Invitations.Exists(i => i.IsWaiting) && !ask.HasHelp
            ? Inviting.NextWave(d, new Reminder(ReminderKind.NextWave, id, ask.Requester))
            : d;

    /// <summary>A form sent twice, or the same words again: passed on already.</summary>
    private static bool IsLeft(Ask ask, TeammateId by, string text) => ask.Leads.Exists(l => l.From == by && l.Text == text);

    private static Decision Answer(Decision d, Ask ask) => ask.InvitationOf(d.Message.From) is { IsWaiting: true }
        ? Inviting.Settle(d, ask.Id, d.Message.From, InvitationState.GaveLead, InvitedOutcome.Gave)
        : d;

    private static Decision Leave(Decision d, Ask ask, string text) =>
        d.Change(ask.Id, a => a with { Leads = a.Leads.Add(new Lead(d.Message.From, text, d.Now)) });

    private static Decision Thank(Decision d, AskId id)
    {
        var ask = d.Ask(id)!;
        var me = d.Message.From;
        return ask.InvitationOf(me) is null
            ? d.Reply(InvitationCards.PassedOn(d, ask))
            : d.Edit(me, Keys.Invitation(ask, me), InvitationCards.PassedOn(d, ask));
    }

    private static Decision Late(Decision d, Ask ask)
    {
        var me = d.Message.From;
        if (ask.InvitationOf(me) is { IsWaiting: true })
            d = Inviting.Settle(d, ask.Id, me, InvitationState.Withdrawn, InvitedOutcome.Withdrawn);
        return d.Reply(InvitationCards.Covered(d, ask));
    }
}
