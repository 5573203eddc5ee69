namespace ChatConnector.Engine.Asks;

/// <summary>One "I need help with X", from posting to the weeks after.</summary>
public sealed record Ask(AskId Id, TeammateId Requester, string Need, Instant PostedAt) : Row
{
    public override string Key => KeyOf(Id);

    /// <summary>What would good look like; may be empty.</summary>
    public string Goal { get; init; } = "";

    public ByWhen ByWhen { get; init; } = ByWhen.ThisWeek;
    public Size Size { get; init; } = Size.HalfAnHour;
    public AskType Type { get; init; } = AskType.Advice;
    public Audience Audience { get; init; } = Audience.InvitedOnly;

    /// <summary>Helpers see the requester's name only when both agreed.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Where it was asked; where an open ask's card stands.</summary>
    public Place? Place { get; init; }

    /// <summary>Channels it has stood open in, one after the other; only the last shows it now.</summary>
    public int Channels { get; init; }

    /// <summary>Whether its author took the words away it was asked in.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>The words it was asked in, so that a correction of the one is a correction of the other; null for a form.</summary>
    public MessageId? Source { get; init; }

    public Stage Stage { get; init; } = Stage.Open;
    public Instant? EndedAt { get; init; }

    /// <summary>Helpers the requester wants, 1 to 3.</summary>
    public int Wanted { get; init; } = 1;

    /// <summary>People suggested and not yet invited, best first.</summary>
    public ImmutableList<Suggestion> Suggestions { get; init; } = [];

    public ImmutableList<Invitation> Invitations { get; init; } = [];

    /// <summary>Waves sent so far.</summary>
    public int Waves { get; init; }

    /// <summary>How often the search began: once, and again whenever it is widened or a helper can't after all.</summary>
    public int Rounds { get; init; }

    /// <summary>The moment came by which the requester was to hear, whatever happens: since then their receipt says how it stands.</summary>
    public bool IsReported { get; init; }

    public ImmutableList<Help> Helps { get; init; } = [];

    /// <summary>Names, links and pointers people left.</summary>
    public ImmutableList<Lead> Leads { get; init; } = [];

    /// <summary>Topics in the ask; all that remains once its text is forgotten.</summary>
    public ImmutableList<string> Topics { get; init; } = [];

    /// <summary>Ids of the evidence that came of it.</summary>
    public ImmutableList<string> Evidence { get; init; } = [];

    /// <summary>Whose week it was when the ask went to a steward.</summary>
    public TeammateId? Steward { get; init; }

    public bool IsOpen => Stage == Stage.Open;

    /// <summary>Somebody is up for helping, and nobody has said yet what came of it.</summary>
    public bool HasHelp => Helps.Exists(h => h.IsLive);

    /// <summary>Somebody's help did some good, whether or not it was all that was needed.</summary>
    public bool WasHelped => Helps.Exists(h => h.Helped is Helped.Yes or Helped.Partly);

    /// <summary>The channel where everybody may know who asks; null for asks that only some see, or that have no name on them.</summary>
    public Place? OpenIn => this is { Audience: Audience.Channel, Anonymous: false } ? Place : null;

    /// <summary>Those whom the requester takes to be asked, whatever became of it.</summary>
    public IEnumerable<Invitation> Asked => Invitations.Where(i => !i.IsQuiet);

    /// <summary>What the requester said on why these people; empty when they said nothing.</summary>
    public string Word => Suggestions.Select(s => s.Word).Concat(Asked.Select(i => i.Word)).FirstOrDefault(w => w.Length > 0, "");

    public static string KeyOf(AskId id) => "ask|" + id.Text;

    public Invitation? InvitationOf(TeammateId colleague) => Invitations.LastOrDefault(i => i.Colleague == colleague);

    public Help? HelpOf(TeammateId helper) => Helps.LastOrDefault(h => h.Helper == helper);

    public Ask Change(TeammateId colleague, Func<Invitation, Invitation> change) =>
        InvitationOf(colleague) is { } old ? this with { Invitations = Invitations.Replace(old, change(old)) } : this;

    public Ask ChangeHelp(TeammateId helper, Func<Help, Help> change) =>
        HelpOf(helper) is { } old ? this with { Helps = Helps.Replace(old, change(old)) } : this;
}

public enum ByWhen
{
    Today, ThisWeek, NoRush,
}

public enum Size
{
    Pointer, FiveMinutes, HalfAnHour, Longer,
}

public enum AskType
{
    Advice, Hands, Intro, Feedback, Listening, Info,
}

public enum Audience
{
    /// <summary>Only the people invited see it.</summary>
    InvitedOnly,

    /// <summary>Open to everyone in the channel where it stands.</summary>
    Channel,
}

/// <summary>Where an ask stands. Everything but <see cref="Open"/> is an end and stays one.</summary>
public enum Stage
{
    Open,
    Solved,
    Withdrawn,

    /// <summary>Closed honestly: nobody was found, and the requester was told.</summary>
    Closed,
}
