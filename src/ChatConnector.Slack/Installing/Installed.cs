namespace ChatConnector.Slack.Installing;

/// <summary>Connector in a workspace it may talk in.</summary>
/// <param name="Token">The bot token; never logged, never shown.</param>
public sealed record Installed(Install Install, string Token)
{
    public override string ToString() => Install.Workspace;
}
