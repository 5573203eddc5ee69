namespace ChatConnector.Engine.Asks;

/// <summary>A steward answers an ask that nobody else answered.</summary>
public static class Stewarding
{
    public static Decision Answer(Decision d, Act act)
    {
        if (d.Ask(act.Ask) is not { } ask)
            return d;
        var text = Mentions.ToNames(d, act.Field(Fields.Text));
        if (text.Length == 0)
            return d.Reply(Refusals.Card(Refusals.NotPossible));
        var me = d.Me;
        d = d.Save(ask with { Leads = ask.Leads.Add(new Lead(me.Id, text, d.Now)) });
        return d.Tell(ask.Requester, Keys.Lead(d.Ask(ask.Id)!, me.Id), LadderCards.StewardSays(d, ask, me, text), Contact.News)
            .Edit(me.Id, Keys.Steward(ask, me.Id), LadderCards.StewardAnswered());
    }

    /// <summary>To the next steward on the rota; when there is none, it stays.</summary>
    public static Decision Pass(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var me = d.Message.From;
        if (Rota.Of(d, ask, after: me) is not { } next)
            return d.Reply(General.Done(Text.Of("There's no other steward around, so it stays with you. An honest 'I couldn't find anyone' is a good answer too."), "no-co-steward"));
        d = d.Save(ask with { Steward = next });
        return d.Tell(next, Keys.Steward(ask, next), LadderCards.Steward(d, d.Ask(id)!), Contact.News)
            .Edit(me, Keys.Steward(ask, me), LadderCards.PassedOn(Naming.Named(d, next)));
    }
}
