using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Engine.FollowingUp;

/// <summary>What happened through Connector becomes evidence of who knows what.</summary>
public static class Witnessing
{
    /// <summary>One fact about a teammate, in the words of the ask, or of one topic. For an anonymous ask it does not say from whom.</summary>
    public static Decision Witness(this Decision d, AskId id, TeammateId about, EvidenceOrigin origin, string? topic = null)
    {
        if (d.Ask(id) is not { } ask || (topic ?? TextOf(ask)) is not { Length: > 0 } text)
            return d;
        var evidence = new Evidence($"{Evidence.IdAt(d.Now, id, about)}-{origin}", about, origin, text, d.Now)
        {
            Ask = id,
            From = ask.Anonymous ? null : ask.Requester,
            Channel = ask.OpenIn?.Id,
        };
        d = d.Save(evidence).Change(id, a => a with { Evidence = a.Evidence.Remove(evidence.Id).Add(evidence.Id) });
        return origin is EvidenceOrigin.Helped ? Refitting.Wish(d) : d;
    }

    /// <summary>The ask's text is forgotten: of the evidence only the topics remain, or nothing.</summary>
    public static Decision ForgetText(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        // What somebody was vouched for is a topic they said yes to; everything else is the ask's text, perhaps as it was before an edit.
        foreach (var evidence in ask.Evidence.Select(e => d.Read<Evidence>(Evidence.KeyOf(e))).OfType<Evidence>().Where(e => e.Origin != EvidenceOrigin.Endorsed))
            d = TopicsOf(evidence, ask, d.Settings) is { Length: > 0 } topics ? d.Save(evidence with { Text = topics }) : d.Delete(evidence.Key);
        return d;
    }

    private static string TopicsOf(Evidence evidence, Ask ask, Settings settings) =>
        string.Join(", ", evidence.Text == TextOf(ask) ? ask.Topics : Topics.In(evidence.Text, settings));

    private static string TextOf(Ask ask) => ask.Need.Length > 0 ? ask.Need : string.Join(", ", ask.Topics);
}
