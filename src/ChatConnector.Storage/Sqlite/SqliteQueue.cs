using System.Globalization;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Storage.Sqlite;

/// <summary>A queue in one SQLite file. Times are whole milliseconds of the injected clock.</summary>
public sealed class SqliteQueue(SqliteFile file, TimeProvider time) : IQueue
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<QueueLease> EnqueueAsync(ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (now, receipt) = (Now, NewReceipt());
        return file.Writer.DoAsync(statements => Lease(statements.Enqueue.Put(receipt, body.Span, now + Whole(delay), now), receipt, body, 0, now));
    }

    public Task<IReadOnlyList<QueueLease>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = Now;
        // Asked several times a second: an empty queue must not cost a transaction.
        if (!file.Readers.Read(reader => reader.AnyVisible(now)))
            return Task.FromResult<IReadOnlyList<QueueLease>>([]);
        return file.Writer.DoAsync<IReadOnlyList<QueueLease>>(statements => Receive(statements, now, most, lease));
    }

    public Task<QueueLease?> ExtendAsync(QueueLease held, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (visibleAt, receipt) = (Now + Whole(delay), NewReceipt());
        return file.Writer.DoAsync(statements =>
            statements.Extend.With(receipt, visibleAt, Number(held.Id), Number(held.Receipt)).ExecuteNonQuery() == 1
                ? held with { Receipt = Text(receipt) }
                : null);
    }

    public Task<bool> DeleteAsync(QueueLease held, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return file.Writer.DoAsync(statements => statements.Remove.With(Number(held.Id), Number(held.Receipt)).ExecuteNonQuery() == 1);
    }

    public Task<Backlog> BacklogAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = Now;
        return Task.FromResult(file.Readers.Read(reader => reader.Backlog(now)));
    }

    private static List<QueueLease> Receive(SqliteStatements statements, long now, int most, TimeSpan lease)
    {
        var taken = new List<QueueLease>();
        using (var reader = statements.Receive.With(now, most).ExecuteReader())
        {
            while (reader.Read())
                taken.Add(Lease(reader.GetInt64(0), NewReceipt(), reader.GetFieldValue<byte[]>(1), reader.GetInt32(2) + 1, reader.GetInt64(3)));
        }

        foreach (var one in taken)
            statements.Hide.With(Number(one.Receipt), now + Whole(lease), Number(one.Id)).ExecuteNonQuery();
        return taken;
    }

    private static QueueLease Lease(long id, long receipt, ReadOnlyMemory<byte> body, int deliveries, long enqueuedAt) =>
        new(Text(id), Text(receipt), body, deliveries, DateTimeOffset.FromUnixTimeMilliseconds(enqueuedAt));

    private static long NewReceipt() => Random.Shared.NextInt64();

    // Rounded up: a message must never be seen before its time.
    private static long Whole(TimeSpan delay) => (long)Math.Ceiling(delay.TotalMilliseconds);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
