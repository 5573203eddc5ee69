using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Slack;

/// <summary>Who works in which workspace, and the user groups and open channels they are in, in pages as Slack tells them.</summary>
public sealed class SlackDirectory
{
    private readonly ConcurrentQueue<Room> rooms = new();

    /// <summary>User objects by workspace (or enterprise) and id, as users.info and users.list tell them.</summary>
    public ConcurrentDictionary<(string Workspace, string User), JsonObject> People { get; } = new();

    /// <summary>What the app may not ask, and Slack's word for it.</summary>
    public ConcurrentDictionary<string, string> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>These people work there from now on.</summary>
    public void Hire(string workspace, params IEnumerable<string> users) => HireInto(workspace, workspace, users);

    /// <summary>These people work in one workspace of an enterprise from now on.</summary>
    public void HireInto(string enterprise, string team, params IEnumerable<string> users)
    {
        foreach (var user in users)
        {
            People[(enterprise, user)] = new JsonObject { ["id"] = user, ["team_id"] = team, ["tz"] = "Europe/Berlin", ["profile"] = new JsonObject { ["display_name"] = user.ToLowerInvariant() } };
            if (enterprise[0] == 'E')
                People[(enterprise, user)]["enterprise_user"] = new JsonObject { ["id"] = user, ["enterprise_id"] = enterprise, ["teams"] = new JsonArray(team) };
        }
    }

    public void OpenChannel(string workspace, string name, params IEnumerable<string> members) => rooms.Enqueue(new Room(workspace, IsGroup: false, name, [.. members]));

    public void FormGroup(string workspace, string handle, params IEnumerable<string> members) => rooms.Enqueue(new Room(workspace, IsGroup: true, handle, [.. members]));

    /// <summary>What is special about channels, by workspace and id; of others Slack says that the app is in them, and nothing else.</summary>
    public ConcurrentDictionary<(string Workspace, string Channel), JsonObject> Channels { get; } = new();

    public JsonObject? Answer(SlackCall call)
    {
        if (Refusals.TryGetValue(call.Method, out var refusal))
            return SlackServer.Failed(refusal);
        // The token of an organization belongs to no workspace.
        if (call.Method is "users.list" or "conversations.list" or "users.conversations" or "usergroups.list" && call.Workspace![0] == 'E' && call.Text("team_id").Length == 0)
            return SlackServer.Failed("missing_argument");
        var team = call.Text("team_id") is { Length: > 0 } given ? given : call.Workspace!;
        return call.Method switch
        {
            "users.info" => People.TryGetValue((call.Workspace!, call.Text("user")), out var user) ? SlackServer.Done(("user", user.DeepClone())) : SlackServer.Failed("user_not_found"),
            "users.list" => Page(call, "members", PeopleOf(call.Workspace!).Where(p => p["team_id"]!.GetValue<string>() == team).Select(p => p.DeepClone().AsObject())),
            "conversations.info" => SlackServer.Done(("channel", Channels.TryGetValue((call.Workspace!, call.Text("channel")), out var known) ? known.DeepClone() : new JsonObject { ["is_member"] = true })),
            "auth.teams.list" => Page(call, "teams", PeopleOf(call.Workspace!).Select(p => p["team_id"]!.GetValue<string>()).Distinct().Select(t => new JsonObject { ["id"] = t, ["name"] = t })),
            "conversations.list" => Page(call, "channels", Rooms(team, isGroup: false).Select(c => Channel(c, ("num_members", c.Members.Count)))),
            "users.conversations" => Page(call, "channels", Rooms(team, isGroup: false).Where(c => c.Members.Contains(call.Text("user"))).Select(c => Channel(c))),
            "usergroups.list" => SlackServer.Done(("usergroups", new JsonArray([.. Rooms(team, isGroup: true).Select(Group)]))),
            _ => null,
        };
    }

    private IEnumerable<JsonObject> PeopleOf(string workspace) => People.Where(p => p.Key.Workspace == workspace).OrderBy(p => p.Key.User, StringComparer.Ordinal).Select(p => p.Value);

    private IEnumerable<Room> Rooms(string team, bool isGroup) => rooms.Where(r => r.Workspace == team && r.IsGroup == isGroup);

    private static JsonObject Channel(Room room, params IEnumerable<(string Name, JsonNode? Value)> more) => new(
        [KeyValuePair.Create<string, JsonNode?>("id", "C" + room.Name.ToUpperInvariant()), KeyValuePair.Create<string, JsonNode?>("name", room.Name), .. more.Select(m => KeyValuePair.Create(m.Name, m.Value))]);

    private static JsonObject Group(Room room) => new() { ["id"] = "S" + room.Name, ["handle"] = room.Name, ["users"] = new JsonArray([.. room.Members.Select(m => (JsonNode)m)]) };

    private static JsonObject Page(SlackCall call, string items, IEnumerable<JsonObject> all)
    {
        var (limit, list) = (int.Parse(call.Text("limit")), all.ToList());
        var from = call.Text("cursor") is { Length: > 0 } cursor ? int.Parse(cursor) : 0;
        var next = from + limit < list.Count ? $"{from + limit}" : "";
        return SlackServer.Done((items, new JsonArray([.. list.Skip(from).Take(limit)])), ("response_metadata", new JsonObject { ["next_cursor"] = next }));
    }

    private sealed record Room(string Workspace, bool IsGroup, string Name, IReadOnlyList<string> Members);
}
