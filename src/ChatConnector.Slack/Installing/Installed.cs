namespace ChatConnector.Slack.Installing;

/// <summary>An install, and the bot's token there.</summary>
public sealed record Installed(Install Install, string Token)
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => Install.ToString();
}
