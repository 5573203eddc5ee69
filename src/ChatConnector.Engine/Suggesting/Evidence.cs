namespace ChatConnector.Engine.Suggesting;

/// <summary>One fact that a teammate knows a topic, with its origin. Never inferred from what people read or write elsewhere.</summary>
/// <param name="Id">Unique; sorts by time.</param>
/// <param name="About">Who knows it.</param>
/// <param name="Text">What it says they know: an ask they helped with, a topic, a thanks note's topic.</param>
public sealed record Evidence(string Id, TeammateId About, EvidenceOrigin Origin, string Text, Instant At) : Row
{
    public override string Key => KeyOf(Id);

    /// <summary>The requester who was helped or who endorsed.</summary>
    public TeammateId? From { get; init; }

    public AskId? Ask { get; init; }

    /// <summary>The id of the channel the ask was open in, where others may hear who asked; null for what was said in private, or without a name.</summary>
    public string? Channel { get; init; }

    public static string KeyOf(string id) => "evidence|" + id;

    /// <summary>Ids sort by time, so that the newest evidence is one range of keys.</summary>
    public static string IdAt(Instant at, AskId ask, TeammateId about) => $"{at.ToUnixTimeMilliseconds():D15}-{ask}-{about}";
}

public enum EvidenceOrigin
{
    /// <summary>Helped with an ask, and the requester said it helped.</summary>
    Helped,

    /// <summary>Stepped in for an ask; whether it helped is not known.</summary>
    Offered,
    Thanked,

    /// <summary>Endorsed for a topic, and approved it.</summary>
    Endorsed,

    /// <summary>Made a referral that led to help.</summary>
    Connected,
}
