using System.Text.Json.Nodes;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>The workspace the emulator begins with: people who may read and write, and Connector with the scopes it asks for and no others.</summary>
internal static class EmulatorSeed
{
    private const string Connector = "connector";
    private static readonly string[] PersonScopes = ["chat:write", "im:history", "im:read", "im:write", "mpim:history", "mpim:read"];

    public static string TokenOf(string person) => "xoxp-" + person;

    public static JsonObject Of(string botToken, IReadOnlyList<string> people) => new()
    {
        ["strict_scopes"] = true,
        ["users"] = new JsonArray([.. people.Select(name => new JsonObject { ["name"] = name })]),
        // The bot and its user come with the app.
        ["oauth_apps"] = new JsonArray(new JsonObject
        {
            ["app_id"] = SlackDoor.App,
            ["client_id"] = SlackDoor.ClientId,
            ["client_secret"] = SlackDoor.ClientSecret,
            ["name"] = Connector,
            ["bot_name"] = Connector,
            ["redirect_uris"] = new JsonArray(),
            ["scopes"] = Words(Scopes.Bot),
        }),
        ["tokens"] = new JsonArray([Token(botToken, "bot", Connector, Scopes.Bot), .. people.Select(name => Token(TokenOf(name), "user", name, PersonScopes))]),
    };

    private static JsonObject Token(string token, string type, string user, IEnumerable<string> scopes) =>
        new() { ["token"] = token, ["type"] = type, ["user"] = user, ["app_id"] = SlackDoor.App, ["scopes"] = Words(scopes) };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
