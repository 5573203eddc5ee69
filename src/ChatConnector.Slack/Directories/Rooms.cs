using System.Text.Json;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Directories;

/// <summary>
/// The user groups and open channels of a workspace in which few people are: what everybody is in says nothing of anybody.
/// Read from Slack piece by piece, as its rates allow.
/// </summary>
/// <param name="team">In an Enterprise Grid organization, the workspace.</param>
internal sealed class Rooms(string? team, SlackApi slack)
{
    private const int Most = 50;
    private const int ChannelsPerPage = 500;

    private readonly Dictionary<string, Room> channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Room>> groups = new(StringComparer.Ordinal);
    private bool hasGroups;
    private bool hasChannels;
    private string? cursor;

    /// <summary>Reads what is not read yet.</summary>
    /// <exception cref="SlackException">Slack wants us to wait; the next call goes on from here.</exception>
    public async Task ReadAsync(Installed at, CancellationToken cancellation)
    {
        if (!hasGroups)
            AddGroups(await GroupsAsync(at, cancellation));
        hasGroups = true;
        while (!hasChannels)
        {
            (var page, cursor) = await slack.ChannelsAsync(at, new PageOf(team, cursor, ChannelsPerPage), cancellation);
            foreach (var channel in page)
            {
                if (Room.IsTelling(channel.Number("num_members")) && !channel.Is("is_general"))
                    channels[channel.Text("id")] = new Room('#' + channel.Text("name"), channel.Number("num_members"));
            }
            hasChannels = cursor is null;
        }
    }

    /// <summary>The names of the rooms somebody is in, the smallest first.</summary>
    public async Task<ImmutableList<string>> NamesAsync(Installed at, string user, CancellationToken cancellation)
    {
        var theirs = (await slack.ChannelsOfAsync(at, user, team, cancellation)).Select(c => channels.GetValueOrDefault(c.Text("id"))).OfType<Room>();
        return [.. groups.GetValueOrDefault(user, []).Concat(theirs).OrderBy(r => r.Members).ThenBy(r => r.Name, StringComparer.Ordinal).Select(r => r.Name)];
    }

    // Not every workspace has user groups, and not every admin lets us see them.
    private async Task<IReadOnlyList<JsonElement>> GroupsAsync(Installed at, CancellationToken cancellation)
    {
        try
        {
            return await slack.UserGroupsAsync(at, team, cancellation);
        }
        catch (SlackException refused) when (refused.Trouble == Trouble.Refused)
        {
            return [];
        }
    }

    private void AddGroups(IReadOnlyList<JsonElement> found)
    {
        foreach (var group in found)
        {
            var users = group.Items("users").Select(u => u.GetString() ?? "").ToList();
            if (!Room.IsTelling(users.Count))
                continue;
            foreach (var user in users)
            {
                if (!groups.TryGetValue(user, out var theirs))
                    groups[user] = theirs = [];
                theirs.Add(new Room('@' + group.Text("handle"), users.Count));
            }
        }
    }

    private sealed record Room(string Name, int Members)
    {
        public static bool IsTelling(int members) => members is > 0 and <= Most;
    }
}
