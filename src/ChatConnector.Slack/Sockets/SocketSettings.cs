namespace ChatConnector.Slack.Sockets;

/// <summary>How Connector listens where Slack cannot call it: it calls Slack.</summary>
/// <param name="AppToken">An app-level token (<c>xapp-</c>) with the scope connections:write.</param>
/// <param name="Connections">Open at a time; Slack gives each thing to one of them and allows an app ten.</param>
public sealed record SocketSettings(string AppToken, int Connections = 2)
{
    public const int MostConnections = 10;

    /// <summary>How long a connection may take to open, be silent until it is asked whether it is there, take to answer that, and take to close.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public override string ToString() => nameof(SocketSettings);
}
