using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Engine.Teammates;

/// <summary>Somebody goes: their account is closed, or they want to be forgotten. Nobody is left waiting for them.</summary>
public static class Leaving
{
    public static Decision Ask(Decision d) => d.Me.IsKnown
        ? d.Reply(PrivacyCards.ForgetMe(d, Posting.OpenAsks(d, d.Me).Count, Home.Promises(d).Count))
        : d.Reply(PrivacyCards.NothingKept());

    /// <summary>Everything of theirs goes with this decision; wherever else they stand, they are erased right after it.</summary>
    public static Decision Forget(Decision d)
    {
        if (!d.Me.IsKnown)
            return d.Reply(PrivacyCards.NothingKept());
        var me = d.Me;
        d = StepBack(d).Reply(PrivacyCards.Goodbye(me.Name));
        var asks = me.Asks.Select(id => d.Ask(id)).OfType<Ask>().ToList();
        d = Exporting.ThanksBy(d, me.Id, asks).Aggregate(d, (so, thanks) => so.Delete(thanks.Key));
        d = asks.Aggregate(d, (so, ask) => Witnessing.ForgetText(Ending.TakeDown(so, ask), ask.Id).Delete(ask.Key));
        d = Refitting.Forget(Drafting.Forget(d, me.Id).Delete(Teammate.KeyOf(me.Id)));
        // Nobody needs waking for what is gone.
        return d with { Effects = d.Effects.RemoveAll(e => e is Effect.Remind { Pending.Reminder.KeptIn: var row } && d.Read<Row>(row) is null).Add(new Effect.Forget(me.Id)) };
    }

    /// <summary>Asks are withdrawn, promises released, invitations handed on, and what was to be said to them is dropped.</summary>
    public static Decision StepBack(Decision d)
    {
        var me = d.Me;
        foreach (var ask in Posting.OpenAsks(d, me))
            d = Ending.End(d, ask.Id, Stage.Withdrawn);
        foreach (var id in me.Helping)
        {
            if (d.Ask(id)?.HelpOf(me.Id) is { IsLive: true, Helped: Helped.Unknown or Helped.NotYet })
                d = Introducing.Release(d, id);
        }

        foreach (var invited in me.Invited.Where(i => i.Outcome == InvitedOutcome.Open))
        {
            if (d.Ask(invited.Ask)?.InvitationOf(me.Id) is { IsWaiting: true })
                d = Offering.WhenNobodyIsLeft(Inviting.Settle(d, invited.Ask, me.Id, InvitationState.Withdrawn, InvitedOutcome.Withdrawn), invited.Ask);
        }

        d = d.Change(me.Id, t => t with { Held = [], Pending = [] });
        var settings = d.Settings;
        return settings.Admins.Contains(me.Id) || settings.Stewards.Contains(me.Id)
            ? d.Save(settings with { Admins = settings.Admins.Remove(me.Id), Stewards = settings.Stewards.Remove(me.Id) })
            : d;
    }
}
