using System.Collections.Concurrent;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Runtime.Rows;

/// <summary>
/// Rows as they were read lately, so that one which has not changed since is not parsed again. Rows never change in
/// memory, and the ETag tells whether the stored one did.
/// </summary>
internal sealed class Recent(RowJson json)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<(string Partition, string Key), Entry> entries = new();

    public Entry Open(string partition, StoredRow stored)
    {
        if (entries.TryGetValue((partition, stored.Key), out var known) && known.ETag == stored.ETag)
            return known;
        var (row, revision) = json.Read(stored.Json);
        var entry = new Entry(row, stored.ETag, revision);
        // Now and then starting over costs less than keeping an order nobody needs.
        if (entries.Count >= Most)
            entries.Clear();
        entries[(partition, stored.Key)] = entry;
        return entry;
    }
}
