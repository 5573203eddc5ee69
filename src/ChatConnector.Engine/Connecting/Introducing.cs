namespace ChatConnector.Engine.Connecting;

/// <summary>Two people who both said yes are brought together, and it is clear who goes first.</summary>
public static class Introducing
{
    public static Decision Accept(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask || act.About is not { } helper)
            return d;
        switch (ask.HelpOf(helper))
        {
            case { Stage: HelpStage.Introduced }:
                return d.Reply(General.Done(Text.Of("You're introduced already, and you go first. A line is enough."), "introduced-already"));
            case { Stage: HelpStage.Offered }:
                return Introduce(d, ask.Id, helper);
            default:
                return d.Reply(Refusals.Card(Refusals.Gone));
        }
    }

    /// <summary>The requester needs nobody any more; helpers who offered see it on their card.</summary>
    public static Decision FoundAnswer(Decision d, AskId id) => Ending.Solve(d, id);

    /// <summary>The two have not talked yet: a first line for the one who goes first, and another look in two working days.</summary>
    public static Decision NotTalkedYet(Decision d, AskId id, TeammateId helper) => d.Ask(id) is { } ask && ask.HelpOf(helper) is { Stage: HelpStage.Introduced }
        ? d.Change(id, a => a.ChangeHelp(helper, h => h with { Helped = Helped.NotYet, NotYets = h.NotYets + 1 }))
            .Edit(ask.Requester, Keys.CheckIn(ask, helper), IntroductionCards.KickOff(d, ask, helper))
            .Remind(new Reminder(ReminderKind.AskWhetherItHelped, id, helper), OfficeHours.Of(d.Teammate(ask.Requester), d.Settings).After(d.Now, 2 * d.Settings.FollowUp.CheckInAfter))
        : d;

    /// <summary>The day they wanted to start has come: a nudge to the one who goes first, and to nobody else.</summary>
    public static Decision KickOff(Decision d, Reminder reminder) => Silent(d, reminder) is { } ask && ask.IsOpen
        ? d.Start(reminder, ask.Requester, Contact.Promise, Keys.KickOff(ask, reminder.Who), now => IntroductionCards.KickOff(now, ask, reminder.Who))
        : d;

    public static Decision StartAnotherDay(Decision d, Act act) => d.Ask(act.Ask) is { } ask && act.About is { } helper && ask.HelpOf(helper) is { Stage: HelpStage.Introduced }
        ? d.Remind(new Reminder(ReminderKind.KickOff, ask.Id, helper), OfficeHours.Of(d.Me, d.Settings).NextDay(d.Now))
            .Reply(General.Done(Text.Of("No hurry. I'll ask once more on your next working day."), "kick-off-later"))
        : d;

    public static Decision StartedAlready(Decision d, Act act) => d.Ask(act.Ask) is { } ask && act.About is { } helper
        ? d.DropReminders(ask.Id, ReminderKind.KickOff, helper).DropReminders(ask.Id, ReminderKind.CheckPromise, helper)
            .Reply(General.Done(Text.Of("Good. I'll leave you to it."), "kick-off-done"))
        : d;

    /// <summary>The promise is checked gently, once: still good, or a release without blame.</summary>
    public static Decision CheckPromise(Decision d, Reminder reminder) => Silent(d, reminder) is { } ask && ask.IsOpen
        ? d.Start(reminder, reminder.Who, Contact.Promise, Keys.Promise(ask, reminder.Who), now => IntroductionCards.Promise(now, ask, reminder.Who))
        : d;

    public static Decision KeepPromise(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask)
            return d;
        var by = LocalDates.Read(act.Field(Fields.Date));
        d = d.Change(ask.Id, a => a.ChangeHelp(d.Message.From, h => h with { By = by ?? h.By }));
        return d.Edit(d.Message.From, Keys.Promise(ask, d.Message.From), General.Done(Text.Of("Good to know. I won't ask again."), "promise-kept"));
    }

    /// <summary>Can't after all: the ask opens again, nobody is to blame, and the requester hears it with the next step.</summary>
    public static Decision Release(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var me = d.Message.From;
        var wasIntroduced = ask.HelpOf(me)?.Stage == HelpStage.Introduced;
        d = d.Save(ask.ChangeHelp(me, h => h with { Stage = HelpStage.Released }) with { Pending = ask.Pending.RemoveAll(p => p.Reminder.Who == me) });
        d = d.Edit(me, Keys.Promise(ask, me), IntroductionCards.Released()).Edit(me, Keys.Invitation(ask, me), IntroductionCards.Released());
        if (!ask.IsOpen)
            return d;
        d = wasIntroduced
            ? d.Tell(ask.Requester, Keys.Released(ask, me), IntroductionCards.HelperReleased(d, ask, me), Contact.News)
            : d.Edit(ask.Requester, Keys.Offer(ask, me), IntroductionCards.HelperReleased(d, ask, me)).Unsay(ask.Requester, Keys.Offer(ask, me));
        d = Inviting.AskAgain(d, id);
        if (!d.Ask(id)!.Invitations.Exists(i => i.IsWaiting))
            d = Inviting.Wave(Proposing.Refresh(d, id, widen: true), id);
        return Editing.Refresh(Ladder.Begin(d, d.Ask(id)!), id);
    }

    private static Decision Introduce(Decision d, AskId id, TeammateId helper)
    {
        d = d.Change(id, a => a.ChangeHelp(helper, h => h with { Stage = HelpStage.Introduced, IntroducedAt = d.Now }));
        var ask = d.Ask(id)!;
        var help = ask.HelpOf(helper)!;
        var people = new List<TeammateId> { ask.Requester, helper };
        // Whoever asked anonymously said yes to one helper's seeing their name, and to nobody else's.
        if (help.Connector is { } connector && d.Teammate(connector).IsHere && !ask.Anonymous)
            people.Add(connector);
        var requester = OfficeHours.Of(d.Teammate(ask.Requester), d.Settings);
        var helping = OfficeHours.Of(d.Teammate(helper), d.Settings);
        var followUp = d.Settings.FollowUp;
        // What was asked aloud, under a name, may be answered aloud.
        d = d.Do(new Effect.Introduce(Keys.Introduction(ask, helper), people, IntroductionCards.Opening(d, ask, help), IntroductionCards.Draft(d, ask, help), ask.OpenIn))
            .Edit(ask.Requester, Keys.Offer(ask, helper), IntroductionCards.GoFirst(d, helper))
            .Edit(helper, Keys.Invitation(ask, helper), IntroductionCards.Introduced(d, ask.Requester))
            .Remind(new Reminder(ReminderKind.AskWhetherItHelped, id, helper), requester.After(d.Now, followUp.CheckInAfter))
            .Remind(new Reminder(ReminderKind.CheckPromise, id, helper), helping.After(d.Now, followUp.PromiseAfter));
        return Editing.Refresh(d, id);
    }

    /// <summary>The ask, if these two were introduced and nothing has been heard of it since.</summary>
    private static Ask? Silent(Decision d, Reminder reminder) =>
        d.Ask(reminder.Ask) is { } ask && ask.HelpOf(reminder.Who) is { Stage: HelpStage.Introduced, Helped: Helped.Unknown or Helped.NotYet } ? ask : null;
}
