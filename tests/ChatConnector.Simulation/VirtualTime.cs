namespace ChatConnector.Simulation;

/// <summary>
/// Time that passes only when nothing else is left to do. Everything that waits, waits here, in one queue ordered by due time
/// and then by a seeded draw, so a seed is a schedule.
/// </summary>
public sealed class VirtualTime(Random luck)
{
    private readonly PriorityQueue<Action, (long Ticks, int Draw, long Sequence)> waiting = new();
    private long sequence;

    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; private set; } = Begin;

    public bool IsIdle => waiting.Count == 0;

    public void At(DateTimeOffset due, Action run) =>
        waiting.Enqueue(run, ((due < Now ? Now : due).UtcTicks, luck.Next(), sequence++));

    /// <summary>Runs the next thing that waits, if it is due before the end.</summary>
    public bool Step(DateTimeOffset end)
    {
        if (!waiting.TryPeek(out _, out var when) || when.Ticks > end.UtcTicks)
            return false;
        var run = waiting.Dequeue();
        Now = new DateTimeOffset(when.Ticks, TimeSpan.Zero);
        run();
        return true;
    }

    /// <summary>Nothing is due until then: let that much time pass.</summary>
    public void PassUntil(DateTimeOffset end) => Now = end > Now ? end : Now;
}
