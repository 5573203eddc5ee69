namespace ChatConnector.Engine.Teammates;

/// <summary>Everything kept about a person, for that person alone, in words they can read.</summary>
public static class Exporting
{
    public static Decision Export(Decision d)
    {
        var me = d.Me;
        if (!me.IsKnown)
            return d.Reply(PrivacyCards.NothingKept());
        var asks = me.Asks.Select(id => d.Ask(id)).OfType<Ask>().ToList();
        var card = PrivacyCards.Export(d, new Kept(asks)
        {
            Helping = [.. me.Helping.Select(id => d.Ask(id)).OfType<Ask>()],
            Evidence = [.. d.Known.Colleagues.EvidenceConcerning(me.Id).Select(id => d.Read<Evidence>(Evidence.KeyOf(id))).OfType<Evidence>()],
            Drafts = [.. new[] { Draft.KeyOf(me.Id), Draft.UnclearKeyOf(me.Id) }.Select(d.Read<Draft>).OfType<Draft>()],
            Thanks = ThanksBy(d, me.Id, asks),
        });
        // Asked for aloud in a channel, it still goes where only its owner can see it.
        return d.Message.Place.Kind == PlaceKind.Private
            ? d.Reply(card)
            : d.Do(new Effect.Tell(Place.PrivateWith(me.Id), null, card, Contact.Reply)).Reply(PrivacyCards.SentPrivately());
    }

    /// <summary>Thanks this person has begun and not sent, for asks of their own or without one.</summary>
    public static IReadOnlyList<Thanks> ThanksBy(Decision d, TeammateId who, IEnumerable<Ask> asks) =>
    [
        .. asks.SelectMany(ask => ask.Helps.Select(h => h.Helper).Concat(ask.Leads.Select(l => l.From)).Distinct().Select(to => Thanks.KeyOf(who, to, ask.Id)))
            .Append(Thanks.KeyOf(who, Thanks.Nobody, null)).Select(d.Read<Thanks>).OfType<Thanks>(),
    ];
}

/// <summary>What is kept about somebody besides their own row.</summary>
public sealed record Kept(IReadOnlyList<Ask> Asks)
{
    public IReadOnlyList<Ask> Helping { get; init; } = [];
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
    public IReadOnlyList<Draft> Drafts { get; init; } = [];
    public IReadOnlyList<Thanks> Thanks { get; init; } = [];
}
