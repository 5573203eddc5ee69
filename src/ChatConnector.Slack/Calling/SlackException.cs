namespace ChatConnector.Slack.Calling;

/// <summary>What a failed call means for whoever made it.</summary>
public enum Trouble
{
    /// <summary>Never with these arguments.</summary>
    Refused,

    /// <summary>Not now, and certainly not done.</summary>
    Busy,

    /// <summary>Not now in this whole workspace, and certainly not done.</summary>
    Paused,

    /// <summary>No answer, so it may or may not be done.</summary>
    Uncertain,

    /// <summary>The token is worth nothing any more; nothing can be called with it.</summary>
    TokenDead,
}

/// <summary>Slack did not do what was asked. The message is the method and Slack's word for it, never what was sent.</summary>
public sealed class SlackException : Exception
{
    public SlackException()
        : this("unknown", "unknown", Trouble.Uncertain)
    {
    }

    public SlackException(string message)
        : base(message)
    {
    }

    public SlackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SlackException(string method, string error, Trouble trouble, TimeSpan? after = null)
        : base($"{method}: {error}") => (Error, Trouble, After) = (error, trouble, after);

    /// <summary>Slack's word, such as <c>channel_not_found</c>, or ours where Slack said nothing.</summary>
    public string Error { get; } = "unknown";

    public Trouble Trouble { get; } = Trouble.Uncertain;

    /// <summary>How long to wait when <see cref="Trouble.Busy"/> or <see cref="Trouble.Paused"/>.</summary>
    public TimeSpan? After { get; }
}
