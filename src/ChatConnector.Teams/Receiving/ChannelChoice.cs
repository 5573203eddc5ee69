using ChatConnector.Engine.Hearing;
using ChatConnector.Engine.Wording;
using ChatConnector.Teams.Finding;

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

    /// <summary>The act with the name of the channel that was chosen; without one that could not be chosen.</summary>
    public async Task<Act> NamedAsync(Act act, string tenant, string person, CancellationToken cancellation)
    {
        // By the name of the field, for what comes back with a form may say anything of it.
        if (!act.Fields.ContainsKey(Fields.Channel))
            return act;
        var chosen = (await ForAsync(tenant, person, cancellation)).FirstOrDefault(o => o.Value == act.Field(Fields.Channel));
        return act.With(Fields.Channel, chosen?.Value ?? "").With(Fields.Channel + "Name", chosen?.Label ?? "");
    }
}
