using ChatConnector.Runtime.Ports;

namespace ChatConnector.Runtime.Rows;

/// <summary>Domain rows on top of any store.</summary>
public sealed class Ledger(IStore store, RowJson json, Surroundings around)
{
    private readonly Recent recent = new(json);

    /// <summary>The wall clock's time and luck, for whoever writes into the ledger.</summary>
    public Surroundings Around => around;

    /// <summary>The rows that exist under these keys.</summary>
    public async Task<IReadOnlyDictionary<string, Entry>> ReadAsync(OrganizationId organization, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var rows = await store.ReadAsync(Keys.PartitionOf(organization), keys, cancellation);
        return rows.ToDictionary(row => row.Key, row => recent.Open(Keys.PartitionOf(organization), row));
    }

    public async Task<Entry?> ReadAsync(OrganizationId organization, string key, CancellationToken cancellation) =>
        (await ReadAsync(organization, [key], cancellation)).GetValueOrDefault(key);

    /// <summary>Rows whose keys begin like this, by key.</summary>
    /// <param name="after">Only keys greater than this one; null for all.</param>
    public Task<IReadOnlyList<Entry>> ScanAsync(OrganizationId organization, string prefix, string? after, int most, CancellationToken cancellation) =>
        RangeAsync(organization, after is null ? prefix : after + "\0", Keys.After(prefix), most, cancellation);

    /// <summary>Rows with <c>from &lt;= key &lt; before</c>.</summary>
    public async Task<IReadOnlyList<Entry>> RangeAsync(OrganizationId organization, string from, string before, int most, CancellationToken cancellation) =>
        [.. (await store.ScanAsync(Keys.PartitionOf(organization), from, before, most, cancellation)).Select(row => recent.Open(Keys.PartitionOf(organization), row))];

    public async Task<IReadOnlyList<OrganizationId>> OrganizationsAsync(CancellationToken cancellation) =>
        [.. (await store.PartitionsAsync(cancellation)).Select(Keys.OrganizationOf).OfType<OrganizationId>()];

    /// <summary>See <see cref="IStore.CommitAsync"/>.</summary>
    public async Task<bool> CommitAsync(OrganizationId organization, Changes changes, CancellationToken cancellation)
    {
        var partition = Keys.PartitionOf(organization);
        var made = await store.CommitAsync(partition, changes.List, cancellation);
        if (made)
            recent.Written(partition, changes.Written);
        return made;
    }
}

/// <summary>A row as it was read.</summary>
/// <param name="Revision">Grows by one with every change of the row.</param>
public sealed record Entry(Row Row, string ETag, int Revision);
