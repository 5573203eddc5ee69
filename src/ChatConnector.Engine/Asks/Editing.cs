namespace ChatConnector.Engine.Asks;

/// <summary>An ask is reworded: every card that shows it is edited in place, and nobody is pinged again.</summary>
public static class Editing
{
    public static Decision Edit(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } old)
            return d;
        var need = Mentions.ToNames(d, act.Field(Fields.Need));
        if (need.Length == 0 || need.Length > d.Settings.Asks.LongestNeed)
            return d.Reply(AskCards.TooLong(need, d.Settings.Asks.LongestNeed));
        var ask = Apply(old, act) with { Need = need, Topics = [.. Topics.In(need, d.Settings)] };
        d = d.Save(ask);
        return ask.Asked.Any()
            ? Refresh(d, ask.Id).Reply(General.Done(Text.Of("Changed, also for the people I've asked."), "edited"))
            : Refresh(Proposing.Show(d, ask.Id), ask.Id);
    }

    /// <summary>The fields of a form laid over an ask; what is not given stays.</summary>
    public static Ask Apply(Ask ask, Act act) => ask with
    {
        Goal = act.Fields.ContainsKey(Fields.Goal) ? act.Field(Fields.Goal) : ask.Goal,
        ByWhen = Choice(act, Fields.By, ask.ByWhen),
        Size = Choice(act, Fields.Size, ask.Size),
        Type = Choice(act, Fields.Type, ask.Type),
    };

    /// <summary>Bring every card of the ask up to date, without a sound.</summary>
    public static Decision Refresh(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        d = d.Edit(ask.Requester, Keys.Receipt(ask), AskCards.Receipt(d, ask, Ladder.HearBy(ask)))
            .Edit(ask.Requester, Keys.Suggestions(ask), SuggestionCards.Of(d, ask));
        if (ask.Audience == Audience.Channel)
            d = d.Edit(Keys.Open(ask), AskCards.Open(d, ask));
        foreach (var invitation in ask.Invitations.Where(i => i.State == InvitationState.Sent))
            d = d.Edit(invitation.Colleague, Keys.Invitation(ask, invitation.Colleague), InvitationCards.Invitation(d, ask, invitation));
        return d;
    }

    private static T Choice<T>(Act act, string field, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(act.Field(field), out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;
}
