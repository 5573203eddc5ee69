namespace ChatConnector.Engine.Connecting;

/// <summary>Colleagues get a rest: when they ask for one, after a no, and when asks go unanswered.</summary>
public static class Resting
{
    /// <summary>Two invitations without an answer in a row: a soft pause, with one kind note.</summary>
    public static Decision AfterUnanswered(Decision d, TeammateId colleague)
    {
        var teammate = d.Teammate(colleague);
        var fairness = d.Settings.Fairness;
        var last = teammate.Invited.FindAll(i => i.Outcome is not (InvitedOutcome.Open or InvitedOutcome.Withdrawn)).TakeLast(fairness.SoftPauseAfterUnanswered).ToList();
        if (last.Count < fairness.SoftPauseAfterUnanswered || last.Exists(i => i.Outcome != InvitedOutcome.Unanswered))
            return d;
        if (teammate.Preferences.AsksPausedUntil > d.Now)
            return d;
        var until = d.Now + Duration.FromDays(fairness.SoftPauseDays);
        d = d.Save(teammate with { Preferences = teammate.Preferences with { AsksPausedUntil = until } });
        return d.Tell(colleague, new CardKey($"rest/{colleague}/{until.ToUnixTimeSeconds()}"), InvitationCards.SoftPause(d, d.Teammate(colleague), until), Contact.News);
    }

    /// <summary>"Rest from asks": for so many days, chosen on the card.</summary>
    public static Decision Rest(Decision d, Act act)
    {
        var days = int.TryParse(act.Detail, out var chosen) ? Math.Clamp(chosen, 1, 365) : 7;
        var until = d.Now + Duration.FromDays(days);
        d = d.Change(d.Message.From, t => t with { Preferences = t.Preferences with { AsksPausedUntil = until } });
        return d.Reply(InvitationCards.Resting(d, d.Me, until));
    }
}
