using ChatConnector.Slack;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Sockets;
using ChatConnector.Slack.Verifying;

namespace ChatConnector.Host.Settings;

/// <summary>The settings of Slack; none of them set means that Connector is not in Slack.</summary>
/// <param name="Keys">The folder of the keys that open what is kept of Slack's tokens, as an absolute path.</param>
public sealed record SlackSection(SlackSettings Slack, string Keys)
{
    public const string Name = "Slack";

    public static SlackSection? Read(SettingsReader reader, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!configuration.GetSection(Name).Exists())
            return null;
        var socket = Socket(reader);
        var secrets = (reader.Text("Slack:SigningSecret") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (secrets.Length == 0 && socket is null)
            reader.Refuse("Slack:SigningSecret", "the app's signing secret, or several with commas between", "Copy it from Basic Information of your app at api.slack.com/apps; without it anybody could speak in Slack's name. Without a public address set Slack:AppToken instead.");
        var oauth = OAuth(reader, environment);
        var token = BotToken(reader, oauth is not null);
        var api = Address(reader, environment, "Slack:ApiBaseUrl", SlackSettings.SlackApi);
        if (!api.AbsolutePath.EndsWith('/'))
            reader.Refuse("Slack:ApiBaseUrl", "an address that ends with a slash", "Add a slash at its end.");
        var keys = Path.GetFullPath(reader.Text("Slack:Keys") ?? "data/keys", environment.ContentRootPath);
        return new SlackSection(new SlackSettings(secrets.Length == 0 ? null : new SigningSecrets(secrets), token) { ApiBaseUrl = api, OAuth = oauth, Socket = socket }, keys);
    }

    private static SocketSettings? Socket(SettingsReader reader)
    {
        var connections = reader.Number("Slack:Connections", 2, 1, SocketSettings.MostConnections);
        if (reader.Text("Slack:AppToken") is not { } token)
            return null;
        if (!token.StartsWith("xapp-", StringComparison.Ordinal))
            reader.Refuse("Slack:AppToken", "an app-level token, which begins with xapp-", "Generate one with the scope connections:write under Basic Information of your app at api.slack.com/apps, or leave it out where Slack calls you.");
        return new SocketSettings(token, connections);
    }

    private static string? BotToken(SettingsReader reader, bool isInstalledByWorkspaces)
    {
        var token = reader.Text("Slack:BotToken");
        if (isInstalledByWorkspaces && token is not null)
            reader.Refuse("Slack:BotToken", "no bot token beside Slack:ClientId", "Leave it out where workspaces install Connector themselves; for one workspace alone, leave out Slack:ClientId and Slack:ClientSecret.");
        if (!isInstalledByWorkspaces && token?.StartsWith("xoxb-", StringComparison.Ordinal) != true)
            reader.Refuse("Slack:BotToken", "a bot token, which begins with xoxb-", "Install your app to the workspace, then copy the Bot User OAuth Token from OAuth & Permissions; for several workspaces set Slack:ClientId and Slack:ClientSecret instead.");
        return token;
    }

    private static OAuthSettings? OAuth(SettingsReader reader, IHostEnvironment environment)
    {
        var authorize = Address(reader, environment, "Slack:AuthorizeUrl", OAuthSettings.SlackAuthorize);
        var (id, secret) = (reader.Text("Slack:ClientId"), reader.Text("Slack:ClientSecret"));
        if (id is null && secret is null)
            return null;
        if (id is null)
            reader.Refuse("Slack:ClientId", "the app's client id", "Copy it from Basic Information of your app at api.slack.com/apps.");
        if (secret is null)
            reader.Refuse("Slack:ClientSecret", "the app's client secret", "Copy it from Basic Information of your app at api.slack.com/apps.");
        return new OAuthSettings(id ?? "", secret ?? "") { AuthorizeUrl = authorize };
    }

    private static Uri Address(SettingsReader reader, IHostEnvironment environment, string key, Uri otherwise)
    {
        if (reader.Text(key) is not { } text)
            return otherwise;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (IsSlack(address) || (environment.IsDevelopment() && (address.Scheme is "http" or "https"))))
            return address;
        reader.Refuse(key, "an https address of slack.com", "Leave it out: tokens and people go to Slack alone. In Development any address will do.");
        return otherwise;
    }

    private static bool IsSlack(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && (address.Host == "slack.com" || address.Host.EndsWith(".slack.com", StringComparison.Ordinal));
}
