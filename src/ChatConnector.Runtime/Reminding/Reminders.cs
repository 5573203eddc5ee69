using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Reminding;

/// <summary>
/// Wakes what has come due. A reminder is a row that sorts by its time, written in the same commit as the row it stands in and
/// taken away in the commit of the turn it causes: it cannot be lost, it wakes once, and after an outage everything overdue is caught up
/// in order, a few at a time. What a platform refused is due at once, and comes back the same way.
/// </summary>
public sealed class Reminders(Ledger ledger, Turns turns, Aftermath aftermath, DeadLetters deadLetters)
{
    /// <summary>Reminders of one organization woken in one go.</summary>
    public const int MostAtOnce = 50;

    /// <summary>The earliest reminder an organization waits for, due or not; null when it waits for none.</summary>
    public async Task<Wake?> NextAsync(OrganizationId organization, CancellationToken cancellation) =>
        (await ledger.ScanAsync(organization, Wake.Prefix, null, 1, cancellation)).FirstOrDefault()?.Row as Wake;

    /// <summary>Wakes what is due in an organization, oldest first, at most <see cref="MostAtOnce"/>.</summary>
    /// <returns>When to look again: the next one's time, or at once when more are due.</returns>
    public async Task<Instant?> WakeAsync(OrganizationId organization, CancellationToken cancellation)
    {
        var now = ledger.Around.Now;
        var page = await ledger.ScanAsync(organization, Wake.Prefix, null, MostAtOnce + 1, cancellation);
        foreach (var entry in page)
        {
            var wake = (Wake)entry.Row;
            if (wake.At > now || entry == page[^1] && page.Count > MostAtOnce)
                return wake.At;
            await WakeAsync(organization, entry, wake, cancellation);
        }

        return (await NextAsync(organization, cancellation))?.At;
    }

    private async Task WakeAsync(OrganizationId organization, Entry entry, Wake wake, CancellationToken cancellation)
    {
        var message = wake.ToMessage(organization, ledger.Around);
        try
        {
            var turned = await turns.RunAsync(message, wake, cancellation);
            await aftermath.OfAsync(message, turned, cancellation);
            aftermath.Woken(wake);
            // The very same wish was heard before, so no commit of its own took the row away.
            if (turned.Kind == TurnKind.HeardBefore)
                await ledger.CommitAsync(organization, new Changes().Remove(entry), cancellation);
        }
#pragma warning disable CA1031 // One reminder's trouble must not keep the others asleep; it is counted and in the end put aside.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await deadLetters.SetBackAsync(entry, message, failure, cancellation);
        }
    }
}
