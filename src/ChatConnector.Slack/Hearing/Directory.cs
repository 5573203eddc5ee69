using System.Text.Json;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Hearing;

/// <summary>Slack's user objects, as our directory knows people.</summary>
public static class Directory
{
    private const string Slackbot = "USLACKBOT";

    /// <summary>What it says of somebody: an entry, that they left, or nothing for bots and people of other organizations.</summary>
    public static Said? Read(JsonElement user, Install install)
    {
        if (user.Is("is_bot") || user.Text("id") == Slackbot || !SlackIds.IsId(user.Text("id")) || IsForeign(user, install))
            return null;
        return user.Is("deleted") ? new Said.Left() : new Said.Joined(Entry(user));
    }

    private static DirectoryEntry Entry(JsonElement user)
    {
        var profile = user.Get("profile");
        return new DirectoryEntry(
            ForeignJson.Either(profile.Text("display_name"), profile.Text("real_name"), user.Text("real_name"), user.Text("name")),
            Title: profile.Get("title").ValueKind == JsonValueKind.String ? profile.Text("title") : null,
            Zone: user.Text("tz") is { Length: > 0 } zone ? zone : null,
            Outside: user.Is("is_restricted") || user.Is("is_ultra_restricted"),
            Admin: user.Is("is_admin") || user.Is("is_owner") || user.Is("is_primary_owner"));
    }

    // Whom another organization shares a channel with is no stranger to Slack. Of an enterprise's people some are in several of its workspaces.
    private static bool IsForeign(JsonElement user, Install install)
    {
        var (workspace, inEnterprise) = (install.Workspace, user.Get("enterprise_user"));
        return user.Is("is_stranger") || !(install.IsEnterprise
            ? inEnterprise.Text("enterprise_id") == workspace
            : user.Text("team_id") == workspace || inEnterprise.Items("teams").Any(team => team.Text() == workspace));
    }
}
