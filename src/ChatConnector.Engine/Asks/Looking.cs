namespace ChatConnector.Engine.Asks;

/// <summary>Somebody looks at the card of an ask that stands in front of others. Nothing comes of it; they only see what is there for them.</summary>
public static class Looking
{
    /// <summary>The card as the reader sees it; null when there is nothing here for them to see.</summary>
    public static Card? At(Decision d, AskId id)
    {
        // Whoever is where it stands may see it anyway, and nobody else is shown it.
        if (d.Ask(id) is not { Audience: Audience.Channel, Need.Length: > 0 } ask || ask.Place?.Id != d.Message.Place.Id)
            return null;
        if (ask.IsTakenBack)
            return AskCards.TakenDown();
        return ask.IsOpen && ask.OpenIn is not null && ask.Requester == d.Message.From ? AskCards.OpenToRequester(ask) : AskCards.Open(d, ask);
    }
}
