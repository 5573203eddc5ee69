using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests.Runtime;

/// <summary>A store whose next commits fail, before or after they are made, or that cannot be read.</summary>
internal sealed class FaultyStore(IStore inner) : IStore
{
    /// <summary>How many commits fail from now on.</summary>
    public int FailCommits { get; set; }

    /// <summary>Whether a failing commit was made nevertheless.</summary>
    public bool FailAfter { get; set; }

    /// <summary>Whether nothing can be read by key.</summary>
    public bool FailReads { get; set; }

    public Task<IReadOnlyList<StoredRow>> ReadAsync(string partition, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        FailReads ? throw new StorageException("The disk is on strike.") : inner.ReadAsync(partition, keys, cancellation);

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string from, string before, int most, CancellationToken cancellation) =>
        inner.ScanAsync(partition, from, before, most, cancellation);

    public Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation) => inner.PartitionsAsync(cancellation);

    public async Task<bool> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        if (FailCommits <= 0)
            return await inner.CommitAsync(partition, changes, cancellation);
        FailCommits--;
        if (FailAfter)
            await inner.CommitAsync(partition, changes, cancellation);
        throw new StorageException("The disk is on strike.");
    }
}
