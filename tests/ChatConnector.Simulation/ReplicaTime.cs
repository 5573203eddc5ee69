namespace ChatConnector.Simulation;

/// <summary>The clock of one process: its timers stop with it, and wait while it is asleep.</summary>
public sealed class ReplicaTime(VirtualTime world, Process process) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>A planted defect: elapsed time is never noticed.</summary>
    public bool IsSteadyClockStopped { get; init; }

    /// <summary>A planted defect: the wall clock runs ahead.</summary>
    public TimeSpan Ahead { get; init; }

    public override DateTimeOffset GetUtcNow() => world.Now + Ahead;

    public override long GetTimestamp() => IsSteadyClockStopped ? 0 : world.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(world, process, callback, state, period);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(VirtualTime world, Process process, TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        private int version;
        private TimeSpan every = period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            every = period;
            var armed = ++version;
            if (dueTime != Timeout.InfiniteTimeSpan)
                world.At(world.Now + dueTime, () => Fire(armed));
            return true;
        }

        public void Dispose() => version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(int armed)
        {
            if (armed != version || !process.IsAlive)
                return;
            if (process.AsleepUntil > world.Now)
            {
                world.At(process.AsleepUntil, () => Fire(armed));
                return;
            }

            if (every != Timeout.InfiniteTimeSpan && every > TimeSpan.Zero)
                world.At(world.Now + every, () => Fire(armed));
            callback(state);
        }
    }
}
