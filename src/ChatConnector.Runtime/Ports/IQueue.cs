namespace ChatConnector.Runtime.Ports;

/// <summary>
/// Messages that survive restarts, delivered at least once, in any order. Every implementation passes the same contract suite.
/// </summary>
public interface IQueue
{
    /// <summary>
    /// Puts a message in, durably. It becomes visible after <paramref name="delay"/>; until then only the holder of the
    /// returned lease may work on it, so the one who enqueues may begin at once.
    /// </summary>
    /// <param name="body">UTF-8, not changed by anybody afterwards.</param>
    Task<QueueLease> EnqueueAsync(ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellation);

    /// <summary>Takes up to <paramref name="most"/> visible messages and hides them for <paramref name="lease"/>. Empty when there are none.</summary>
    Task<IReadOnlyList<QueueLease>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Hides the message for longer, or with zero shows it at once. Null when the lease was lost to somebody else.</summary>
    Task<QueueLease?> ExtendAsync(QueueLease held, TimeSpan delay, CancellationToken cancellation);

    /// <summary>Takes the message out for good. False when the lease was lost; then somebody else is working on it.</summary>
    Task<bool> DeleteAsync(QueueLease held, CancellationToken cancellation);

    /// <summary>How much is waiting; an estimate is enough.</summary>
    Task<Backlog> BacklogAsync(CancellationToken cancellation);
}

/// <summary>The right to work on a message for a while.</summary>
/// <param name="Receipt">Changes with every receive and extend; an old one is worth nothing.</param>
/// <param name="Deliveries">How often the message was received, this time included; 0 for a message just enqueued.</param>
public sealed record QueueLease(string Id, string Receipt, ReadOnlyMemory<byte> Body, int Deliveries, DateTimeOffset EnqueuedAt);

/// <summary>What a queue holds.</summary>
/// <param name="Messages">All of them, hidden ones included.</param>
/// <param name="Oldest">When the oldest message that nobody works on was put in; null when there is none.</param>
public sealed record Backlog(int Messages, DateTimeOffset? Oldest);
