using ChatConnector.Engine.Wording;

namespace ChatConnector.Runtime.Ports;

/// <summary>A platform people chat on. Shows what the engine wants shown; never decides.</summary>
public interface IChat
{
    /// <summary>Short name such as <c>browser</c>, stored with what was shown.</summary>
    string Platform { get; }

    /// <summary>Shows, edits or publishes one thing. Never throws for what the platform answers; see <see cref="Delivered"/>.</summary>
    Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation);

    /// <summary>Erases what the adapter itself keeps about a person, if it keeps anything. May be repeated.</summary>
    Task ForgetAsync(OrganizationId organization, TeammateId who, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>One thing to show.</summary>
/// <param name="EffectId">The same for every attempt, so a platform that can remember it shows it once.</param>
public abstract record Delivery(OrganizationId Organization, string EffectId)
{
    /// <summary>Whether an earlier attempt began whose end nobody knows. A platform that can look should, before it shows anything again.</summary>
    public bool MaybeShown { get; init; }

    /// <summary>A new card.</summary>
    public sealed record Post(OrganizationId Organization, string EffectId, Place To, TeammateId? OnlyFor, Card Card) : Delivery(Organization, EffectId);

    /// <summary>A card shown before, with new content.</summary>
    /// <param name="Shown">What <see cref="Delivered.Shown"/> returned when it was posted.</param>
    public sealed record Edit(OrganizationId Organization, string EffectId, string Shown, Card Card) : Delivery(Organization, EffectId);

    /// <summary>A card shown before is to stand there no more. One that is gone already is as good.</summary>
    /// <param name="Shown">What <see cref="Delivered.Shown"/> returned when it was posted.</param>
    /// <param name="Otherwise">What it shows instead if the platform lets nobody take it away.</param>
    public sealed record TakeAway(OrganizationId Organization, string EffectId, string Shown, Card Otherwise) : Delivery(Organization, EffectId);

    /// <summary>A conversation of several people, opened with a card. The first of them goes first.</summary>
    /// <param name="Near">Where it may be opened instead if it cannot be opened in private; null for nowhere.</param>
    public sealed record Gather(OrganizationId Organization, string EffectId, IReadOnlyList<TeammateId> People, Card Opening, string Draft, Place? Near = null)
        : Delivery(Organization, EffectId);

    public sealed record Home(OrganizationId Organization, string EffectId, TeammateId Of, Card Card) : Delivery(Organization, EffectId);
}

/// <summary>How a delivery ended.</summary>
public abstract record Delivered
{
    /// <summary>It is on the screen; <paramref name="Reference"/> finds it again for edits.</summary>
    public sealed record Shown(string Reference) : Delivered;

    /// <summary>Not now: wait at least this long (null: as you think fit) and try again. Certainly not shown.</summary>
    public sealed record Busy(TimeSpan? After) : Delivered;

    /// <summary>No answer, so it may or may not be shown.</summary>
    public sealed record Uncertain(string Why) : Delivered;

    /// <summary>Never: the person blocked us, the channel is gone, the content is refused. Of a card that was to come up the conversation hears.</summary>
    public sealed record Refused(string Why) : Delivered;

    /// <summary>Never, whatever it is: Connector is not there any more, and nobody there is told of it.</summary>
    public sealed record Unwelcome(string Why) : Delivered;
}
