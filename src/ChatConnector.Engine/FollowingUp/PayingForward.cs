namespace ChatConnector.Engine.FollowingUp;

/// <summary>Whoever was helped may like to help in turn: one open ask that is close to what they know, at most every two weeks.</summary>
public static class PayingForward
{
    private const int AsksLookedAt = 20;
    private const int Ranked = 30;

    public static Decision Offer(Decision d, Reminder reminder)
    {
        var me = d.Teammate(reminder.Who);
        if (me.Attention.PaidForwardAt + Duration.FromDays(d.Settings.FollowUp.PayForwardEveryDays) > d.Now || CloseTo(d, me) is not { } ask)
            return d;
        return d.Start(reminder, me.Id, Contact.PayForward, Keys.PayForward(ask, me.Id), now => PayForwardCards.Offer(now, ask),
            noting: now => now.Change(me.Id, t => t with { Attention = t.Attention with { PaidForwardAt = now.Now } }));
    }

    /// <summary>A look commits to nothing: it is an invitation like any other, only that it does not count against what they have room for.</summary>
    public static Decision Look(Decision d, Act act)
    {
        var me = d.Me;
        if (d.Ask(act.Ask) is not { } ask || !MayLook(me, ask))
            return d.Reply(Refusals.Card(Refusals.Gone));
        var key = Keys.PayForward(ask, me.Id);
        if (!ask.IsOpen || ask.Helps.Count(h => h.IsLive) >= ask.Wanted)
            return d.Reply(key, InvitationCards.Covered(d, ask));
        if (ask.HelpOf(me.Id) is not null || ask.InvitationOf(me.Id) is { State: not InvitationState.Planned })
            return d.Reply(key, PayForwardCards.AskedAlready());
        var invitation = new Invitation(me.Id, Reason(d, ask, me.Id)?.Reason ?? "", ask.Waves) { State = InvitationState.Sent, SentAt = d.Now, IsQuiet = ask.InvitationOf(me.Id) is not { IsQuiet: false } };
        return d.Change(ask.Id, a => a with { Invitations = a.Invitations.RemoveAll(i => i.Colleague == me.Id).Add(invitation) })
            .Remind(new Reminder(ReminderKind.ExpireInvitation, ask.Id, me.Id), OfficeHours.Of(me, d.Settings).After(d.Now, d.Settings.Inviting.ExpiresAfter))
            .Reply(key, PayForwardCards.HereItIs())
            .Reply(Keys.Invitation(ask, me.Id), InvitationCards.Invitation(d, ask, invitation));
    }

    public static Decision Skip(Decision d, Act act) => d.Ask(act.Ask) is { } ask && MayLook(d.Me, ask)
        ? d.Reply(Keys.PayForward(ask, d.Message.From), PayForwardCards.Skipped())
        : d.Reply(Refusals.Card(Refusals.Gone));

    /// <summary>Whether this ask was laid before them, or is open to everybody in a channel.</summary>
    private static bool MayLook(Teammate me, Ask ask) =>
        me.Attention.Started.Exists(s => s.Key == Keys.PayForward(ask, me.Id))
        || (Rights.RolesOf(me.Id, ask) & (Roles.Invited | Roles.Bystander)) != 0;

    /// <summary>The open ask that this person's evidence covers best; null when none is close.</summary>
    private static Ask? CloseTo(Decision d, Teammate me) => Noticeboard.Newest(d, AsksLookedAt).Select(id => d.Ask(id)).OfType<Ask>().ToList()
        .Where(a => a.IsOpen && !a.HasHelp && a.InvitationOf(me.Id) is null && Inviting.MayBeInvited(d, a, me.Id))
        .Select(ask => (Ask: ask, Candidate: Reason(d, ask, me.Id)))
        .Where(close => close.Candidate?.Relevance >= d.Settings.Inviting.LeastRelevance)
        .OrderByDescending(close => close.Candidate!.Relevance)
        .FirstOrDefault().Ask;

    private static Candidate? Reason(Decision d, Ask ask, TeammateId me) =>
        d.Known.Colleagues.Rank(new Query(ask.Need, ask.Requester, d.Now) { Place = ask.OpenIn }, Ranked).FirstOrDefault(c => c.Who == me);
}
