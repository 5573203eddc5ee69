namespace ChatConnector.Engine.Asks;

/// <summary>An ask ends: solved, withdrawn or closed. Those who were asked see their card change; nobody is pinged.</summary>
public static class Ending
{
    public static Decision Solve(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        if (ask.Stage == Stage.Solved)
            return d.Reply(General.Done(Text.Of("That one is solved already. Lovely."), "solved-already"));
        if (!ask.IsOpen)
            return d.Reply(Refusals.Card(Refusals.Ended(ask)));
        d = End(d, id, Stage.Solved).Reply(General.Done(Text.Of($"Marked as solved: {Naming.Short(ask)}. Good to hear."), "solved"));
        return CheckIn.AfterSolved(d, id);
    }

    public static Decision Withdraw(Decision d, AskId id) => d.Ask(id) is { } ask ? End(d, id, Stage.Withdrawn).Reply(Withdrawn(ask)) : d;

    public static Card Withdrawn(Ask ask) =>
        General.Done(!ask.Asked.Any() && ask.Audience != Audience.Channel
            ? Text.Of($"Withdrawn: {Naming.Short(ask)}. Nobody had been asked yet.")
            : Text.Of($"Withdrawn: {Naming.Short(ask)}. Everyone I asked sees that there's nothing more to do."), "withdrawn");

    public static Decision Close(Decision d, AskId id) =>
        End(d, id, Stage.Closed).Reply(General.Done(Text.Of("Closed. You can ask again any time; some things just need another week."), "closed"));

    /// <summary>The end itself, without a word to whoever ended it.</summary>
    public static Decision End(Decision d, AskId id, Stage stage)
    {
        if (d.Ask(id) is not { IsOpen: true } ask)
            return d;
        d = Noticeboard.Remove(Inviting.WithdrawAll(d, id), id);
        d = d.Change(id, a => a with
        {
            Stage = stage,
            EndedAt = d.Now,
            Suggestions = [],
            Helps = a.Helps.ConvertAll(h => h.Stage == HelpStage.Offered ? h with { Stage = HelpStage.NotNeeded } : h),
            // What follows up on help goes on; looking for help does not.
            Pending = a.Pending.RemoveAll(p => Ladder.IsStep(p.Reminder.Kind)),
        });
        d = Ladder.Unsay(d, ask);
        var over = General.Done(AskCards.Status(d.Ask(id)!), "asking-ended");
        foreach (var offered in ask.Helps.Where(h => h.Stage == HelpStage.Offered))
        {
            d = d.Edit(offered.Helper, Keys.Invitation(ask, offered.Helper), InvitationCards.Covered(d, ask))
                .Unsay(ask.Requester, Keys.Offer(ask, offered.Helper)).Edit(ask.Requester, Keys.Offer(ask, offered.Helper), over);
        }

        d = d.Remind(new Reminder(ReminderKind.ForgetText, id, ask.Requester), d.Now + Duration.FromDays(d.Settings.KeepTextDays));
        if (ask.Anonymous)
            d = d.Remind(new Reminder(ReminderKind.ForgetAuthor, id, ask.Requester), d.Now + Duration.FromDays(d.Settings.KeepAuthorDays));
        return Editing.Refresh(d, id);
    }

    /// <summary>The author wants their words gone: the card that stands in a channel goes, instead of saying how it ended.</summary>
    public static Decision TakeDown(Decision d, Ask ask) => ask.Audience == Audience.Channel ? d.TakeAway(Keys.Open(ask), AskCards.TakenDown()) : d;

    /// <summary>After the time the organization keeps texts: only the topics remain.</summary>
    public static Decision ForgetText(Decision d, Reminder reminder) => reminder.Ask is { } id
        ? Witnessing.ForgetText(d, id).Change(id, a => a with
        {
            Need = "",
            Goal = "",
            Leads = [],
            Invitations = a.Invitations.ConvertAll(i => i with { Word = "" }),
            Helps = a.Helps.ConvertAll(h => h with { Suits = "" }),
        })
        : d;

    /// <summary>After the end of an anonymous ask nobody can tell any more who posted it, not even the store.</summary>
    public static Decision ForgetAuthor(Decision d, Reminder reminder)
    {
        if (d.Ask(reminder.Ask) is not { } ask)
            return d;
        var nobody = new TeammateId("forgotten");
        return DeliveringThanks.ForgetAll(d, ask).Change(ask.Requester, t => t with { Asks = t.Asks.Remove(ask.Id) })
            .Change(ask.Id, a => a with
            {
                Requester = nobody,
                // A follow-up needs somebody to follow up with.
                Pending = a.Pending.RemoveAll(p => p.Reminder.Kind != ReminderKind.ForgetText),
            });
    }
}
