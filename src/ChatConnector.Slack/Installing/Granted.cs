using System.Text.Json;
using ChatConnector.Slack.Calling;

namespace ChatConnector.Slack.Installing;

/// <summary>What a finished install brings.</summary>
/// <param name="By">Slack's id of the person who let Connector in; empty when it is not known.</param>
public sealed record Granted(Installed Installed, string By)
{
    /// <summary>What the token is exchanged for another one with; null where it does not expire.</summary>
    public Renewal? Renewal { get; init; }

    /// <summary>Reads what oauth.v2.access says.</summary>
    /// <param name="asked">When it was asked.</param>
    /// <exception cref="SlackException">It is no install of a bot.</exception>
    public static Granted Read(JsonElement said, Instant asked)
    {
        var isEnterprise = said.Is("is_enterprise_install");
        var workspace = said.Get(isEnterprise ? "enterprise" : "team").Text("id");
        var (bot, token) = (said.Text("bot_user_id"), said.Text("access_token"));
        if (!SlackIds.IsId(workspace) || !SlackIds.IsId(bot) || token.Length == 0)
            throw new SlackException("oauth.v2.access", "no_bot_token", Trouble.Refused);
        var by = said.Get("authed_user").Text("id");
        var install = new Install(workspace, SlackIds.Organization(workspace), bot) { IsEnterprise = isEnterprise, App = said.Text("app_id") };
        return new Granted(new Installed(install, token), SlackIds.IsId(by) ? by : "") { Renewal = Renewal.Read(said, asked) };
    }
}
