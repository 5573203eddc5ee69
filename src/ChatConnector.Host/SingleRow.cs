using ChatConnector.Runtime.Ports;

namespace ChatConnector.Host;

/// <summary>Reading just one row.</summary>
internal static class SingleRow
{
    public static async Task<StoredRow?> ReadAsync(this IStore store, string partition, string key, CancellationToken cancellation) =>
        await store.ReadAsync(partition, [key], cancellation) is [var row, ..] ? row : null;
}
