namespace ChatConnector.Engine.FollowingUp;

/// <summary>
/// Thanks on their way: while the author is offered a better line, and until the helper has said whether they may be
/// shared. Then the row is gone: the words live in the chat, and only that they were sent is remembered.
/// </summary>
/// <param name="Ask">What they are for; null for thanks without an ask.</param>
public sealed record Thanks(TeammateId From, TeammateId To, AskId? Ask) : Row
{
    public override string Key => KeyOf(From, To, Ask);

    public string Did { get; init; } = "";
    public string Changed { get; init; } = "";
    public string Mattered { get; init; } = "";

    /// <summary>The line added on the coach's suggestion.</summary>
    public string Detail { get; init; } = "";

    public ImmutableList<TeammateId> Others { get; init; } = [];

    /// <summary>The topic the author vouches for; may be empty.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The author would like to share them, and the helper has not answered.</summary>
    public bool Share { get; init; }

    /// <summary>The author's card about them, edited as they go their way.</summary>
    public CardKey Card { get; init; }

    public bool Coached { get; init; }
    public bool Sent { get; init; }

    /// <summary>The author's words and no others.</summary>
    public string Text => string.Join('\n', new[] { Did, Changed, Mattered, Detail }.Where(line => line.Length > 0));

    /// <summary>To somebody the author has yet to name.</summary>
    public static readonly TeammateId Nobody = new("");

    public static string KeyOf(TeammateId from, TeammateId to, AskId? ask) => $"thanks|{from}|{to}|{ask}";
}
