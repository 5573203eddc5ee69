namespace ChatConnector.Engine.Asks;

/// <summary>
/// No ask is ignored: from the receipt to the honest closure, somebody always hears something. Times are working hours in
/// the requester's calendar, a quarter of them when it is for today, twice when there is no rush.
/// </summary>
public static class Ladder
{
    private static readonly ImmutableHashSet<ReminderKind> Steps =
    [
        ReminderKind.SendInvitation, ReminderKind.RemindInvited, ReminderKind.ExpireInvitation, ReminderKind.NextWave,
        ReminderKind.ReportUnanswered, ReminderKind.CallSteward, ReminderKind.CloseHonestly, ReminderKind.ArchiveAsk, ReminderKind.TryAgain,
    ];

    public static bool IsStep(ReminderKind kind) => Steps.Contains(kind);

    public static Instant At(Decision d, Ask ask, double workingHours) =>
        OfficeHours.Of(d.Teammate(ask.Requester), d.Settings).After(d.Now, workingHours * Pace(ask));

    /// <summary>When the requester hears whatever happens: a moment at which Connector may speak to them.</summary>
    public static Instant ReportAt(Decision d, Ask ask) =>
        Budget.NextWindow(d.Teammate(ask.Requester), d.Settings, At(d, ask, d.Settings.Inviting.ReportAfter));

    /// <summary>When the requester next hears whatever happens, if that is still ahead. While somebody is up for helping they have heard.</summary>
    public static Instant? HearBy(Ask ask) => ask.HasHelp || ask.IsReported ? null : ask.Pending.Find(p => p.Reminder.Kind == ReminderKind.ReportUnanswered)?.At;

    /// <summary>When Connector asks people by itself if the requester chooses nobody; null when it will not.</summary>
    public static Instant? GoesAheadAt(Ask ask) => ask.HasHelp ? null : ask.Pending.Find(p => p.Reminder.Kind == ReminderKind.NextWave)?.At;

    public static Instant NextWaveAt(Decision d, Ask ask) => OfficeHours.Of(d.Teammate(ask.Requester), d.Settings).After(d.Now, ask.ByWhen switch
    {
        ByWhen.Today => d.Settings.Inviting.NextWaveToday,
        ByWhen.ThisWeek => d.Settings.Inviting.NextWaveThisWeek,
        _ => d.Settings.Inviting.NextWaveNoRush,
    });

    public static Decision Begin(Decision d, Ask ask)
    {
        var inviting = d.Settings.Inviting;
        return d.Change(ask.Id, a => a with { Rounds = a.Rounds + 1, IsReported = false }).Remind(Step(ReminderKind.ReportUnanswered, ask), ReportAt(d, ask))
            .Remind(Step(ReminderKind.CallSteward, ask), At(d, ask, inviting.StewardAfter))
            .Remind(Step(ReminderKind.CloseHonestly, ask), At(d, ask, inviting.CloseAfter))
            .Remind(Step(ReminderKind.NextWave, ask), NextWaveAt(d, ask));
    }

    /// <summary>
    /// A working day without a yes: an honest word to the requester. Their receipt says so at the promised time even when
    /// the attention budget makes the word itself wait.
    /// </summary>
    public static Decision Report(Decision d, Reminder reminder) => Unanswered(d, reminder) is { } ask
        ? Editing.Refresh(d.Save(ask with { IsReported = true }), ask.Id).Start(reminder, ask.Requester, Contact.Unanswered, Keys.Unanswered(ask), now => LadderCards.Unanswered(now, now.Ask(ask.Id)!))
        : d;

    /// <summary>Two working days: whoever's week it is among the stewards answers in words.</summary>
    public static Decision CallSteward(Decision d, Reminder reminder)
    {
        if (Unanswered(d, reminder) is not { } ask || Rota.Of(d, ask) is not { } steward)
            return d;
        d = d.Change(ask.Id, a => a with { Steward = steward });
        return d.Tell(steward, Keys.Steward(ask, steward), LadderCards.Steward(d, d.Ask(ask.Id)!), Contact.News);
    }

