using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Sockets;
using ChatConnector.Slack.Verifying;

namespace ChatConnector.Slack;

/// <summary>What must be known to take part in Slack, read and checked once at the start.</summary>
/// <param name="SigningSecrets">Tell Slack's requests from everybody else's; null where nothing comes by HTTP.</param>
/// <param name="BotToken">The token of the one workspace Connector is in; null where workspaces install it themselves.</param>
public sealed record SlackSettings(SigningSecrets? SigningSecrets, string? BotToken)
{
    public static readonly Uri SlackApi = new("https://slack.com/api/");

    /// <summary>Where methods are called; ends with a slash.</summary>
    public Uri ApiBaseUrl { get; init; } = SlackApi;

    /// <summary>How workspaces install Connector themselves; null where it is in one alone.</summary>
    public OAuthSettings? OAuth { get; init; }

    /// <summary>How Connector listens without a public address; null where Slack calls it.</summary>
    public SocketSettings? Socket { get; init; }

    // Settings end up in logs more easily than anyone thinks.
    public override string ToString() => nameof(SlackSettings);
}
