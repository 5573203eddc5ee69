using System.Globalization;

namespace ChatConnector.Engine.Connecting;

/// <summary>
/// Colleagues are asked privately, few at a time: each in their own working hours, never beyond what they have room for.
/// </summary>
public static class Inviting
{
    /// <summary>The requester wants the suggested people asked: the first wave goes out now, the rest if they have no room.</summary>
    public static Decision InviteThese(Decision d, Act act) => d.Ask(act.Ask) is not { } ask ? d
        : HasGoneOut(ask, act) ? Editing.Refresh(d, ask.Id)
        : Editing.Refresh(Wave(OneMore(ask.Suggestions.IsEmpty ? Proposing.Refresh(d, ask.Id, widen: true) : d, ask.Id), ask.Id), ask.Id);

    /// <summary>The requester chose people themselves; they are all asked, as they would be by the requester in person.</summary>
    public static Decision InviteChosen(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask)
            return d;
        var chosen = act.People(Fields.People).Distinct().Take(d.Settings.Inviting.MostSuggestions).ToList();
        var cannot = new List<TeammateId>();
        d = OneMore(d.Change(ask.Id, a => a with { Waves = a.Waves + 1 }), ask.Id);
        foreach (var colleague in chosen)
        {
            var room = MayBeInvited(d, d.Ask(ask.Id)!, colleague);
            if (room)
                d = Invite(d, ask.Id, new Invitation(colleague, "", d.Ask(ask.Id)!.Waves) { Word = act.Field(Fields.Why) });
            else
                cannot.Add(colleague);
        }

