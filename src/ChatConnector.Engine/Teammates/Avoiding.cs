namespace ChatConnector.Engine.Teammates;

/// <summary>
/// Two people are kept apart: never suggested, invited or introduced to each other, in either direction. The other one is
/// never told, and nothing they see gives it away.
/// </summary>
public static class Avoiding
{
    public const int Most = 50;

    /// <summary>A submitted form is the whole list; said in words it adds to what is there.</summary>
    public const string WholeList = "form";

    public static Decision Avoid(Decision d, Act act)
    {
        var me = d.Me;
        var named = act.People(Fields.People).Concat(act.People(Fields.Person)).Append(act.About ?? me.Id)
            .Where(p => p != me.Id && d.Teammate(p).IsKnown).Distinct().ToImmutableList();
        var whole = act.Detail == WholeList;
        if (named.IsEmpty && !whole)
            return d.Reply(General.OpenForm(new Act(Verb.ChooseAvoid)));
        var avoids = (whole ? named : me.Preferences.Avoids.Union(named)).Take(Most).ToImmutableList();
        var added = avoids.Except(me.Preferences.Avoids).ToList();
        d = d.Change(me.Id, t => t with { Preferences = t.Preferences with { Avoids = avoids } });
        return added.Aggregate(d, Separate).Reply(PreferenceCards.Avoiding(d, avoids));
    }

    public static Decision Stop(Decision d, Act act)
    {
        if (act.About is not { } other || !d.Me.Preferences.Avoids.Contains(other))
            return d.Reply(PreferenceCards.NotAvoiding());
        return d.Change(d.Message.From, t => t with { Preferences = t.Preferences with { Avoids = t.Preferences.Avoids.Remove(other) } })
            .Reply(PreferenceCards.StoppedAvoiding(d, other));
    }

    /// <summary>Whether these two are to be kept apart, whoever of them wished it.</summary>
    public static bool AreKeptApart(Decision d, TeammateId one, TeammateId other) =>
        d.Teammate(one).Preferences.Avoids.Contains(other) || d.Teammate(other).Preferences.Avoids.Contains(one);

    // What is under way between the two ends as it does every day: covered, and nothing more to do.
    private static Decision Separate(Decision d, TeammateId other)
    {
        var me = d.Me;
        d = Posting.OpenAsks(d, me).Aggregate(d, (so, ask) => TakeBack(so, ask.Id, other));
        return me.Invited.Where(i => i.By == other && i.Outcome == InvitedOutcome.Open).Aggregate(d, (so, invited) => TakeBack(so, invited.Ask, me.Id));
    }

    private static Decision TakeBack(Decision d, AskId id, TeammateId colleague)
    {
        if (d.Ask(id) is not { IsOpen: true } ask || ask.InvitationOf(colleague) is not { IsWaiting: true } invitation)
            return d;
        d = Inviting.Settle(d, id, colleague, InvitationState.Withdrawn, InvitedOutcome.Withdrawn);
        if (invitation.State == InvitationState.Sent)
            d = d.Edit(colleague, Keys.Invitation(ask, colleague), InvitationCards.Covered(d, ask));
        return Offering.WhenNobodyIsLeft(d, id);
    }
}
