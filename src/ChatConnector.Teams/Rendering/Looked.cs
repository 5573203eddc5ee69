using System.Text.Json;

namespace ChatConnector.Teams.Rendering;

/// <summary>What Teams sends back when somebody looks at a card of which there is another version for them. Whoever sees the card can send it, so it is only a claim.</summary>
public sealed record Looked(LookedAt Connector)
{
    public static Looked At(AskId ask) => new(new LookedAt(ask.Text));

    /// <summary>Which ask's card is looked at; null when it is none of ours.</summary>
    public static AskId? Read(JsonElement data) => data.Get("connector").Text("look") is { Length: > 0 } ask ? new AskId(ask) : null;
}

/// <param name="Look">The ask's id.</param>
public sealed record LookedAt(string Look);