        d = Editing.Refresh(d, ask.Id);
        return cannot.Count == 0 ? d : d.Reply(SuggestionCards.NoRoom(d, ask, cannot));
    }

    /// <summary>Nobody obvious: ask whoever may know somebody.</summary>
    public static Decision InviteAnyone(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask || HasGoneOut(ask, act))
            return Editing.Refresh(d, act.Ask ?? default);
        d = Editing.Refresh(Wave(OneMore(Proposing.Refresh(d, ask.Id, widen: true), ask.Id), ask.Id), ask.Id);
        return d.Ask(ask.Id)!.Asked.Any() ? d : d.Reply(SuggestionCards.NobodyAtAll(ask));
    }

    /// <summary>Whoever has others asked though somebody is up for helping wants another helper, so that a yes of theirs is welcome.</summary>
    private static Decision OneMore(Decision d, AskId id) => d.Change(id, a => a with { Wanted = Math.Max(a.Wanted, a.Helps.Count(h => h.IsLive) + 1) });

    /// <summary>Which wave a button starts if it is pressed now.</summary>
    public static string NextWaveOf(Ask ask) => (ask.Waves + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>How many are asked at once.</summary>
    public static int WaveSizeOf(Settings settings, Ask ask) => ask.ByWhen == ByWhen.Today ? settings.Inviting.UrgentWaveSize : settings.Inviting.WaveSize;

    /// <summary>The wave this button starts went out before: it was pressed twice, or nobody pressed it in time.</summary>
    public static bool HasGoneOut(Ask ask, Act act) => act.Detail is { Length: > 0 } wave && wave != NextWaveOf(ask);

    /// <summary>The requester says why these people, before or after they are asked. Whoever is thought of later was not meant by it.</summary>
    public static Decision SayWhy(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask)
            return d;
        var (before, now) = (ask.Word, act.Field(Fields.Why));
        string Said(string word) => word.Length == 0 || word == before ? now : word;
        d = d.Save(ask with
        {
            Suggestions = ask.Suggestions.ConvertAll(s => s with { Word = Said(s.Word) }),
            Invitations = ask.Invitations.ConvertAll(i => i.IsQuiet ? i : i with { Word = Said(i.Word) }),
        });
        return Editing.Refresh(d, ask.Id).Reply(General.Done(Text.Of("Thank you, I'll pass that on with the ask."), "why-kept"));
    }

    public static Decision PostInChannel(Decision d, Act act)
    {
        var channel = act.Field(Fields.Channel);
        if (d.Ask(act.Ask) is not { } ask || channel.Length == 0)
            return d;
        var place = new Place(PlaceKind.Channel, channel, act.Field(Fields.Channel + "Name"));
        if (ask is { Audience: Audience.Channel, Place: { } now })
        {
            if (now.Id == place.Id)
                return d.Reply(General.Done(Text.Of($"It stands in {now} already. I'll tell you as soon as somebody answers."), "posted-already"));
            d = d.Edit(Keys.Open(ask), AskCards.Moved());
        }

        ask = ask with { Audience = Audience.Channel, Place = place, Channels = Math.Max(ask.Audience == Audience.Channel ? 1 : 0, ask.Channels) + 1 };
        d = d.Save(ask);
        return Editing.Refresh(d, ask.Id).Do(new Effect.Tell(place, Keys.Open(ask), AskCards.Open(d, ask), Contact.News))
            .Reply(General.Done(Text.Of($"Posted in {place}. I'll tell you as soon as somebody answers."), "posted"));
    }

    /// <summary>Time for more people: the requester chose nobody, or nobody has said yes.</summary>
    public static Decision NextWave(Decision d, Reminder reminder)
    {
        if (d.Ask(reminder.Ask) is not { IsOpen: true } ask || ask.HasHelp || ask.Waves >= d.Settings.Inviting.MostWaves)
            return d;
        if (ask.Suggestions.IsEmpty)
            d = Proposing.Refresh(d, ask.Id, widen: ask.Waves > 0);
        return Editing.Refresh(Wave(d, ask.Id), ask.Id);
    }

    /// <summary>The next few of the suggested people, skipping those who have no room any more.</summary>
    public static Decision Wave(Decision d, AskId id)
    {
        if (d.Ask(id) is not { IsOpen: true } ask)
            return d;
        var next = ask.Suggestions.Where(s => MayBeInvited(d, ask, s.Colleague)).Take(WaveSizeOf(d.Settings, ask)).ToList();
        if (next.Count == 0)
            return d.Save(ask with { Suggestions = [] });
        var asked = next.Select(s => s.Colleague).ToHashSet();
        d = d.Save(ask with { Waves = ask.Waves + 1, Suggestions = ask.Suggestions.RemoveAll(s => asked.Contains(s.Colleague)) });
        d = next.Aggregate(d, (so, s) => Invite(so, id, new Invitation(s.Colleague, s.Reason, ask.Waves + 1) { Word = s.Word }));
        return ask.Waves + 1 < d.Settings.Inviting.MostWaves
            ? d.Remind(new Reminder(ReminderKind.NextWave, id, ask.Requester), Ladder.NextWaveAt(d, ask))
            : d;
    }

    /// <summary>Plan one invitation; it goes out at once if the colleague is working, otherwise when they next are.</summary>
    public static Decision Invite(Decision d, AskId id, Invitation invitation)
    {
        d = d.Change(id, a => a with { Invitations = a.Invitations.RemoveAll(i => i.Colleague == invitation.Colleague).Add(invitation) });
        var colleague = d.Teammate(invitation.Colleague);
        var hours = OfficeHours.Of(colleague, d.Settings);
        return hours.IsOpen(d.Now)
            ? Send(d, new Reminder(ReminderKind.SendInvitation, id, colleague.Id))
            : d.Remind(new Reminder(ReminderKind.SendInvitation, id, colleague.Id), hours.NextOpen(d.Now));
    }

    /// <summary>The colleague is working: the invitation goes out, if it is still wanted and they still have room.</summary>
    public static Decision Send(Decision d, Reminder reminder)
    {
        if (d.Ask(reminder.Ask) is not { IsOpen: true } ask || ask.InvitationOf(reminder.Who) is not { State: InvitationState.Planned } invitation)
            return d;
        var colleague = d.Teammate(reminder.Who);
        var hours = OfficeHours.Of(colleague, d.Settings);
        if (!hours.IsOpen(d.Now))
            return d.Remind(reminder, hours.NextOpen(d.Now));
        if (!(invitation.Times > 1 ? MayBeAskedAgain(d, ask, colleague.Id) : MayBeInvited(d, ask, colleague.Id)))
            return Replace(d, ask, invitation);
        var sent = invitation with { State = InvitationState.Sent, SentAt = d.Now, Why = ReasonNow(d, ask, invitation) };
        d = d.Save(ask.Change(colleague.Id, _ => sent))
            .Save(colleague with { Invited = colleague.Invited.RemoveAll(i => i.At < d.Now - Duration.FromDays(90)).Add(new Invited(ask.Id, ask.Requester, d.Now)) });
        var inviting = d.Settings.Inviting;
        return d.Do(new Effect.Tell(Place.PrivateWith(colleague.Id), Keys.Invitation(ask, colleague.Id),
                InvitationCards.Invitation(d, d.Ask(ask.Id)!, sent), Contact.Invitation))
            .Remind(new Reminder(ReminderKind.RemindInvited, ask.Id, colleague.Id), hours.After(d.Now, inviting.ReminderAfter))
            .Remind(new Reminder(ReminderKind.ExpireInvitation, ask.Id, colleague.Id), hours.After(d.Now, inviting.ExpiresAfter));
    }

    // What a connector said stays theirs; who was chosen by hand has none.
    private static string ReasonNow(Decision d, Ask ask, Invitation invitation) => invitation is { Connector: null, Why.Length: > 0 }
        ? Choosing.ReasonNow(d, ask, invitation.Colleague, invitation.Why)
        : invitation.Why;

    /// <summary>One reminder, on the same card, only while the ask is open.</summary>
    public static Decision Remind(Decision d, Reminder reminder) =>
        d.Ask(reminder.Ask) is { IsOpen: true } ask && ask.InvitationOf(reminder.Who) is { State: InvitationState.Sent } && !ask.HasHelp
            ? d.Start(reminder, reminder.Who, Contact.Invitation, Keys.StillOpen(ask, reminder.Who), now => InvitationCards.StillOpen(now, ask))
            : d;

    /// <summary>No answer, no blame: the card closes itself. Two in a row and the colleague gets a rest.</summary>
    public static Decision Expire(Decision d, Reminder reminder)
    {
        if (d.Ask(reminder.Ask) is not { } ask || ask.InvitationOf(reminder.Who) is not { State: InvitationState.Sent })
            return d;
        d = Close(Settle(d, ask.Id, reminder.Who, InvitationState.Expired, InvitedOutcome.Unanswered), ask, reminder.Who, InvitationCards.Expired(d, ask));
        return Resting.AfterUnanswered(d, reminder.Who);
    }

    /// <summary>Everybody still waiting sees that it is covered; nobody is pinged.</summary>
    public static Decision WithdrawAll(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        foreach (var invitation in ask.Invitations.Where(i => i.IsWaiting))
        {
            d = Settle(d, id, invitation.Colleague, InvitationState.Withdrawn, InvitedOutcome.Withdrawn);
            if (invitation.State == InvitationState.Sent)
                d = Close(d, ask, invitation.Colleague, InvitationCards.Covered(d, ask));
        }

        return d;
    }

    /// <summary>Both cards that may still invite this colleague say the same from now on.</summary>
    public static Decision Close(Decision d, Ask ask, TeammateId colleague, Card card) =>
        d.Edit(colleague, Keys.Invitation(ask, colleague), card).Edit(Keys.StillOpen(ask, colleague), card);

    /// <summary>Those whose invitation was taken back because somebody else had said yes are asked again: now they are needed.</summary>
    public static Decision AskAgain(Decision d, AskId id)
    {
        if (d.Ask(id) is not { IsOpen: true } ask)
            return d;
        var again = ask.Invitations.Where(i => i.State == InvitationState.Withdrawn && i.SentAt is not null && i.Times == 1 && MayBeAskedAgain(d, ask, i.Colleague));
        return again.Aggregate(d, (so, i) => Invite(so, id, i with { State = InvitationState.Planned, SentAt = null, Times = i.Times + 1 }));
    }

    private static bool MayBeAskedAgain(Decision d, Ask ask, TeammateId colleague) =>
        Fairness.WhyNotAsk(d.Teammate(colleague), d.Teammate(ask.Requester), d.Now) is null;

    /// <summary>An invitation has its answer; what was planned around it is dropped.</summary>
    public static Decision Settle(Decision d, AskId id, TeammateId colleague, InvitationState state, InvitedOutcome outcome) => d
        .Change(id, a => a.Change(colleague, i => i with { State = state }) with
        {
            Pending = a.Pending.RemoveAll(p => p.Reminder.Who == colleague
                && p.Reminder.Kind is ReminderKind.SendInvitation or ReminderKind.RemindInvited or ReminderKind.ExpireInvitation),
        })
        .Change(colleague, t => t.Invited.FindLast(i => i.Ask == id) is { } invited
            ? t with { Invited = t.Invited.Replace(invited, invited with { Outcome = outcome, EndedAt = d.Now }) }
            : t);

    /// <summary>Whether this colleague may be asked now: here, willing, and with room.</summary>
    public static bool MayBeInvited(Decision d, Ask ask, TeammateId colleague) =>
        colleague != ask.Requester
        && ask.InvitationOf(colleague) is null or { State: InvitationState.Planned }
        && ask.HelpOf(colleague) is null
        && Fairness.WhyNotInvite(d.Teammate(colleague), d.Teammate(ask.Requester), d.Now, d.Settings) is null;

    /// <summary>Nobody can write to this colleague, so they were not asked: it is as if they had no room.</summary>
    public static Decision Unreached(Decision d, Ask ask, Invitation invitation)
    {
        var never = invitation with { SentAt = null, IsQuiet = true };
        d = d.Save(ask.Change(invitation.Colleague, _ => never))
            .Change(invitation.Colleague, t => t with { Invited = t.Invited.RemoveAll(i => i.Ask == ask.Id && i.At == invitation.SentAt) });
        d = Editing.Refresh(Replace(d, ask, never), ask.Id);
        // Whom the requester named themselves they hear of, as if they named them now.
        return invitation is { Why: "", Connector: null }
            ? d.Tell(ask.Requester, Keys.NoRoom(ask, invitation.Colleague), SuggestionCards.NoRoom(d, ask, [invitation.Colleague]), Contact.News)
            : d;
    }

    /// <summary>A planned colleague has no room any more: the next one takes their turn.</summary>
    private static Decision Replace(Decision d, Ask ask, Invitation invitation)
    {
        d = Settle(d, ask.Id, invitation.Colleague, InvitationState.Withdrawn, InvitedOutcome.Withdrawn);
        var next = ask.Suggestions.Find(s => MayBeInvited(d, ask, s.Colleague));
        if (next is null || invitation.Connector is not null)
            return d;
        // As many are asked as before, so that nothing tells of somebody who could not be.
        d = d.Change(ask.Id, a => a.Change(invitation.Colleague, i => i with { IsQuiet = true }) with { Suggestions = a.Suggestions.Remove(next) });
        return Invite(d, ask.Id, new Invitation(next.Colleague, next.Reason, invitation.Wave) { Word = next.Word });
    }
}
