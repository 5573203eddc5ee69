namespace ChatConnector.Engine.FollowingUp;

/// <summary>Nobody wrote, and yet everybody who had a part in it hears that it was solved, and with whose help.</summary>
public static class TellingSolved
{
    /// <summary>In two working days, unless thanks come first.</summary>
    public static Decision Later(Decision d, Ask ask, TeammateId who) => d.Remind(
        new Reminder(ReminderKind.TellHelperSolved, ask.Id, who),
        OfficeHours.Of(d.Teammate(ask.Requester), d.Settings).After(d.Now, 2 * d.Settings.FollowUp.TellSolvedAfter));

    /// <summary>Thanks have not come: tell the helper and whoever thought of them, or whoever left a lead.</summary>
    public static Decision Tell(Decision d, Reminder reminder)
    {
        if (d.Ask(reminder.Ask) is not { } ask || Circle.HasReceived(d, ask, reminder.Who, ReceivedKind.Thanks) || Circle.HasReceived(d, ask, reminder.Who, ReceivedKind.Solved))
            return d;
        return ask.HelpOf(reminder.Who) is { Stage: HelpStage.Introduced } help ? TellHelper(d, ask, help) : TellLeadGiver(d, ask, reminder.Who);
    }

    /// <summary>The requester will not write, so it need not wait.</summary>
    public static Decision Now(Decision d, AskId id, TeammateId helper) =>
        Tell(d.DropReminders(id, ReminderKind.TellHelperSolved, helper), new Reminder(ReminderKind.TellHelperSolved, id, helper));

    /// <summary>Those who thought of the helper hear that it led somewhere, with the thanks where the requester wants that.</summary>
    public static Decision TellConnectors(Decision d, AskId id, TeammateId helper)
    {
        if (d.Ask(id) is not { } ask || ask.HelpOf(helper)?.Helped is Helped.No or Helped.NotYet)
            return d;
        return Circle.Connectors(ask, helper)
            .Where(c => c != ask.Requester && !Circle.HasReceived(d, ask, c, ReceivedKind.Thanks) && !Circle.HasReceived(d, ask, c, ReceivedKind.Solved))
            .Aggregate(d, (so, connector) => so.Inform(ask, connector, Keys.Solved(ask, connector), SolvedCards.ForConnector(so, ask, connector, helper), ReceivedKind.Solved));
    }

    private static Decision TellHelper(Decision d, Ask ask, Help help)
    {
        if (help.Helped == Helped.No)
            return d;
        d = help.Helped == Helped.NotYet ? d : Vouching.Propose(d, ask.Id, help.Helper, endorsed: "");
        ask = d.Ask(ask.Id)!;
        return TellConnectors(d.Inform(ask, help.Helper, Keys.Solved(ask, help.Helper), SolvedCards.ForHelper(d, ask, help.Helper, asksTopic: true), ReceivedKind.Solved), ask.Id, help.Helper);
    }

    private static Decision TellLeadGiver(Decision d, Ask ask, TeammateId giver) => ask.Stage == Stage.Solved
        ? d.Inform(ask, giver, Keys.Solved(ask, giver), SolvedCards.ForLeadGiver(d, ask, giver), ReceivedKind.Solved)
        : d;
}
