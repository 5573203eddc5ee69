using System.Text.Json;
using ChatConnector.Engine.Wording;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Rendering;

namespace ChatConnector.Teams.Receiving;

/// <summary>The channels somebody may choose from: those Connector is in, of teams they are in themselves. Who is in a team is nobody else's business.</summary>
public sealed class ChannelChoice(Addresses addresses, Acquaintance acquaintance)
{
    private const int MostTeams = 10;

    public async Task<IReadOnlyList<Option>> ForAsync(string tenant, string person, CancellationToken cancellation)
    {
        var options = new List<Option>();
        foreach (var team in (await addresses.ChannelsAsync(tenant, cancellation)).GroupBy(c => c.Team).Take(MostTeams))
        {
            if (await acquaintance.IsInAsync(team.First(), person, cancellation))
                options.AddRange(team.Select(c => new Option(TeamsIds.Conversation(tenant, c.Conversation), c.Name)));
        }

        return options;
    }

    /// <summary>The act with the names of the channels that were chosen; without those that could not be chosen.</summary>
    public async Task<Act> NamedAsync(Act act, JsonElement data, string tenant, string person, CancellationToken cancellation)
    {
        var fields = Pressed.ChannelsIn(data);
        if (fields.Count == 0)
            return act;
        var options = await ForAsync(tenant, person, cancellation);
        foreach (var field in fields)
        {
            var chosen = options.FirstOrDefault(o => o.Value == act.Field(field));
            act = act.With(field, chosen?.Value ?? "").With(field + "Name", chosen?.Label ?? "");
        }

        return act;
    }
}
