using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Upkeep;

/// <summary>Whether this process can do its work just now.</summary>
public sealed class Readiness(IStore store, IQueue queue, Sweeper sweeper, Pump pump)
{
    private const string Partition = "readiness";
    private const string Key = "probe";

    /// <summary>Tries what every message needs: the queue, a read, a write.</summary>
    public async Task<Health> CheckAsync(CancellationToken cancellation)
    {
        var backlog = await TryAsync(() => queue.BacklogAsync(cancellation));
        var readable = await TryAsync(() => store.ReadAsync(Partition, [Key], cancellation));
        var writable = readable is not null && await TryAsync(async () => (object)await WriteAsync(readable, cancellation)) is not null;
        return new Health(backlog is not null, readable is not null, writable, pump.IsRunning, backlog?.Messages ?? 0, backlog?.Oldest, sweeper.OldestWaiting);
    }

    // A conflict means that another process writes the same probe: it can be written.
    private Task<bool> WriteAsync(IReadOnlyList<StoredRow> read, CancellationToken cancellation) => store.CommitAsync(
        Partition,
        [read.Count == 0 ? new RowChange.Insert(Key, $$"""{"v":{{RowJson.Version}}}""") : new RowChange.Replace(Key, read[0].Json, read[0].ETag)],
        cancellation);

    private static async Task<T?> TryAsync<T>(Func<Task<T>> what)
        where T : class
    {
        try
        {
            return await what();
        }
#pragma warning disable CA1031 // Any failure is the answer to the question.
        catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}

/// <summary>What readiness found.</summary>
/// <param name="OldestMessage">When the oldest message that nobody works on was put in.</param>
/// <param name="OldestEffect">When the oldest effect that still waits was committed.</param>
public sealed record Health(
    bool QueueReachable, bool StoreReadable, bool StoreWritable, bool Receiving, int Messages, DateTimeOffset? OldestMessage, Instant? OldestEffect)
{
    public bool IsReady => QueueReachable && StoreReadable && StoreWritable && Receiving;
}
