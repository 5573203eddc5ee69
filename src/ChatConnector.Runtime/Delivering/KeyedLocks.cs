namespace ChatConnector.Runtime.Delivering;

/// <summary>One at a time per key, inside this process. Between processes the claims on paper do the same.</summary>
internal sealed class KeyedLocks
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>> waiting = new(StringComparer.Ordinal);

    /// <summary>Waits for its turn, first come first served; dispose what it returns to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string key)
    {
        Task turn;
        lock (gate)
            turn = Queue(key);
        // The one who leaves runs the next one: no thread is borrowed, so a test that owns all time owns this too.
        await turn;
        return new Exit(this, key);
    }

    private Task Queue(string key)
    {
        if (!waiting.TryGetValue(key, out var line))
        {
            waiting[key] = new Queue<TaskCompletionSource>();
            return Task.CompletedTask;
        }

        var turn = new TaskCompletionSource();
        line.Enqueue(turn);
        return turn.Task;
    }

    private void Leave(string key)
    {
        TaskCompletionSource? next;
        lock (gate)
        {
            if (!waiting[key].TryDequeue(out next))
                waiting.Remove(key);
        }

        next?.SetResult();
    }

    private sealed class Exit(KeyedLocks locks, string key) : IDisposable
    {
        public void Dispose() => locks.Leave(key);
    }
}
