namespace ChatConnector.Engine.FollowingUp;

/// <summary>How did it turn out? Asked three weeks after the help and once more after three months; told to everybody who had a part in it.</summary>
public static class Outcomes
{
    public static Decision First(Decision d, Reminder reminder) => Untold(d, reminder) is (var ask, { Outcome: OutcomeState.NotDue } help)
        ? Question(d, reminder, ask, help, OutcomeState.Prompted)
        : d;

    public static Decision Last(Decision d, Reminder reminder) => Untold(d, reminder) is (var ask, { Outcome: OutcomeState.NotDue or OutcomeState.Prompted } help)
        ? Question(d, reminder, ask, help, OutcomeState.PromptedLast)
        : d;

    /// <summary>Three weeks more. Close to the last question that one waits as well, so that there are never two in a row.</summary>
    public static Decision TooEarly(Decision d, Act act)
    {
        if (Open(d, act) is not (var ask, var help))
            return d.Reply(OutcomeCards.SettledAlready());
        var followUp = d.Settings.FollowUp;
        var wait = Duration.FromDays(followUp.OutcomeAfterDays);
        var isLast = help.Outcome == OutcomeState.PromptedLast || d.Now + 2 * wait > help.HelpedAt + Duration.FromDays(followUp.LastOutcomeAfterDays);
        var key = Keys.Outcome(ask, help.Helper);
        d = isLast ? Stop(d, ask.Id, help.Helper) : d.DropReminders(ask.Id, ReminderKind.AskForOutcome, help.Helper);
        return Set(d, ask.Id, help.Helper, isLast ? OutcomeState.Prompted : OutcomeState.NotDue)
            .Remind(new Reminder(isLast ? ReminderKind.LastOutcome : ReminderKind.AskForOutcome, ask.Id, help.Helper), d.Now + wait)
            .Reply(key, OutcomeCards.TooEarly(followUp.OutcomeAfterDays));
    }

    /// <summary>They are in touch, or the requester would rather not be reminded.</summary>
    public static Decision Settle(Decision d, Act act)
    {
        if (Open(d, act) is not (var ask, var help))
            return d.Reply(OutcomeCards.SettledAlready());
        var inTouch = act.Verb == Verb.InTouch;
        d = Set(Stop(d, ask.Id, help.Helper), ask.Id, help.Helper, OutcomeState.Settled);
        d = inTouch ? Hellos.Later(d, ask, help.Helper) : d;
        return d.Reply(Keys.Outcome(ask, help.Helper), inTouch ? OutcomeCards.InTouch(d, help.Helper) : OutcomeCards.NoMoreReminders());
    }

    /// <summary>A line or two on how it turned out, good or not.</summary>
    public static Decision Send(Decision d, Act act)
    {
        if (Circle.HelpIn(d, act) is not (var ask, { HelpedAt: not null } help))
            return d.Reply(Refusals.Card(Refusals.Gone));
        if (help.Outcome == OutcomeState.Told)
            return d.Reply(OutcomeCards.ToldAlready(d, help.Helper));
        var text = string.Join('\n', new[] { Fields.Text, Fields.Changed }.Select(f => Mentions.ToNames(d, act.Field(f))).Where(line => line.Length > 0));
        if (text.Length == 0)
            return d.Reply(OutcomeCards.NothingYet(ask, help.Helper));
        // Whoever tells how it ended has thanked, too: there will be no nudge.
        d = AskingForThanks.Stop(Stop(d, ask.Id, help.Helper), ask.Id, help.Helper)
            .Change(ask.Id, a => a.ChangeHelp(help.Helper, h => h with { Outcome = OutcomeState.Told, Thanks = h.Thanks == ThanksState.Sent ? ThanksState.Sent : ThanksState.Settled }));
        d = d.Inform(ask, help.Helper, Keys.OutcomeNews(ask, help.Helper, help.Helper), OutcomeCards.ForHelper(d, ask, help.Helper, text), ReceivedKind.Outcome);
        foreach (var connector in Circle.Connectors(ask, help.Helper).Where(c => c != ask.Requester))
            d = d.Inform(ask, connector, Keys.OutcomeNews(ask, help.Helper, connector), OutcomeCards.ForConnector(d, ask, connector, help.Helper, text), ReceivedKind.Outcome);
        foreach (var giver in Circle.OtherLeadGivers(ask, help.Helper))
            d = d.Inform(ask, giver, Keys.OutcomeNews(ask, help.Helper, giver), OutcomeCards.ForLeadGiver(d, ask, giver, text), ReceivedKind.Outcome);
        var key = act.Detail == OpenLoops.Beside ? Keys.OpenLoop(ask, help.Helper) : Keys.Outcome(ask, help.Helper);
        return Hellos.Later(d, ask, help.Helper).Reply(key, GiveBackCards.Choices(d, ask, help.Helper));
    }

    /// <summary>Whether there is still something to tell.</summary>
    public static Form? FormFor(Decision d, Act act) => Circle.HelpIn(d, act) is (var ask, { HelpedAt: not null, Outcome: not OutcomeState.Told } help)
        ? OutcomeForms.Outcome(d, ask, help.Helper, act.Verb == Verb.CloseLoopFirst ? OpenLoops.Beside : null)
        : null;

    private static Decision Question(Decision d, Reminder reminder, Ask ask, Help help, OutcomeState next)
    {
        var asked = ask.ChangeHelp(help.Helper, h => h with { Outcome = next, OutcomeAsked = h.OutcomeAsked + 1 });
        return d.Start(reminder, ask.Requester, Contact.Outcome, Keys.Outcome(asked, help.Helper), now => OutcomeCards.Question(now, asked, asked.HelpOf(help.Helper)!), noting: now => now.Save(asked));
    }

    private static Decision Stop(Decision d, AskId id, TeammateId helper) =>
        d.DropReminders(id, ReminderKind.AskForOutcome, helper).DropReminders(id, ReminderKind.LastOutcome, helper);

    private static Decision Set(Decision d, AskId id, TeammateId helper, OutcomeState state) => d.Change(id, a => a.ChangeHelp(helper, h => h with { Outcome = state }));

    private static (Ask Ask, Help Help)? Untold(Decision d, Reminder reminder) =>
        d.Ask(reminder.Ask) is { } ask && ask.HelpOf(reminder.Who) is { Stage: HelpStage.Introduced, HelpedAt: not null } help && d.Teammate(reminder.Who).IsHere ? (ask, help) : null;

    private static (Ask Ask, Help Help)? Open(Decision d, Act act) =>
        Circle.HelpIn(d, act) is (var ask, { HelpedAt: not null, Outcome: not (OutcomeState.Told or OutcomeState.Settled) } help) ? (ask, help) : null;
}
