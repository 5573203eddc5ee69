namespace ChatConnector.Engine.FollowingUp;

/// <summary>Help becomes something people may ask this person about, if the helper wants it. Until they say so it is never used.</summary>
public static class Vouching
{
    /// <summary>Lay a topic of the ask before the helper: the one the requester vouches for, or the first that is new to their list.</summary>
    /// <param name="endorsed">What the requester chose; untrusted, may be empty.</param>
    public static Decision Propose(Decision d, AskId id, TeammateId helper, string endorsed)
    {
        if (d.Ask(id) is not { } ask || ask.HelpOf(helper) is not { } help)
            return d;
        var known = d.Teammate(helper);
        var chosen = ask.Topics.Find(t => t.Equals(endorsed, StringComparison.OrdinalIgnoreCase) && Knowing.Topic(known, t)?.State != TopicState.Removed);
        var topic = chosen ?? (help.Proposed.Length > 0 ? help.Proposed : ask.Topics.Find(t => Knowing.Topic(known, t) is null));
        if (topic is null)
            return d;
        var (origin, because) = (chosen, ask.Anonymous) switch
        {
            (null, _) => (TopicOrigin.Helped, ""),
            (_, true) => (TopicOrigin.Endorsed, ""),
            _ => (TopicOrigin.Endorsed, $"{d.Teammate(ask.Requester).Name} vouched for you"),
        };
        return d.Change(id, a => a.ChangeHelp(helper, h => h with { Proposed = topic, Endorsed = chosen is not null || h.Endorsed }))
            .Change(helper, t => Knowing.Propose(t, topic, origin, because, d.Now));
    }

    public static Decision Accept(Decision d, Act act)
    {
        if (Asked(d, act) is not (var ask, var help))
            return d.Reply(SolvedCards.TopicSettled());
        var origin = help.Endorsed ? TopicOrigin.Endorsed : TopicOrigin.Helped;
        d = Settle(d, ask.Id).Change(help.Helper, t => Knowing.Confirm(Knowing.Propose(t, help.Proposed, origin, "", d.Now), help.Proposed));
        if (help.Endorsed)
            d = d.Witness(ask.Id, help.Helper, EvidenceOrigin.Endorsed, help.Proposed);
        return DeliveringThanks.Show(d, ask.Id, SolvedCards.TopicAdded(help.Proposed));
    }

    /// <summary>Not this one: it is never used and never proposed again. What they had put on their list themselves stays there.</summary>
    public static Decision Decline(Decision d, Act act)
    {
        if (Asked(d, act) is not (var ask, var help))
            return d.Reply(SolvedCards.TopicSettled());
        d = Settle(d, ask.Id).Change(help.Helper, t => Knowing.Topic(t, help.Proposed) is { State: TopicState.Proposed } ? Knowing.Remove(t, help.Proposed) : t);
        return DeliveringThanks.Show(d, ask.Id, SolvedCards.TopicLeft(help.Proposed));
    }

    private static (Ask Ask, Help Help)? Asked(Decision d, Act act) =>
        d.Ask(act.Ask) is { } ask && ask.HelpOf(d.Message.From) is { Proposed.Length: > 0 } help ? (ask, help) : null;

    private static Decision Settle(Decision d, AskId id) => d.Change(id, a => a.ChangeHelp(d.Message.From, h => h with { Proposed = "", Endorsed = false }));
}
