using System.Text.Json;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Hearing;

/// <summary>Which installation a request belongs to, and whether its sender does.</summary>
public static class Sender
{
    /// <summary>The workspace whose installation an event is for; empty when it says none.</summary>
    public static string WorkspaceOfEvent(JsonElement envelope)
    {
        var authorization = envelope.Items("authorizations").FirstOrDefault();
        return authorization.Is("is_enterprise_install")
            ? ForeignJson.Either(authorization.Text("enterprise_id"), envelope.Text("enterprise_id"))
            : ForeignJson.Either(authorization.Text("team_id"), envelope.Text("team_id"), envelope.Text("enterprise_id"));
    }

    /// <summary>The workspace whose installation a press or a form is for.</summary>
    public static string WorkspaceOfInteraction(JsonElement payload) => payload.Is("is_enterprise_install")
        ? ForeignJson.Either(payload.Get("enterprise").Text("id"), payload.Get("team").Text("enterprise_id"))
        : ForeignJson.Either(payload.Get("view").Text("app_installed_team_id"), payload.Get("team").Text("id"), payload.Get("user").Text("team_id"));

    /// <summary>
    /// Whether the author of an event belongs to us. In a channel shared with other organizations somebody who does not say
    /// where they belong does not.
    /// </summary>
    public static bool IsOurs(JsonElement envelope, Install install) => IsOurs(envelope, envelope.Get("event"), install);

    /// <summary>The same of the author of a message that an event tells of.</summary>
    public static bool IsOurs(JsonElement envelope, JsonElement said, Install install)
    {
        var shared = envelope.Is("is_ext_shared_channel");
        var team = ForeignJson.Either(said.Text("user_team"), said.Text("team"));
        return install.IsEnterprise ? !shared : team == install.Workspace || (team.Length == 0 && !shared);
    }

    /// <summary>Whether who pressed or submitted belongs to us: buttons can be pressed by everyone in a shared channel.</summary>
    public static bool IsOursActing(JsonElement payload, Install install) => install.IsEnterprise
        ? ForeignJson.Either(payload.Get("enterprise").Text("id"), payload.Get("team").Text("enterprise_id")) == install.Workspace
        : ForeignJson.Either(payload.Get("user").Text("team_id"), payload.Get("team").Text("id")) == install.Workspace;
}
