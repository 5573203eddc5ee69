using ChatConnector.Slack.Verifying;

namespace ChatConnector.Slack;

/// <summary>What must be known to take part in Slack, read and checked once at the start.</summary>
/// <param name="SigningSecrets">Tell Slack's requests from everybody else's.</param>
/// <param name="BotToken">The token of the one workspace Connector is in; null when it is not given one.</param>
/// <param name="ClientId">With <paramref name="ClientSecret"/>, who Connector is while it is being installed; null when it cannot be.</param>
public sealed record SlackSettings(SigningSecrets SigningSecrets, string? BotToken = null, string? ClientId = null, string? ClientSecret = null)
{
    public static readonly Uri SlackApi = new("https://slack.com/api/");
    public static readonly Uri SlackAuthorize = new("https://slack.com/oauth/v2/authorize");

    /// <summary>Where methods are called; ends with a slash.</summary>
    public Uri ApiBaseUrl { get; init; } = SlackApi;

    /// <summary>Where a browser is sent to let Connector in.</summary>
    public Uri AuthorizeUrl { get; init; } = SlackAuthorize;

    // Settings end up in logs more easily than anyone thinks.
    public override string ToString() => nameof(SlackSettings);
}
