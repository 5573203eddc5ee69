namespace ChatConnector.Simulation;

/// <summary>The shared queue as one process reaches it.</summary>
public sealed class FaultyQueue(IQueue queue, Process process) : IQueue
{
    private readonly World world = process.World;

    public Task<QueueLease> EnqueueAsync(ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellation) => CallAsync(async () =>
    {
        var lease = await queue.EnqueueAsync(body, delay, CancellationToken.None);
        if (world.Mutant.AcceptsInMemory)
            await queue.DeleteAsync(lease, CancellationToken.None);
        return lease;
    });

    public Task<IReadOnlyList<QueueLease>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation) =>
        CallAsync(() => queue.ReceiveAsync(most, lease, CancellationToken.None));

    public Task<QueueLease?> ExtendAsync(QueueLease held, TimeSpan delay, CancellationToken cancellation) =>
        CallAsync(() => queue.ExtendAsync(held, delay, CancellationToken.None));

    public Task<bool> DeleteAsync(QueueLease held, CancellationToken cancellation) =>
        CallAsync(() => queue.DeleteAsync(held, CancellationToken.None));

    public Task<Backlog> BacklogAsync(CancellationToken cancellation) =>
        CallAsync(() => queue.BacklogAsync(CancellationToken.None));

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        await process.StepAsync();
        if (world.IsOut || world.MayStrike(world.Faults.FailBefore))
            throw new StorageException("The queue did not answer.");
        var answer = await call();
        await process.StepAsync();
        if (world.MayStrike(world.Faults.FailAfter))
            throw new StorageException("The answer was lost on the way.");
        return answer;
    }
}