    /// <summary>Three working days: the honest closure, with choices. The ask stays open until one is made, or for two weeks.</summary>
    public static Decision CloseHonestly(Decision d, Reminder reminder)
    {
        if (Unanswered(d, reminder) is not { } ask)
            return d;
        // The promise of an answer outranks the budget, but not the working hours; an earlier word that still waits has come too late.
        return Editing.Refresh(d.DropReminders(ask.Id, ReminderKind.ReportUnanswered), ask.Id).Tell(ask.Requester, Keys.Closure(ask), LadderCards.Closure(d, ask), Contact.News)
            .Remind(Step(ReminderKind.ArchiveAsk, ask), d.Now + Duration.FromDays(d.Settings.Inviting.ArchiveAfterDays));
    }

    /// <summary>An ask that got half an answer, or the wrong one, or only thanks, is not left open for ever: three working days on, the requester chooses.</summary>
    public static Decision CloseIfForgotten(Decision d, Ask ask) => ask.IsOpen
        ? d.Remind(Step(ReminderKind.CloseHonestly, ask), At(d, ask, d.Settings.Inviting.CloseAfter))
        : d;

    /// <summary>Somebody helped: nobody else is asked unasked, and that nobody was found would not be so any more.</summary>
    public static Decision Helped(Decision d, Ask ask)
    {
        if (!ask.IsOpen)
            return d;
        d = d.DropReminders(ask.Id, ReminderKind.NextWave).DropReminders(ask.Id, ReminderKind.ReportUnanswered).DropReminders(ask.Id, ReminderKind.CallSteward);
        return Editing.Refresh(CloseIfForgotten(d, ask), ask.Id);
    }

    /// <summary>Two weeks without a choice: put away, with a note on the card that asked for it.</summary>
    public static Decision Archive(Decision d, Reminder reminder) => Unanswered(d, reminder) is { } ask
        ? Ending.End(d, ask.Id, Stage.Closed).Edit(ask.Requester, Keys.Closure(ask), LadderCards.Archived(ask))
        : d;

    /// <summary>Look again, with people not asked yet.</summary>
    public static Decision Widen(Decision d, Act act) => d.Ask(act.Ask) is not { } ask ? d
        : Inviting.HasGoneOut(ask, act) ? Tell(d, ask.Id)
        : Widen(d, ask);

    private static Decision Widen(Decision d, Ask ask)
    {
        d = Inviting.Wave(Proposing.Refresh(Unsay(d, ask), ask.Id, widen: true), ask.Id);
        return Editing.Refresh(Begin(Tell(d, ask.Id), ask), ask.Id);
    }

    private static Decision Tell(Decision d, AskId id) =>
        d.Ask(id) is { } ask ? d.Edit(ask.Requester, Keys.Unanswered(ask), LadderCards.Widened(ask)) : d;

    public static Decision TryNextWeek(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var hours = OfficeHours.Of(d.Teammate(ask.Requester), d.Settings);
        var when = hours.NextOpen(hours.At(hours.DateAt(d.Now).Next(IsoDayOfWeek.Monday), hours.Starts));
        return d.DropReminders(id, ReminderKind.ArchiveAsk)
            .Remind(Step(ReminderKind.TryAgain, ask), when)
            .Edit(ask.Requester, Keys.Closure(ask), LadderCards.NextWeek(Times.Day(hours.DateAt(when), hours.DateAt(d.Now))));
    }

    public static Decision TryAgain(Decision d, Reminder reminder) => Unanswered(d, reminder) is { } ask ? Widen(d, ask) : d;

    /// <summary>Takes back what still waits to be said about nobody having been found: it is not so any more.</summary>
    public static Decision Unsay(Decision d, Ask ask)
    {
        d = d.Unsay(ask.Requester, Keys.Unanswered(ask)).Unsay(ask.Requester, Keys.Closure(ask));
        return ask.Steward is { } steward ? d.Unsay(steward, Keys.Steward(ask, steward)) : d;
    }

    /// <summary>The ask, if it is still open and nobody is helping.</summary>
    private static Ask? Unanswered(Decision d, Reminder reminder) =>
        d.Ask(reminder.Ask) is { IsOpen: true } ask && !ask.HasHelp ? ask : null;

    private static Reminder Step(ReminderKind kind, Ask ask) => new(kind, ask.Id, ask.Requester);

    private static double Pace(Ask ask) => ask.ByWhen switch { ByWhen.Today => 0.25, ByWhen.ThisWeek => 1, _ => 2 };
}
