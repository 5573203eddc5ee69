namespace ChatConnector.Runtime;

/// <summary>
/// Time and luck, the two things that come from outside. The clock on the wall (<see cref="Now"/>) may be moved at any moment,
/// so it only says what is due and what is stored; how long something took is measured with <see cref="Mark"/>, which never jumps.
/// </summary>
public sealed class Surroundings(TimeProvider time, Func<Guid> luck)
{
    public Surroundings(TimeProvider time)
        : this(time, Dice.Roll)
    {
    }

    public TimeProvider Time => time;

    /// <summary>The same passing of time on a clock that nobody moves; for whoever measures waits by the clock.</summary>
    public TimeProvider Steady { get; } = new SteadyTime(time);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public Guid Draw() => luck();

    /// <summary>A word nobody else draws.</summary>
    public string DrawWord() => luck().ToString("N");

    /// <summary>This moment, for <see cref="Since"/>.</summary>
    public long Mark() => time.GetTimestamp();

    /// <summary>Time that really passed since then.</summary>
    public TimeSpan Since(long mark) => time.GetElapsedTime(mark);

    public Task WaitAsync(TimeSpan span, CancellationToken cancellation) => Task.Delay(span, time, cancellation);

    /// <summary>Twice as long with every attempt, at most so long, and never quite the same, so that those who met once do not meet again.</summary>
    public TimeSpan Backoff(int attempt, TimeSpan first, TimeSpan most)
    {
        var full = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, 30)), most.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.5 + DrawShare() / 2));
    }

    /// <summary>A number from 0 to less than 1.</summary>
    public double DrawShare() => (uint)luck().GetHashCode() / (uint.MaxValue + 1.0);

    private sealed class SteadyTime(TimeProvider moved) : TimeProvider
    {
        private readonly DateTimeOffset start = moved.GetUtcNow();
        private readonly long mark = moved.GetTimestamp();

        public override long TimestampFrequency => moved.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => start + moved.GetElapsedTime(mark);

        public override long GetTimestamp() => moved.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            moved.CreateTimer(callback, state, dueTime, period);
    }
}
