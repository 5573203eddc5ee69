using System.Globalization;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Storage.Memory;

/// <summary>Rows that last as long as the process; for tests, simulation and trying things out.</summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, SortedList> partitions = new(CodePoints.Order);
    private long lastETag;

    public Task<IReadOnlyList<StoredRow>> ReadAsync(string partition, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (!partitions.TryGetValue(partition, out var rows))
                return Task.FromResult<IReadOnlyList<StoredRow>>([]);
            return Task.FromResult<IReadOnlyList<StoredRow>>([.. keys.Distinct().Select(rows.Find).OfType<StoredRow>()]);
        }
    }

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string from, string before, int most, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(partitions.TryGetValue(partition, out var rows) ? rows.Range(from, before, most) : []);
    }

    public Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult<IReadOnlyList<string>>([.. partitions.Where(p => p.Value.Count > 0).Select(p => p.Key)]);
    }

    public Task<bool> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RowChanges.Check(partition, changes);
        lock (gate)
        {
            if (!partitions.TryGetValue(partition, out var rows))
                partitions[partition] = rows = new SortedList();
            if (!changes.All(change => change.Fits(rows.Find(change.Key)?.ETag)))
                return Task.FromResult(false);
            foreach (var change in changes)
                Make(change, rows);
            return Task.FromResult(true);
        }
    }

    private void Make(RowChange change, SortedList rows)
    {
        switch (change)
        {
            case RowChange.Insert insert:
                rows.Put(new StoredRow(insert.Key, NextETag(), insert.Json));
                break;
            case RowChange.Replace replace:
                rows.Put(new StoredRow(replace.Key, NextETag(), replace.Json));
                break;
            case RowChange.Delete delete:
                rows.Remove(delete.Key);
                break;
        }
    }

    private string NextETag() => (++lastETag).ToString(CultureInfo.InvariantCulture);
}
