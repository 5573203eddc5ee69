using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Upkeep;

/// <summary>
/// Organizations that sent Connector away: after a while everything kept of them goes, unless they come back before. What
/// has begun to go goes to the end, so that nobody comes back to half of what they left.
/// </summary>
public sealed class Departures(Ledger ledger, IStore store, Rosters rosters)
{
    // With the departure itself a hundred, which every store changes at once.
    private const int MostAtOnce = 99;
    private const string End = "\U0010FFFF";

    /// <summary>From this time on everything kept of the organization goes. A plan made earlier stays as it is.</summary>
    /// <returns>False when nothing is kept of it, so that nothing was planned.</returns>
    public async Task<bool> PlanAsync(OrganizationId organization, Instant at, CancellationToken cancellation)
    {
        if (await ledger.ReadAsync(organization, Departure.TheKey, cancellation) is not null)
            return true;
        if ((await store.ScanAsync(Keys.PartitionOf(organization), "", End, 1, cancellation)).Count == 0)
            return false;
        // Refused when somebody else planned the same just now.
        await ledger.CommitAsync(organization, new Changes().Put(new Departure(at), null), cancellation);
        return true;
    }

    /// <summary>The organization is back, or never left.</summary>
    public async Task CancelAsync(OrganizationId organization, CancellationToken cancellation)
    {
        while (await ledger.ReadAsync(organization, Departure.TheKey, cancellation) is { } planned)
        {
            if (((Departure)planned.Row).HasBegun)
                await EmptyAsync(organization, planned.ETag, cancellation);
            else
                await ledger.CommitAsync(organization, new Changes().Remove(planned), cancellation);
        }
    }

    /// <summary>Carries out what is planned for an organization, if it is time.</summary>
    public async Task CarryOutAsync(OrganizationId organization, CancellationToken cancellation)
    {
        if (await ledger.ReadAsync(organization, Departure.TheKey, cancellation) is not { Row: Departure departure } planned || departure.At > ledger.Around.Now)
            return;
        if (departure.HasBegun)
            await EmptyAsync(organization, planned.ETag, cancellation);
        else if (await ledger.CommitAsync(organization, new Changes().Put(departure with { HasBegun = true }, planned), cancellation))
            await CarryOutAsync(organization, cancellation);
    }

    // Every step depends on the departure as it was read: whoever finished it meanwhile ends this too.
    private async Task EmptyAsync(OrganizationId organization, string etag, CancellationToken cancellation)
    {
        var partition = Keys.PartitionOf(organization);
        while (true)
        {
            var page = (await store.ScanAsync(partition, "", End, MostAtOnce + 1, cancellation)).Where(row => row.Key != Departure.TheKey).Take(MostAtOnce).ToList();
            IReadOnlyList<RowChange> step = page.Count == 0
                ? [new RowChange.Delete(Departure.TheKey, etag)]
                : [new RowChange.Expect(Departure.TheKey, etag), .. page.Select(row => new RowChange.Delete(row.Key))];
            if (!await store.CommitAsync(partition, step, cancellation) || page.Count == 0)
                break;
        }

        rosters.LetGo(organization);
    }
}
