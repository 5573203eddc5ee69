namespace ChatConnector.Runtime.Receiving;

/// <summary>Something to wait on that rings by itself after a while and at once when asked.</summary>
internal sealed class Pulse(Surroundings around)
{
    private readonly Lock gate = new();
    private TaskCompletionSource ring = New();

    public void Ring()
    {
        lock (gate)
            ring.TrySetResult();
    }

    /// <summary>Returns at the next ring, or when no ring came for so long.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        TaskCompletionSource current;
        lock (gate)
            current = ring;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(current.Task, around.WaitAsync(atMost, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            if (current.Task.IsCompleted && ring == current)
                ring = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
