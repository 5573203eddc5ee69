namespace ChatConnector.Slack.Installing;

/// <summary>How workspaces let Connector in by themselves.</summary>
public sealed record OAuthSettings(string ClientId, string ClientSecret)
{
    public static readonly Uri SlackAuthorize = new("https://slack.com/oauth/v2/authorize");

    /// <summary>Where Slack asks people for their leave.</summary>
    public Uri AuthorizeUrl { get; init; } = SlackAuthorize;

    public override string ToString() => nameof(OAuthSettings);
}
