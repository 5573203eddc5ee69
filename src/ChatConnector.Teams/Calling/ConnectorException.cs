namespace ChatConnector.Teams.Calling;

/// <summary>What a failed call means for whoever made it.</summary>
public enum Trouble
{
    /// <summary>Never with these arguments.</summary>
    Refused,

    /// <summary>Not now, and certainly not done.</summary>
    Busy,

    /// <summary>No answer, so it may or may not be done.</summary>
    Uncertain,

    /// <summary>Connector is not wanted in this conversation any more.</summary>
    NotWanted,
}

/// <summary>Teams did not do what was asked. The message is the call and Teams' word for it, never what was sent.</summary>
public sealed class ConnectorException : Exception
{
    public ConnectorException()
        : this("call", "unknown", Trouble.Uncertain)
    {
    }

    public ConnectorException(string message)
        : base(message)
    {
    }

    public ConnectorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ConnectorException(string call, string error, Trouble trouble, TimeSpan? after = null)
        : base($"{call}: {error}") => (Error, Trouble, After) = (error, trouble, after);

    /// <summary>Teams' word, such as <c>ConversationBlockedByUser</c>, or ours where Teams said nothing.</summary>
    public string Error { get; } = "unknown";

    public Trouble Trouble { get; } = Trouble.Uncertain;

    /// <summary>How long to wait when <see cref="Trouble.Busy"/>.</summary>
    public TimeSpan? After { get; }
}
