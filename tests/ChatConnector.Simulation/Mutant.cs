using ChatConnector.Runtime.Rows;

namespace ChatConnector.Simulation;

/// <summary>A planted defect. The simulation is worth something only if it notices.</summary>
public sealed record Mutant(string Name)
{
    public static readonly Mutant None = new("none");

    /// <summary>Changes what a commit really does.</summary>
    public Func<IReadOnlyList<RowChange>, IReadOnlyList<RowChange>> Commit { get; init; } = changes => changes;

    public Func<Rules, Rules> Rules { get; init; } = rules => rules;

    public RowJson Json { get; init; } = new();

    public bool NeverSweeps { get; init; }

    public bool StopsSteadyClock { get; init; }

    public TimeSpan ClockAhead { get; init; }

    /// <summary>What is accepted is kept by the process alone: the queue never sees it.</summary>
    public bool AcceptsInMemory { get; init; }

    /// <summary>The rows of a commit are written one by one.</summary>
    public bool TearsCommits { get; init; }

    /// <summary>Whoever writes last wins.</summary>
    public bool Overwrites { get; init; }

    /// <summary>A failed commit is taken for a made one.</summary>
    public bool SwallowsConflicts { get; init; }

    public async Task<bool> CommitAsync(IStore store, string partition, IReadOnlyList<RowChange> changes)
    {
        if (TearsCommits)
            return await TearAsync(store, partition, changes);
        if (Overwrites)
            changes = await Refresh(store, partition, changes);
        return await store.CommitAsync(partition, Commit(changes), CancellationToken.None) || SwallowsConflicts;
    }

    private static async Task<IReadOnlyList<RowChange>> Refresh(IStore store, string partition, IReadOnlyList<RowChange> changes)
    {
        var now = (await store.ReadAsync(partition, [.. changes.Select(c => c.Key)], CancellationToken.None)).ToDictionary(row => row.Key, row => row.ETag);
        return
        [
            .. changes.Where(c => c is not RowChange.Expect).Select(change => change switch
            {
                RowChange.Replace replace when now.TryGetValue(replace.Key, out var etag) => replace with { ETag = etag },
                RowChange.Replace replace => new RowChange.Insert(replace.Key, replace.Json),
                RowChange.Delete delete => delete with { ETag = null },
                _ => change,
            }),
        ];
    }

    private static async Task<bool> TearAsync(IStore store, string partition, IReadOnlyList<RowChange> changes)
    {
        var all = true;
        foreach (var change in changes)
            all &= await store.CommitAsync(partition, [change], CancellationToken.None);
        return all;
    }
}
