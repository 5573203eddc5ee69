namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>What the index keeps of one teammate besides their documents' terms.</summary>
internal sealed class Person(TeammateId id, int number)
{
    public TeammateId Id { get; } = id;

    public int Number { get; } = number;

    /// <summary>Their row; null while only evidence speaks of them, and then they are never named.</summary>
    public Teammate? Row
    {
        get;
        set
        {
            field = value;
            IsHere = value is { IsHere: true };
            Avoids = value?.Preferences.Avoids ?? [];
        }
    }

    // These two stand in the row as well. Hundreds of people are looked at for an ask, and each step further is one to memory that no cache holds.
    public bool IsHere { get; private set; }

    public ImmutableList<TeammateId> Avoids { get; private set; } = [];

    /// <summary>Their title, team and topics on the standing shelf.</summary>
    public List<Standing> Standing { get; } = [];

    /// <summary>Terms of topics they removed: nothing of theirs is found by these.</summary>
    public HashSet<int> Refused { get; } = [];

    /// <summary>Their helps on the shelf of asks, in the order of time.</summary>
    public List<int> Helps { get; } = [];

    /// <summary>Others' helps to them on the shelf of asks, in the order of time.</summary>
    public List<int> Helped { get; } = [];

    public Activity Activity { get; set; } = Activity.None;

    public Months Months { get; } = new();

    /// <summary>Of their helps those with asks that were open in a channel.</summary>
    public int HelpsInChannels { get; set; }

    /// <summary>Referrals of theirs that led to help.</summary>
    public int Connected { get; set; }
}

/// <summary>A standing document and what it stands for.</summary>
internal readonly record struct Standing(int Document, bool OnConnecting, StandingKind Kind, string Words);

internal enum StandingKind : byte
{
    Declared, Confirmed, Title, Team, KnowsPeople,
}
