using System.Globalization;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Storage.Memory;

/// <summary>A queue that lasts as long as the process.</summary>
public sealed class MemoryQueue(TimeProvider time) : IQueue
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Entry> entries = [];
    private long last;

    public Task<QueueLease> EnqueueAsync(ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            var now = time.GetUtcNow();
            var entry = new Entry(++last, body, now) { VisibleAt = now + delay, Receipt = ++last };
            entries[entry.Id] = entry;
            return Task.FromResult(entry.Lease);
        }
    }

    public Task<IReadOnlyList<QueueLease>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            var now = time.GetUtcNow();
            var visible = entries.Values.Where(e => e.VisibleAt <= now).OrderBy(e => e.VisibleAt).ThenBy(e => e.Id).Take(most).ToList();
            foreach (var entry in visible)
            {
                entry.VisibleAt = now + lease;
                entry.Receipt = ++last;
                entry.Deliveries++;
            }

            return Task.FromResult<IReadOnlyList<QueueLease>>([.. visible.Select(e => e.Lease)]);
        }
    }

    public Task<QueueLease?> ExtendAsync(QueueLease held, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (Held(held) is not { } entry)
                return Task.FromResult<QueueLease?>(null);
            entry.VisibleAt = time.GetUtcNow() + delay;
            entry.Receipt = ++last;
            return Task.FromResult<QueueLease?>(entry.Lease);
        }
    }

    public Task<bool> DeleteAsync(QueueLease held, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(Held(held) is { } entry && entries.Remove(entry.Id));
    }

    public Task<Backlog> BacklogAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            var now = time.GetUtcNow();
            return Task.FromResult(new Backlog(entries.Count, entries.Values.Where(e => e.VisibleAt <= now).Min(e => (DateTimeOffset?)e.EnqueuedAt)));
        }
    }

    private Entry? Held(QueueLease held) =>
        long.TryParse(held.Id, CultureInfo.InvariantCulture, out var id) && entries.GetValueOrDefault(id) is { } entry && entry.Lease.Receipt == held.Receipt
            ? entry
            : null;

    private sealed class Entry(long id, ReadOnlyMemory<byte> body, DateTimeOffset enqueuedAt)
    {
        public long Id => id;

        public DateTimeOffset EnqueuedAt => enqueuedAt;

        public DateTimeOffset VisibleAt { get; set; }

        public long Receipt { get; set; }

        public int Deliveries { get; set; }

        public QueueLease Lease => new(
            id.ToString(CultureInfo.InvariantCulture), Receipt.ToString(CultureInfo.InvariantCulture), body, Deliveries, enqueuedAt);
    }
}
