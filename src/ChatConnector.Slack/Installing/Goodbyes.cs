using ChatConnector.Runtime;
using ChatConnector.Runtime.Upkeep;

namespace ChatConnector.Slack.Installing;

/// <summary>
/// Sees to it that what is kept of an organization goes when Connector was thrown out of its last workspace, and stays
/// otherwise. It goes by how things are, not by what happened, so that no crash in between leaves either undone.
/// </summary>
public sealed class Goodbyes(Installs installs, Departures departures, Surroundings around)
{
    /// <summary>Everything is promised to be gone after thirty days; the rest is for a store that is down.</summary>
    public static readonly Duration Keep = Duration.FromDays(28);

    /// <summary>Before anything goes, time for a return that is on its way, and for whoever set a clock wrong.</summary>
    public static readonly Duration Notice = Duration.FromDays(1);

    /// <summary>Plans and calls off, for every organization.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        foreach (var workspaces in (await installs.AllAsync(cancellation)).GroupBy(row => row.Organization))
        {
            var organization = new OrganizationId(workspaces.Key);
            if (workspaces.Any(row => row.IsIn))
                await departures.CancelAsync(organization, cancellation);
            else
                await LeaveAsync(organization, [.. workspaces], cancellation);
        }
    }

    private async Task LeaveAsync(OrganizationId organization, IReadOnlyList<InstallRow> workspaces, CancellationToken cancellation)
    {
        var over = Instant.FromUnixTimeSeconds(workspaces.Max(row => row.StoppedAt ?? 0)) + Keep;
        if (await departures.PlanAsync(organization, Instant.Max(over, around.Now + Notice), cancellation) || around.Now < over)
            return;
        foreach (var row in workspaces)
            await installs.ForgetAsync(row, cancellation);
    }
}
