using ChatConnector.Slack;
using ChatConnector.Slack.Verifying;

namespace ChatConnector.Host.Settings;

/// <summary>Reads the settings of Slack; none of them set means that Connector is not in Slack.</summary>
public static class SlackSection
{
    private const string Section = "Slack";
    private const string SigningSecret = "Slack:SigningSecret";
    private const string BotToken = "Slack:BotToken";
    private const string ApiBaseUrl = "Slack:ApiBaseUrl";

    public static SlackSettings? Read(SettingsReader reader, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!configuration.GetSection(Section).Exists())
            return null;
        var secrets = Secrets(reader);
        var token = Token(reader);
        var api = Api(reader, environment);
        return secrets is null || token is null ? null : new SlackSettings(secrets, token) { ApiBaseUrl = api };
    }

    private static SigningSecrets? Secrets(SettingsReader reader)
    {
        var secrets = reader.Text(SigningSecret)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (secrets.Length > 0)
            return new SigningSecrets(secrets);
        reader.Refuse(
            SigningSecret, "the app's signing secret, or several with commas between them",
            "Copy it from Basic Information of your app at api.slack.com/apps; without it anybody could speak in Slack's name.");
        return null;
    }

    private static string? Token(SettingsReader reader)
    {
        if (reader.Text(BotToken) is { } token && token.StartsWith("xoxb-", StringComparison.Ordinal))
            return token;
        reader.Refuse(BotToken, "a bot token, which begins with xoxb-", "Install your app to the workspace, then copy the Bot User OAuth Token from OAuth & Permissions.");
        return null;
    }

    private static Uri Api(SettingsReader reader, IHostEnvironment environment)
    {
        var api = reader.Address(ApiBaseUrl, "https://slack.com/api/", "leave it out to call Slack") ?? SlackSettings.SlackApi;
        if (!environment.IsDevelopment() && !IsSlack(api))
            reader.Refuse(ApiBaseUrl, "an https address of slack.com", "Leave it out: outside Development tokens go to Slack alone.");
        else if (!api.AbsolutePath.EndsWith('/'))
            reader.Refuse(ApiBaseUrl, "an address that ends with a slash", "Add a slash at its end.");
        return api;
    }

    private static bool IsSlack(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && (address.Host == "slack.com" || address.Host.EndsWith(".slack.com", StringComparison.Ordinal));
}
