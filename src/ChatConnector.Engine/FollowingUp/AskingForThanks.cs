namespace ChatConnector.Engine.FollowingUp;

/// <summary>Two nudges towards thanks, a day and two days after the help, and never again for that help.</summary>
public static class AskingForThanks
{
    public static Decision First(Decision d, Reminder reminder) => Due(d, reminder, ThanksState.NotDue) is (var ask, var help)
        ? Nudge(d, reminder, ask, help, ThanksState.Prompted, d.Settings.FollowUp.ThanksAfterHours)
        : d;

    public static Decision Last(Decision d, Reminder reminder) => Due(d, reminder, ThanksState.Prompted) is (var ask, var help)
        ? Nudge(d, reminder, ask, help, ThanksState.PromptedLast, d.Settings.FollowUp.LastThanksAfterHours)
        : d;

    /// <summary>Tomorrow: the next nudge comes then anyway; there is none after it.</summary>
    public static Decision Tomorrow(Decision d, Act act) => Open(d, act) is (var ask, var help)
        ? d.Reply(Keys.ThanksPrompt(ask, help.Helper), help.Thanks == ThanksState.PromptedLast ? ThanksCards.AnyTime(d, help.Helper) : ThanksCards.Tomorrow(d, help.Helper))
        : d.Reply(ThanksCards.SettledAlready());

    /// <summary>Thanked in person, skipped, or let go: no more nudges, and the helper hears at least that it was solved.</summary>
    public static Decision Settle(Decision d, Act act)
    {
        if (Open(d, act) is not (var ask, var help))
            return d.Reply(ThanksCards.SettledAlready());
        var key = Keys.ThanksPrompt(ask, help.Helper);
        d = Stop(d, ask.Id, help.Helper).Change(ask.Id, a => a.ChangeHelp(help.Helper, h => h with { Thanks = ThanksState.Settled }));
        return TellingSolved.Now(d, ask.Id, help.Helper)
            .Reply(key, act.Verb == Verb.AlreadyThanked ? ThanksCards.AlreadyThanked(d, help.Helper) : ThanksCards.AnyTime(d, help.Helper));
    }

    public static Decision Stop(Decision d, AskId id, TeammateId helper) => d
        .DropReminders(id, ReminderKind.AskForThanks, helper)
        .DropReminders(id, ReminderKind.LastThanks, helper)
        .DropReminders(id, ReminderKind.TellHelperSolved, helper);

    /// <summary>Say it if this is a moment for it, or when one comes within two working days; later it would only be a nuisance.</summary>
    private static Decision Nudge(Decision d, Reminder reminder, Ask ask, Help help, ThanksState next, int dueAfterHours)
    {
        var latest = OfficeHours.Of(d.Teammate(ask.Requester), d.Settings).After(help.HelpedAt!.Value + Duration.FromHours(dueAfterHours), d.Settings.FollowUp.ThanksShiftedAtMost);
        if (Budget.WhenMay(d, ask.Requester, Contact.Thank) is not { } when || when > latest)
            return TellingSolved.Now(d, ask.Id, help.Helper);
        var nudged = ask.ChangeHelp(help.Helper, h => h with { Thanks = next });
        d = d.Start(reminder, ask.Requester, Contact.Thank, Keys.ThanksPrompt(nudged, help.Helper),
            now => next == ThanksState.Prompted ? ThanksCards.Prompt(now, ask, help) : ThanksCards.LastPrompt(now, ask, help),
            noting: now => Follow(now.Save(nudged), nudged, help, next));
        var isDone = when > d.Now || d.Ask(ask.Id)!.HelpOf(help.Helper)!.Thanks == next;
        return isDone ? d : TellingSolved.Now(d, ask.Id, help.Helper);
    }

    private static Decision Follow(Decision d, Ask ask, Help help, ThanksState said) => said == ThanksState.Prompted
        ? d.Remind(new Reminder(ReminderKind.LastThanks, ask.Id, help.Helper), LastAt(d, help))
        : d.Remind(new Reminder(ReminderKind.TellHelperSolved, ask.Id, help.Helper), OfficeHours.Of(d.Teammate(ask.Requester), d.Settings).After(d.Now, d.Settings.FollowUp.TellSolvedAfter));

    // A weekend may have kept the first one waiting; the last keeps its distance from it.
    private static Instant LastAt(Decision d, Help help)
    {
        var (first, last) = (d.Settings.FollowUp.ThanksAfterHours, d.Settings.FollowUp.LastThanksAfterHours);
        return Instant.Max(help.HelpedAt!.Value + Duration.FromHours(last), d.Now + Duration.FromHours(last - first));
    }

    private static (Ask Ask, Help Help)? Due(Decision d, Reminder reminder, ThanksState state) =>
        d.Ask(reminder.Ask) is { } ask && ask.HelpOf(reminder.Who) is { Stage: HelpStage.Introduced, HelpedAt: not null } help && help.Thanks == state ? (ask, help) : null;

    private static (Ask Ask, Help Help)? Open(Decision d, Act act) =>
        Circle.HelpIn(d, act) is (var ask, { Thanks: not (ThanksState.Sent or ThanksState.Settled), HelpedAt: not null } help) ? (ask, help) : null;
}
