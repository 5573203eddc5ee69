namespace ChatConnector.Simulation;

/// <summary>The shared store as one process reaches it: through a network that fails before, fails after, and loses races.</summary>
public sealed class FaultyStore(IStore store, Process process) : IStore
{
    private readonly World world = process.World;

    public async Task<IReadOnlyList<StoredRow>> ReadAsync(string partition, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        await BeforeAsync();
        return await store.ReadAsync(partition, keys, CancellationToken.None);
    }

    public async Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string from, string before, int most, CancellationToken cancellation)
    {
        await BeforeAsync();
        return await store.ScanAsync(partition, from, before, most, CancellationToken.None);
    }

    public async Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation)
    {
        await BeforeAsync();
        return await store.PartitionsAsync(CancellationToken.None);
    }

    public async Task<bool> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        await BeforeAsync();
        if (world.MayStrike(world.Faults.Conflict))
            return false;
        var made = await world.Mutant.CommitAsync(store, partition, changes);
        if (made)
            world.Witness.Committed(changes);
        await process.StepAsync();
        if (world.MayStrike(world.Faults.FailAfter))
            throw Trouble("The answer was lost on the way.");
        return made;
    }

    private async Task BeforeAsync()
    {
        await process.StepAsync();
        if (world.IsOut || world.MayStrike(world.Faults.FailBefore))
            throw Trouble("The store did not answer.");
    }

    // What the process was just showing it may now be unable to write down.
    private StorageException Trouble(string what)
    {
        world.Witness.Troubled(process);
        return new StorageException(what);
    }
}
