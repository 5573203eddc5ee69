using System.Collections.Concurrent;
using ChatConnector.Runtime.Rows;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Runtime.Delivering;

/// <summary>Finds effects that were left behind, by a crash or because a platform was busy, and carries them out. Depends on no queue.</summary>
public sealed partial class Sweeper(Ledger ledger, Courier courier, Telemetry telemetry, ILogger<Sweeper> log)
{
    private const int MostAtOnce = 200;
    private const int Brooms = 8;
    private readonly ConcurrentDictionary<OrganizationId, byte> noticed = new();

    /// <summary>When the oldest effect that the last full sweep left waiting was committed; null when it left none.</summary>
    public Instant? OldestWaiting { get; private set; }

    /// <summary>Something was left behind here; look again soon.</summary>
    public void Notice(OrganizationId organization) => noticed[organization] = 0;

    /// <summary>Looks where something is known to wait.</summary>
    public Task SweepNoticedAsync(CancellationToken cancellation)
    {
        var organizations = noticed.Keys.ToList();
        foreach (var organization in organizations)
            noticed.TryRemove(organization, out _);
        return SweepAsync(organizations, cancellation);
    }

    /// <summary>Looks everywhere.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var left = await SweepAsync(await ledger.OrganizationsAsync(cancellation), cancellation);
        OldestWaiting = left.Count == 0 ? null : left.Min();
        telemetry.Waiting(left.Count, OldestWaiting is { } oldest ? ledger.Around.Now - oldest : Duration.Zero);
    }

    // Several at once, so that one organization's busy platform does not keep the others waiting.
    private async Task<IReadOnlyCollection<Instant>> SweepAsync(IEnumerable<OrganizationId> organizations, CancellationToken cancellation)
    {
        var left = new ConcurrentBag<Instant>();
        var next = new ConcurrentQueue<OrganizationId>(organizations);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Brooms, next.Count)).Select(async _ =>
        {
            while (next.TryDequeue(out var organization))
                await TryAsync(organization, left, cancellation);
        }));
        return left;
    }

    private async Task TryAsync(OrganizationId organization, ConcurrentBag<Instant> left, CancellationToken cancellation)
    {
        if (!await TryAsync(() => SweepAsync(organization, left, cancellation)))
            Notice(organization);
    }

    private async Task SweepAsync(OrganizationId organization, ConcurrentBag<Instant> left, CancellationToken cancellation)
    {
        for (string? last = null; ;)
        {
            var page = await ledger.ScanAsync(organization, PendingEffect.Prefix, last, MostAtOnce, cancellation);
            foreach (var effects in page.Select(entry => (PendingEffect)entry.Row).GroupBy(effect => effect.Message))
            {
                var all = false;
                if (await TryAsync(async () => all = await courier.DeliverAsync(organization, [.. effects], null, cancellation)) && all)
                    continue;
                Notice(organization);
                left.Add(effects.Min(effect => effect.Since));
            }

            if (page.Count < MostAtOnce)
                return;
            last = page[^1].Row.Key;
        }
    }

    // One message's trouble must not hold up the rest; it is looked at again in the next round.
    private async Task<bool> TryAsync(Func<Task> what)
    {
        try
        {
            await what();
            return true;
        }
#pragma warning disable CA1031 // Whatever it is, the effects are still there.
        catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogTrouble(trouble.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sweep had to stop: {Trouble}")]
    private partial void LogTrouble(string trouble);
}
