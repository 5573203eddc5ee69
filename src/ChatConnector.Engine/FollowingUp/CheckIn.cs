namespace ChatConnector.Engine.FollowingUp;

/// <summary>Did it help? Asked a working day after an introduction, or right away when the ask is marked as solved.</summary>
public static class CheckIn
{
    /// <summary>A working day has passed since the introduction, or two since "we haven't talked yet".</summary>
    public static Decision Ask(Decision d, Reminder reminder) => d.Ask(reminder.Ask) is { Stage: not Stage.Withdrawn } ask && ask.HelpOf(reminder.Who) is { IsLive: true, Stage: HelpStage.Introduced }
        ? d.Start(reminder, ask.Requester, Contact.Promise, Keys.CheckIn(ask, reminder.Who), now => CheckInCards.Question(now, ask, reminder.Who))
        : d;

    /// <summary>It helped, or partly did. The first solves the ask; both begin what follows up on help.</summary>
    public static Decision Helped(Decision d, Act act)
    {
        if (Circle.HelpIn(d, act) is not (var ask, var help))
            return d.Reply(Refusals.Card(Refusals.Gone));
        if (!help.IsLive)
            return d.Reply(CheckInCards.ToldAlready());
        var partly = act.Verb == Verb.ItHelpedPartly;
        d = d.Change(ask.Id, a => a.ChangeHelp(help.Helper, h => h with { Helped = partly ? Connecting.Helped.Partly : Connecting.Helped.Yes, HelpedAt = d.Now }));
        d = partly ? d : Ending.End(d, ask.Id, Stage.Solved);
        d = AfterHelp.Begin(d, ask.Id, help.Helper);
        return d.Reply(Keys.CheckIn(ask, help.Helper), partly ? CheckInCards.Partly(d, d.Ask(ask.Id)!, help.Helper) : CheckInCards.Lovely(d, d.Ask(ask.Id)!, help.Helper));
    }

    /// <summary>Not yet: a first line to start with and another look later; or, when it is solved without them, the helper need not wait.</summary>
    public static Decision NotTalkedYet(Decision d, Act act)
    {
        if (Circle.HelpIn(d, act) is not (var ask, var help))
            return d.Reply(Refusals.Card(Refusals.Gone));
        if (!help.IsLive)
            return d.Reply(CheckInCards.ToldAlready());
        if (ask.IsOpen)
            return Introducing.NotTalkedYet(d, ask.Id, help.Helper);
        d = d.Change(ask.Id, a => a.ChangeHelp(help.Helper, h => h with { Helped = Connecting.Helped.NotYet }));
        return TellingSolved.Now(d, ask.Id, help.Helper).Reply(Keys.CheckIn(ask, help.Helper), CheckInCards.NotNeeded(d, help.Helper));
    }

    /// <summary>It did not help. Only the requester ever knows; looking further is offered.</summary>
    public static Decision NotReally(Decision d, Act act)
    {
        if (Circle.HelpIn(d, act) is not (var ask, var help))
            return d.Reply(Refusals.Card(Refusals.Gone));
        if (!help.IsLive)
            return d.Reply(CheckInCards.ToldAlready());
        d = d.Change(ask.Id, a => a.ChangeHelp(help.Helper, h => h with { Helped = Connecting.Helped.No }));
        d = AfterHelp.StopAsking(d, ask.Id, help.Helper).DropReminders(ask.Id, ReminderKind.TellHelperSolved, help.Helper);
        if (ask.IsOpen)
            d = d.Change(ask.Id, a => a with { IsReported = false }).Remind(new Reminder(ReminderKind.ReportUnanswered, ask.Id, ask.Requester), Ladder.ReportAt(d, ask));
        return Editing.Refresh(Ladder.CloseIfForgotten(d, ask), ask.Id).Reply(Keys.CheckIn(ask, help.Helper), CheckInCards.NotReally(d, ask, help.Helper));
    }

    /// <summary>Somebody else, please: new people are asked, as if nobody had answered.</summary>
    public static Decision LookFurther(Decision d, Act act)
    {
        if (Circle.HelpIn(d, act) is not (var ask, var help))
            return d.Reply(Refusals.Card(Refusals.Gone));
        if (!ask.IsOpen)
            return d.Reply(CheckInCards.AskAgain(ask));
        if (!ask.Invitations.Exists(i => i.IsWaiting))
            d = Editing.Refresh(Ladder.Begin(Inviting.Wave(Proposing.Refresh(d, ask.Id, widen: true), ask.Id), ask), ask.Id);
        return d.Reply(Keys.CheckIn(ask, help.Helper), LadderCards.Widened(d.Ask(ask.Id)!));
    }

    /// <summary>The requester marked the ask as solved: was it one of those they were introduced to, or somebody's lead?</summary>
    public static Decision AfterSolved(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var introduced = ask.Helps.FindAll(h => h is { Stage: HelpStage.Introduced, IsLive: true });
        foreach (var help in introduced)
        {
            d = TellingSolved.Later(AfterHelp.StopAsking(d, id, help.Helper), ask, help.Helper);
            d = d.Reply(Keys.CheckIn(ask, help.Helper), CheckInCards.WasItThem(d, ask, help.Helper));
        }

        var leads = Circle.LeadGivers(ask).Except(introduced.Select(h => h.Helper)).Where(l => !Circle.HasReceived(d, ask, l, ReceivedKind.Thanks)).ToList();
        d = leads.Aggregate(d, (so, giver) => TellingSolved.Later(so, ask, giver));
        return introduced.IsEmpty && leads.Count > 0 ? d.Reply(Keys.ThankForLeads(ask), CheckInCards.ThankForLeads(d, ask, leads)) : d;
    }
}
