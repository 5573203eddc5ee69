namespace ChatConnector.Engine.Teammates;

/// <summary>A person of the organization: who they are, what they know, and how they want to be treated.</summary>
public sealed record Teammate(TeammateId Id, string Name) : Row
{
    public override string Key => KeyOf(Id);

    public string Title { get; init; } = "";
    public string Team { get; init; } = "";

    /// <summary>Time zone id as the directory gave it; empty means the organization's.</summary>
    public string Zone { get; init; } = "";

    public Presence Presence { get; init; }

    public ImmutableList<Topic> Topics { get; init; } = [];
    public ImmutableList<string> StillLearning { get; init; } = [];
    public ImmutableList<string> KnowsPeopleIn { get; init; } = [];

    public Preferences Preferences { get; init; } = new();
    public Attention Attention { get; init; } = new();

    /// <summary>Invitations of the last 90 days, oldest first.</summary>
    public ImmutableList<Invited> Invited { get; init; } = [];

    /// <summary>Asks this person posted, oldest first; the last fifty.</summary>
    public ImmutableList<AskId> Asks { get; init; } = [];

    /// <summary>Asks this person helps or helped with, or made a referral for, oldest first; the last fifty.</summary>
    public ImmutableList<AskId> Helping { get; init; } = [];

    /// <summary>Thanks and outcomes received: that they came, not what they said. Oldest first; the last fifty.</summary>
    public ImmutableList<Received> Received { get; init; } = [];

    /// <summary>Messages waiting for this person's working hours.</summary>
    public ImmutableList<Held> Held { get; init; } = [];

    /// <summary>Whether the one-time line "most people are happier to be asked than we expect" was shown.</summary>
    public bool WasEncouraged { get; init; }

    /// <summary>Has opened their home page, which from then on follows what they do.</summary>
    public bool HasHome { get; init; }

    public bool IsKnown => Presence != Presence.Unknown;

    /// <summary>A member of the organization with an open account: may be suggested and may see suggestions.</summary>
    public bool IsHere => Presence == Presence.Here;

    public static string KeyOf(TeammateId id) => "teammate|" + id.Text;

    public static Teammate Unknown(TeammateId id) => new(id, "somebody") { Presence = Presence.Unknown };
}

public enum Presence
{
    Here,

    /// <summary>A guest, or a person of another organization in a shared channel.</summary>
    Outside,

    /// <summary>The account is closed.</summary>
    Left,
    Unknown,
}

/// <summary>Something people may ask this person about.</summary>
public sealed record Topic(string Name, TopicOrigin Origin, TopicState State, Instant Since)
{
    /// <summary>The ask or teammate it came from, as words to show its owner.</summary>
    public string Because { get; init; } = "";
}

public enum TopicOrigin
{
    Declared, Title, Helped, Endorsed, Group,
}

public enum TopicState
{
    /// <summary>Inferred and not yet shown to its owner: never used.</summary>
    Proposed,
    Confirmed,

    /// <summary>The owner does not want it: never used and never proposed again.</summary>
    Removed,
}

public sealed record Preferences
{
    /// <summary>New invitations a week, 0 to 10; null means the organization's default.</summary>
    public int? PerWeek { get; init; }

    /// <summary>Everything is quiet until then.</summary>
    public Instant? PausedUntil { get; init; }

    /// <summary>No new invitations until then; the rest goes on.</summary>
    public Instant? AsksPausedUntil { get; init; }

    /// <summary>Kinds of message that are off, and until when.</summary>
    public ImmutableDictionary<Contact, Instant> Muted { get; init; } = ImmutableDictionary<Contact, Instant>.Empty;

    /// <summary>People never to be connected with. Known to nobody else, in either direction.</summary>
    public ImmutableList<TeammateId> Avoids { get; init; } = [];

    /// <summary>Requesters who may ask again any time.</summary>
    public ImmutableList<TeammateId> AnyTime { get; init; } = [];

    /// <summary>No more hellos suggested for these.</summary>
    public ImmutableList<TeammateId> NoHello { get; init; } = [];

    public LocalTime? DayStarts { get; init; }
    public LocalTime? DayEnds { get; init; }
    public ImmutableList<LocalDate> DaysOff { get; init; } = [];

    /// <summary>Days of the week without work; null means the organization's.</summary>
    public ImmutableList<IsoDayOfWeek>? FreeWeekdays { get; init; }

    /// <summary>Time zone id of their own choice; empty means what the directory says.</summary>
    public string Zone { get; init; } = "";

    public bool IsMuted(Contact contact, Instant now) => Muted.TryGetValue(contact, out var until) && until > now;

    /// <summary>Whether other people's asks are welcome now, as far as this person has said.</summary>
    public bool WantsAsks(Instant now) => !(PausedUntil > now) && !(AsksPausedUntil > now) && !IsMuted(Contact.Invitation, now);
}

/// <summary>How much of this person's attention Connector has taken lately.</summary>
public sealed record Attention
{
    /// <summary>Messages Connector started, of the last 60 days, oldest first.</summary>
    public ImmutableList<Started> Started { get; init; } = [];

    /// <summary>Messages of one kind left without any reaction, in a row.</summary>
    public ImmutableDictionary<Contact, int> IgnoredInARow { get; init; } = ImmutableDictionary<Contact, int>.Empty;

    /// <summary>When somebody else's ask was last laid before this person as a way to pay forward.</summary>
    public Instant? PaidForwardAt { get; init; }
}

/// <summary>A message Connector started.</summary>
public sealed record Started(Contact Contact, Instant At, CardKey Key, bool Answered = false);

/// <summary>An invitation this person got.</summary>
public sealed record Invited(AskId Ask, TeammateId By, Instant At, InvitedOutcome Outcome = InvitedOutcome.Open)
{
    /// <summary>When it was answered or ran out; rests are counted from here.</summary>
    public Instant? EndedAt { get; init; }
}

public enum InvitedOutcome
{
    Open, Helped, Gave, Declined, Unanswered, Withdrawn,
}

/// <summary>That thanks or an outcome came, and for what.</summary>
/// <param name="From">Who sent it; null for an anonymous ask, so that nobody's name outlives the ask in somebody else's row.</param>
/// <param name="Ask">What it was for; null for thanks without an ask.</param>
public sealed record Received(TeammateId? From, AskId? Ask, Instant At, ReceivedKind Kind);

public enum ReceivedKind
{
    Thanks, Outcome, Solved,
}

/// <summary>A message waiting for working hours.</summary>
public sealed record Held(CardKey Key, Card Card, Contact Contact);
