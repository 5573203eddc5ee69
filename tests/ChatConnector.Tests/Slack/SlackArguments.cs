using System.Text.Json;

namespace ChatConnector.Tests.Slack;

/// <summary>The arguments Slack's methods take, as its reference lists them.</summary>
internal static class SlackArguments
{
    private sealed record Method(bool TakesJson, string[] Needed, string[] Possible);

    private static readonly Dictionary<string, Method> Methods = new()
    {
        ["auth.test"] = new(true, [], []),
        ["chat.postMessage"] = new(true, ["channel", "text", "blocks"], ["metadata", "thread_ts", "parse", "link_names", "unfurl_links", "unfurl_media"]),
        ["chat.postEphemeral"] = new(true, ["channel", "user", "text", "blocks"], ["thread_ts", "parse", "link_names"]),
        ["chat.update"] = new(true, ["channel", "ts", "text", "blocks"], ["metadata", "parse", "link_names"]),
        ["chat.delete"] = new(true, ["channel", "ts"], []),
        ["conversations.open"] = new(true, ["users"], ["return_im", "prevent_creation"]),
        ["conversations.info"] = new(false, ["channel"], ["include_locale", "include_num_members"]),
        ["conversations.history"] = new(false, ["channel"], ["cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"]),
        ["conversations.replies"] = new(false, ["channel", "ts"], ["cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"]),
        ["views.open"] = new(true, ["trigger_id", "view"], []),
        ["views.publish"] = new(true, ["user_id", "view"], ["hash"]),
        ["users.info"] = new(false, ["user"], ["include_locale"]),
        ["users.list"] = new(false, [], ["cursor", "include_locale", "limit", "team_id"]),
        ["auth.teams.list"] = new(false, [], ["cursor", "limit", "include_icon"]),
        ["conversations.list"] = new(false, [], ["cursor", "exclude_archived", "limit", "team_id", "types"]),
        ["users.conversations"] = new(false, [], ["cursor", "exclude_archived", "limit", "team_id", "types", "user"]),
        ["usergroups.list"] = new(false, [], ["include_count", "include_disabled", "include_users", "team_id"]),
        ["oauth.v2.access"] = new(false, [], ["code", "redirect_uri", "code_verifier", "grant_type", "refresh_token"]),
        ["apps.connections.open"] = new(true, [], []),
    };

    /// <summary>Whether a method takes JSON; a method there is not takes only forms.</summary>
    public static bool TakesJson(string method) => Methods.TryGetValue(method, out var known) && known.TakesJson;

    public static IEnumerable<string> Complaints(SlackCall call)
    {
        if (!Methods.TryGetValue(call.Method, out var method))
            return ["no such method"];
        List<string> complaints = [.. method.Needed.Where(n => !call.Arguments.ContainsKey(n)).Select(n => $"{n} is missing")];
        complaints.AddRange(call.Arguments.Select(a => a.Key).Except(method.Needed).Except(method.Possible).Select(n => $"{n} is no argument"));
        if (call.IsJson && !method.TakesJson)
            complaints.Add("takes no JSON");
        foreach (var name in (string[])["blocks", "view"])
        {
            if (call.Arguments[name] is { } shown)
                complaints.AddRange(BlockKit.Complaints(JsonSerializer.SerializeToElement(shown)));
        }

        return complaints;
    }
}
