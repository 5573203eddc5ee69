using System.Security.Cryptography;
using System.Text;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Runtime.Receiving;

/// <summary>
/// Messages that cannot be worked on. A failure sets a message back, longer each time; after <see cref="MostAttempts"/>
/// over at least <see cref="LeastAge"/> it is put aside with an alert, for a person to look at and replay. A committed message
/// never comes here, and neither does one that only met a store that was down.
/// </summary>
public sealed partial class DeadLetters(IQueue queue, Ledger ledger, Telemetry telemetry, ILogger<DeadLetters> log)
{
    public const int MostAttempts = 10;
    public static readonly TimeSpan LeastAge = TimeSpan.FromHours(1);

    /// <summary>Where letters lie whose organization cannot be read.</summary>
    public static readonly OrganizationId Unreadable = new("(unreadable)");

    private const int MostAtOnce = 200;

    /// <summary>Lets a failed message wait, or puts it aside when it has failed for good.</summary>
    internal async Task SetBackAsync(QueueLease lease, Exception trouble, CancellationToken cancellation)
    {
        var attempts = Math.Max(1, lease.Deliveries);
        LogSetBack(lease.Id, attempts, trouble.GetType().Name);
        try
        {
            if (IsHopeless(attempts, ledger.Around.Time.GetUtcNow() - lease.EnqueuedAt, trouble))
            {
                await PutAsideAsync(lease.Body, trouble, attempts, cancellation);
                await queue.DeleteAsync(lease, cancellation);
            }
            else
            {
                await queue.ExtendAsync(lease, WaitAfter(attempts), cancellation);
            }
        }
#pragma warning disable CA1031 // The store may be what is broken; then the lease runs out and the message comes back by itself.
        catch (Exception again) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogSetBack(lease.Id, attempts, again.GetType().Name);
        }
    }

    /// <summary>Lets a reminder that could not be worked on wait, or puts it aside when it has failed for good.</summary>
    internal async Task SetBackAsync(Entry entry, Message message, Exception trouble, CancellationToken cancellation)
    {
        var wake = (Wake)entry.Row;
        var now = ledger.Around.Now;
        var (failures, since) = (wake.Failures + 1, wake.FirstFailedAt ?? now);
        LogSetBack(Keys.Short(message.Id), failures, trouble.GetType().Name);
        if (IsHopeless(failures, (now - since).ToTimeSpan(), trouble))
        {
            var (organization, letter) = Letter(MessageJson.Write(message), trouble, failures);
            var old = await ledger.ReadAsync(organization, letter.Key, cancellation);
            if (await ledger.CommitAsync(organization, new Changes().Remove(entry).Put(letter, old), cancellation))
                Alert(letter);
            return;
        }

        var later = wake with { Failures = failures, FirstFailedAt = since, TryAgainAt = now + Duration.FromTimeSpan(WaitAfter(failures)) };
        await ledger.CommitAsync(message.Organization, new Changes().Remove(entry).Put(later, null), cancellation);
    }

    /// <summary>A store that is down is no fault of the message.</summary>
    private static bool IsHopeless(int attempts, TimeSpan age, Exception trouble) =>
        attempts >= MostAttempts && age >= LeastAge && trouble is not StorageException;

    private TimeSpan WaitAfter(int attempts) => ledger.Around.Backoff(attempts, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));

    private (OrganizationId Organization, DeadLetter Letter) Letter(ReadOnlyMemory<byte> body, Exception trouble, int attempts)
    {
        OrganizationId organization;
        try
        {
            organization = MessageJson.Read(body).Organization;
        }
        catch (UnreadableException)
        {
            organization = Unreadable;
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 8));
        return (organization, new DeadLetter(id, Encoding.UTF8.GetString(body.Span), trouble.GetType().Name, attempts, ledger.Around.Now));
    }

    private void Alert(DeadLetter letter)
    {
        telemetry.DeadLetter();
        LogPutAside(letter.Id, letter.Attempts, letter.Why);
    }

    /// <summary>Everything put aside, oldest first.</summary>
    public async Task<IReadOnlyList<(OrganizationId Organization, DeadLetter Letter)>> ListAsync(CancellationToken cancellation)
    {
        var found = new List<(OrganizationId, DeadLetter)>();
        foreach (var organization in await ledger.OrganizationsAsync(cancellation))
            for (string? last = null; ;)
            {
                var page = await ledger.ScanAsync(organization, DeadLetter.Prefix, last, MostAtOnce, cancellation);
                found.AddRange(page.Select(entry => (organization, (DeadLetter)entry.Row)));
                if (page.Count < MostAtOnce)
                    break;
                last = page[^1].Row.Key;
            }

        return [.. found.OrderBy(f => f.Item2.At)];
    }

    /// <summary>Puts letters back into the queue. Safe at any time: what was heard meanwhile is not heard again.</summary>
    /// <param name="id">One letter; null for all.</param>
    /// <returns>How many were put back.</returns>
    public async Task<int> ReplayAsync(string? id, CancellationToken cancellation)
    {
        var replayed = 0;
        foreach (var (organization, letter) in await ListAsync(cancellation))
        {
            if (id is not null && letter.Id != id)
                continue;
            // In this order: a crash in between leaves two copies, never none.
            await queue.EnqueueAsync(Encoding.UTF8.GetBytes(letter.Body), TimeSpan.Zero, cancellation);
            await ledger.CommitAsync(organization, new Changes().Remove(letter.Key), cancellation);
            replayed++;
        }

        return replayed;
    }

    private async Task PutAsideAsync(ReadOnlyMemory<byte> body, Exception trouble, int attempts, CancellationToken cancellation)
    {
        var (organization, letter) = Letter(body, trouble, attempts);
        var old = await ledger.ReadAsync(organization, letter.Key, cancellation);
        if (!await ledger.CommitAsync(organization, new Changes().Put(letter, old), cancellation))
            throw new StorageException("A dead letter could not be kept just now.");
        Alert(letter);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queued message {QueueId} is set back after attempt {Attempt}: {Trouble}")]
    private partial void LogSetBack(string queueId, int attempt, string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "Dead letter {Id} after {Attempts} attempts: {Why}. Look into it, then: replay {Id}")]
    private partial void LogPutAside(string id, int attempts, string why);
}
