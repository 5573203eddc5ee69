using System.Buffers;

namespace ChatConnector.Slack;

/// <summary>
/// How Slack's ids become ours and back: <c>slack:{workspace}:{id}</c>. The workspace is the Slack team, or the enterprise
/// where the app is installed for a whole Enterprise Grid organization.
/// </summary>
public static class SlackIds
{
    public const string Platform = "slack";

    private static readonly SearchValues<char> InIds = SearchValues.Create("-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Slack's own ids are some dozen characters; anything much longer is not one.</summary>
    private const int Longest = 40;

    public static TeammateId Teammate(string workspace, string user) => new($"{Platform}:{workspace}:{user}");

    public static string Channel(string workspace, string channel) => $"{Platform}:{workspace}:{channel}";

    /// <summary>The organization a workspace belongs to when nobody said otherwise.</summary>
    public static OrganizationId Organization(string workspace) => new($"{Platform}-{workspace}");

    /// <summary>Workspace and Slack's id of a teammate or channel; null when it is not of Slack.</summary>
    public static (string Workspace, string Id)? Parse(string ours)
    {
        var parts = ours.Split(':');
        return parts is [Platform, var workspace, var id] && IsId(workspace) && IsId(id) ? (workspace, id) : null;
    }

    /// <summary>Whether a text has the form of Slack's ids, so that it may stand where only an id may stand.</summary>
    public static bool IsId(string? text) => text is { Length: > 1 and <= Longest } && !text.AsSpan().ContainsAnyExcept(InIds);
}
