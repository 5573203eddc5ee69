namespace ChatConnector.Engine.FollowingUp;

/// <summary>Somebody was helped: what is remembered of it, and what Connector will come back to.</summary>
public static class AfterHelp
{
    public static Decision Begin(Decision d, AskId id, TeammateId helper)
    {
        if (d.Ask(id) is not { } ask || ask.HelpOf(helper) is not { HelpedAt: { } helpedAt } help)
            return d;
        var followUp = d.Settings.FollowUp;
        d = Ladder.Helped(StopAsking(d, id, helper).DropReminders(id, ReminderKind.TellHelperSolved, helper), ask);
        d = d.Witness(id, helper, EvidenceOrigin.Helped);
        d = Circle.Connectors(ask, helper).Aggregate(d, (so, connector) => so.Witness(id, connector, EvidenceOrigin.Connected));
        if (help.Thanks == ThanksState.NotDue)
            d = d.Remind(new Reminder(ReminderKind.AskForThanks, id, helper), helpedAt + Duration.FromHours(followUp.ThanksAfterHours));
        if (ask.Stage == Stage.Solved)
            d = Circle.OtherLeadGivers(ask, helper).Aggregate(d, (so, giver) => TellingSolved.Later(so, ask, giver));
        return d.Remind(new Reminder(ReminderKind.AskForOutcome, id, helper), helpedAt + Duration.FromDays(followUp.OutcomeAfterDays))
            .Remind(new Reminder(ReminderKind.LastOutcome, id, helper), helpedAt + Duration.FromDays(followUp.LastOutcomeAfterDays))
            .Remind(new Reminder(ReminderKind.OfferPayForward, id, ask.Requester), OfficeHours.Of(d.Teammate(ask.Requester), d.Settings).After(d.Now, followUp.PayForwardAfter));
    }

    /// <summary>It is known how it went: nobody is asked about it again, neither the requester nor the helper.</summary>
    public static Decision StopAsking(Decision d, AskId id, TeammateId helper) => d
        .DropReminders(id, ReminderKind.AskWhetherItHelped, helper)
        .DropReminders(id, ReminderKind.KickOff, helper)
        .DropReminders(id, ReminderKind.CheckPromise, helper);
}
