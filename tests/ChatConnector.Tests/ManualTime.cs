namespace ChatConnector.Tests;

/// <summary>A clock that moves when told. Timers fire, in order, while it moves.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private TimeSpan shift;
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now + shift;

    public override long GetTimestamp() => ticks;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan span)
    {
        var end = ticks + span.Ticks;
        while (Next(end) is { } timer)
        {
            Set(timer.DueAt);
            timer.Fire();
        }

        Set(end);
    }

    /// <summary>Lets time pass, a little at a time, until this is done; only when nothing else moves, so that slow machines do not run into time limits.</summary>
    public async Task UntilAsync(Task task)
    {
        for (var step = 5; !task.IsCompleted; step = Math.Min(step * 2, 250))
        {
            await Task.WhenAny(task, Task.Delay(10));
            if (!task.IsCompleted)
                Advance(TimeSpan.FromMilliseconds(step));
        }

        await task;
    }

    /// <summary>Returns once somebody waits for exactly this to pass from now.</summary>
    public Task IsWaitedForAsync(TimeSpan span) => Eventually.Is(() =>
    {
        lock (gate)
            return timers.Exists(timer => timer.DueAt == ticks + span.Ticks);
    });

    /// <summary>Moves the clock on the wall; no time passes.</summary>
    public void Shift(TimeSpan span) => shift += span;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(long to)
    {
        now += TimeSpan.FromTicks(Math.Max(0, to - ticks));
        ticks = Math.Max(ticks, to);
    }

    private ManualTimer? Next(long end)
    {
        lock (gate)
            return timers.Where(t => t.DueAt <= end).MinBy(t => t.DueAt);
    }

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        private TimeSpan every;

        public long DueAt { get; private set; }

        public void Fire()
        {
            Change(every, every);
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                every = period;
                time.timers.Remove(this);
                if (dueTime >= TimeSpan.Zero && (dueTime > TimeSpan.Zero || period != TimeSpan.Zero || DueAt == 0))
                {
                    DueAt = time.ticks + dueTime.Ticks;
                    time.timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
                time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
