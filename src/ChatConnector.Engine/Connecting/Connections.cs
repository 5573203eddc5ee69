namespace ChatConnector.Engine.Connecting;

/// <summary>A colleague and why they were thought of.</summary>
public sealed record Suggestion(TeammateId Colleague, string Reason)
{
    /// <summary>Thought of because hardly anybody asks them; shown to the colleague only.</summary>
    public bool RarelyAsked { get; init; }

    /// <summary>The requester's own word on why they thought of them; may be empty.</summary>
    public string Word { get; init; } = "";
}

/// <summary>The private "could you help?" to one colleague.</summary>
/// <param name="Why">Why this colleague, in words they will read.</param>
public sealed record Invitation(TeammateId Colleague, string Why, int Wave)
{
    /// <summary>The requester's own word on why, which is then what they read; may be empty.</summary>
    public string Word { get; init; } = "";

    public InvitationState State { get; init; } = InvitationState.Planned;
    public Instant? SentAt { get; init; }

    /// <summary>How often they were asked; twice when the first helper could not after all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Who thought of them; null when Connector did.</summary>
    public TeammateId? Connector { get; init; }

    /// <summary>0 for a colleague Connector or the requester chose, 1 for their referral, 2 for the referral's.</summary>
    public int Hops { get; init; }

    /// <summary>The requester hears of them only if they help: somebody else thought of them, they came to look by themselves, or another was asked in their place.</summary>
    public bool IsQuiet { get; init; }

    public bool IsWaiting => State is InvitationState.Planned or InvitationState.Sent;
}

public enum InvitationState
{
    /// <summary>Waits for the colleague's working hours.</summary>
    Planned,
    Sent,
    Accepted,
    Declined,
    GaveLead,

    /// <summary>Covered, solved or withdrawn before they answered.</summary>
    Withdrawn,

    /// <summary>No answer, no blame.</summary>
    Expired,
}

/// <summary>Somebody stepped in.</summary>
public sealed record Help(TeammateId Helper, Instant OfferedAt)
{
    public TeammateId? Connector { get; init; }
    public HelpStage Stage { get; init; } = HelpStage.Offered;

    /// <summary>How the helper would like it, in words; may be empty.</summary>
    public string Suits { get; init; } = "";

    public LocalDate? By { get; init; }
    public Instant? IntroducedAt { get; init; }
    public Helped Helped { get; init; } = Helped.Unknown;
    public Instant? HelpedAt { get; init; }
    public ThanksState Thanks { get; init; } = ThanksState.NotDue;

    public OutcomeState Outcome { get; init; } = OutcomeState.NotDue;

    /// <summary>How often the requester was asked how it turned out.</summary>
    public int OutcomeAsked { get; init; }

    /// <summary>How often the requester said that the two had not talked yet.</summary>
    public int NotYets { get; init; }

    /// <summary>When a new ask was last taken as an occasion to mention that the helper has not heard how it ended.</summary>
    public Instant? MentionedAt { get; init; }

    /// <summary>A topic laid before the helper to be added to their list; empty when there is none, or they have answered.</summary>
    public string Proposed { get; init; } = "";

    /// <summary>Whether the requester vouched for the proposed topic.</summary>
    public bool Endorsed { get; init; }

    /// <summary>The helper said yes and has not stepped back, whatever came of it.</summary>
    public bool Stands => Stage is HelpStage.Offered or HelpStage.Introduced;

    /// <summary>Help is to be expected: they stand by it, and nobody has said yet what came of it.</summary>
    public bool IsLive => Stands && Helped is (Helped.Unknown or Helped.NotYet);
}

public enum HelpStage
{
    /// <summary>The helper said yes; the requester has not yet.</summary>
    Offered,

    /// <summary>Both said yes and were brought together.</summary>
    Introduced,

    /// <summary>The helper could not after all; nobody is to blame.</summary>
    Released,

    /// <summary>The requester found an answer before the introduction.</summary>
    NotNeeded,
}

/// <summary>What the requester says came of it.</summary>
public enum Helped
{
    Unknown, Yes, Partly, NotYet, No,
}

public enum ThanksState
{
    NotDue,

    /// <summary>Asked for once.</summary>
    Prompted,

    /// <summary>Asked for a last time; never again.</summary>
    PromptedLast,
    Sent,

    /// <summary>The requester said so: thanked already, skipped, or let go.</summary>
    Settled,
}

public enum OutcomeState
{
    NotDue, Prompted, PromptedLast, Told, Settled,
}

/// <summary>A name, a link or a quick pointer that somebody left.</summary>
public sealed record Lead(TeammateId From, string Text, Instant At);
