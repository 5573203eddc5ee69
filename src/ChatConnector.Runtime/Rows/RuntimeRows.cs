using ChatConnector.Engine.Wording;

namespace ChatConnector.Runtime.Rows;

/// <summary>That a message was heard and its decision committed, and in which attempt.</summary>
public sealed record HeardMessage(string Message, Instant At, string By) : Row
{
    public const string Prefix = "heard|";

    public override string Key => Prefix + Message;
}

/// <summary>The exclusive right to carry something out for a while.</summary>
/// <param name="By">A word drawn for this one attempt.</param>
public sealed record Claim(string By, Instant Until);

/// <summary>An effect that was committed and has not met its fate. Gone once it has; see <see cref="EffectFate"/>.</summary>
/// <param name="Message">Short id of the message it comes from.</param>
/// <param name="Index">Its place among the effects of that message.</param>
public sealed record PendingEffect(string Message, int Index, Errand Errand, Instant Since) : Row
{
    public const string Prefix = "effect|";

    /// <summary>Who is carrying it out; for cards the card holds the claim.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Somebody began to carry it out, and nobody knows how that ended.</summary>
    public bool MaybeShown { get; init; }

    /// <summary>Attempts that a platform did not answer.</summary>
    public int Uncertain { get; init; }

    /// <summary>Attempts that ended in waiting.</summary>
    public int Tries { get; init; }

    /// <summary>Not to be tried again before.</summary>
    public Instant? NotBefore { get; init; }

    public override string Key => $"{PrefixOf(Message)}{Index:D4}";

    /// <summary>The same for every attempt.</summary>
    public string EffectId => $"{Message}/{Index}";

    public static string PrefixOf(string message) => $"{Prefix}{message}|";
}

/// <summary>What is to be done.</summary>
public abstract record Errand
{
    private Errand()
    {
    }

    /// <summary>Post a card that nobody will edit.</summary>
    public sealed record Post(Place To, Card Card, Contact Contact, TeammateId? OnlyFor) : Errand;

    /// <summary>See to it that a keyed card stands as its row wants it, in this version or a later one.</summary>
    /// <param name="Quiet">An edit, or its end: if the card is not on show, nothing happens.</param>
    public sealed record Show(CardKey Card, int Version, bool Quiet) : Errand;

    /// <summary>Erase a person.</summary>
    /// <param name="Name">The name to be erased with them; null when it was not known.</param>
    /// <param name="Tombstone">What stands in their id's place from now on; random, so it leads nowhere.</param>
    public sealed record Erase(TeammateId Who, string? Name, string Tombstone) : Errand;
}

/// <summary>How an effect ended. Kept for a while, without what it said.</summary>
/// <param name="Reason">Why it was cancelled or failed; null when delivered.</param>
public sealed record EffectFate(string Message, int Index, Fate Fate, string? Reason, Instant At) : Row
{
    public const string Prefix = "done|";

    public override string Key => $"{KeyAt(At)}|{Message}|{Index:D4}";

    public static string KeyAt(Instant at) => $"{Prefix}{Math.Max(0, at.ToUnixTimeMilliseconds()):D15}";
}

public enum Fate
{
    Delivered, Cancelled, Failed,

    /// <summary>Failed, because the platform will never show it; of a card that was to come up the conversation hears, see <see cref="Refusal"/>.</summary>
    Refused,
}

/// <summary>A keyed card: what should be on the screen and what is. Delivery brings the second in line with the first.</summary>
/// <param name="Born">Effect id that named the card; the same for every attempt to post it.</param>
public sealed record CardOnShow(CardKey Card, string Born, Scene Scene) : Row
{
    public const string Prefix = "card|";

    /// <summary>What should be shown; forgotten once it is.</summary>
    public Card? Wanted { get; init; }

    /// <summary>Grows with every change of what should be shown.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The version whose effect is to post the card; 0 when nobody wants it posted.</summary>
    public int ToPost { get; init; }

    /// <summary>Which version is shown; 0 for none.</summary>
    public int ShownVersion { get; init; }

    /// <summary>Where it is shown, in the platform's own terms.</summary>
    public string? Reference { get; init; }

    public string? Platform { get; init; }

    /// <summary>Somebody began to show it, and nobody knows how that ended.</summary>
    public bool MaybeShown { get; init; }

    /// <summary>Somebody's claim ran out while they showed it: they may wake up yet, and show something older over what stands there.</summary>
    public bool MayBeOverwritten { get; init; }

    /// <summary>It is to be on no screen any more, for good; <see cref="Wanted"/> is for platforms that let nobody take it away.</summary>
    public bool IsTakenAway { get; init; }

    public Claim? Claim { get; init; }

    public Instant ChangedAt { get; init; }

    public override string Key => KeyOf(Card);

    public bool IsShown => Reference is not null;

    /// <summary>Somebody takes the card over. A claim that was left behind may have been used before.</summary>
    public CardOnShow ClaimedBy(Claim claim) =>
        this with { Claim = claim, MaybeShown = MaybeShown || Claim is not null, MayBeOverwritten = MayBeOverwritten || Claim is not null };

    public static string KeyOf(CardKey card) => Prefix + card.Text;
}

/// <summary>How a keyed card comes to be on a screen.</summary>
public abstract record Scene
{
    private Scene()
    {
    }

    public sealed record In(Place Place, TeammateId? OnlyFor, Contact Contact) : Scene;

    public sealed record Introduction(IReadOnlyList<TeammateId> People, string Draft, Place? Near = null) : Scene;

    public sealed record Home(TeammateId Of) : Scene;
}

/// <summary>A message that could not be worked on, put aside for a person to look at. Replaying it is safe.</summary>
/// <param name="Body">The message as it was in the queue.</param>
/// <param name="Why">The kind of failure; never what the message said.</param>
public sealed record DeadLetter(string Id, string Body, string Why, int Attempts, Instant At) : Row
{
    public const string Prefix = "dead|";

    public override string Key => Prefix + Id;
}

/// <summary>That everything kept of this organization is to go.</summary>
/// <param name="At">From when on.</param>
public sealed record Departure(Instant At) : Row
{
    public const string TheKey = "departure";

    /// <summary>Some of it may be gone already, so there is no way back.</summary>
    public bool HasBegun { get; init; }

    public override string Key => TheKey;
}
