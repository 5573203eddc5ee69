namespace ChatConnector.Runtime.Ports;

/// <summary>
/// Rows in partitions, read by key or by key range, changed all together or not at all.
/// Keys are compared by code point. Every implementation passes the same contract suite.
/// </summary>
public interface IStore
{
    /// <summary>The rows that exist under these keys, in any order; all of them as they stood at one moment.</summary>
    Task<IReadOnlyList<StoredRow>> ReadAsync(string partition, IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>Rows with <c>from &lt;= key &lt; before</c>, by key, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string from, string before, int most, CancellationToken cancellation);

    /// <summary>The partitions that hold rows, by name.</summary>
    Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation);

    /// <summary>
    /// Makes all changes, durably, or none. False when a condition did not hold: somebody else was faster, so read again.
    /// A failure that leaves the outcome unknown throws; the caller reads again to find out.
    /// </summary>
    /// <exception cref="StorageException">The store cannot do it now: full, unreachable, broken.</exception>
    Task<bool> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation);
}

/// <summary>A row as it rests.</summary>
/// <param name="ETag">Changes whenever the row does.</param>
/// <param name="Json">Versioned JSON.</param>
public sealed record StoredRow(string Key, string ETag, string Json);

/// <summary>One change of a commit, or a condition on it. At most one per key.</summary>
public abstract record RowChange(string Key)
{
    /// <summary>Write a row that must not be there yet.</summary>
    public sealed record Insert(string Key, string Json) : RowChange(Key);

    /// <summary>Write over the row that was read with this ETag.</summary>
    public sealed record Replace(string Key, string Json, string ETag) : RowChange(Key);

    /// <summary>Take away the row; with an ETag only if it is still the one that was read. A missing row is fine when no ETag is given.</summary>
    public sealed record Delete(string Key, string? ETag = null) : RowChange(Key);

    /// <summary>Change nothing, but only if the row is still the one that was read, or (null) still missing.</summary>
    public sealed record Expect(string Key, string? ETag) : RowChange(Key);

    /// <summary>Whether this change may be made to a row that has this ETag now, or that does not exist (null).</summary>
    public bool Fits(string? now) => this switch
    {
        Insert => now is null,
        Replace replace => now == replace.ETag,
        Delete delete => delete.ETag is null || now == delete.ETag,
        Expect expect => now == expect.ETag,
        _ => false,
    };
}
