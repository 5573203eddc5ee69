using System.Collections.Concurrent;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Runtime.Rows;

/// <summary>
/// Rows as they were read or written lately, so that one which has not changed since is not parsed again. Rows never change
/// in memory; whether the stored one is another, its ETag tells, or its text while the ETag is not known yet.
/// </summary>
internal sealed class Recent(RowJson json)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<(string Partition, string Key), Known> rows = new();
    private int kept;

    public Entry Open(string partition, StoredRow stored)
    {
        rows.TryGetValue((partition, stored.Key), out var known);
        if (known?.Entry.ETag == stored.ETag)
            return known.Entry;
        return Keep(partition, new Known(known is not null && known.Json == stored.Json ? known.Entry with { ETag = stored.ETag } : Parse(stored), null)).Entry;
    }

    /// <summary>Rows that were just committed.</summary>
    public void Written(string partition, IEnumerable<WrittenRow> written)
    {
        foreach (var (row, revision, text) in written)
            Keep(partition, new Known(new Entry(row, "", revision), text));
    }

    private Entry Parse(StoredRow stored)
    {
        var (row, revision) = json.Read(stored.Json);
        return new Entry(row, stored.ETag, revision);
    }

    private Known Keep(string partition, Known known)
    {
        // Now and then starting over costs less than keeping an order nobody needs, and counting steps less than counting rows.
        if (Interlocked.Increment(ref kept) % Most == 0)
            rows.Clear();
        return rows[(partition, known.Entry.Row.Key)] = known;
    }

    /// <param name="Json">As it was written; null once the ETag is known.</param>
    private sealed record Known(Entry Entry, string? Json);
}
