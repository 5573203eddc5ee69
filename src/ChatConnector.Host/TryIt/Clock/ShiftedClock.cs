using System.Globalization;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Host.TryIt.Clock;

/// <summary>The time, possibly ahead of the wall clock. It never goes back, and a restart does not change how far ahead it is.</summary>
public sealed class ShiftedClock(IStore store) : TimeProvider, IHostedLifecycleService
{
    private const string Partition = "browser";
    private const string Key = "clock";

    private long ahead;

    /// <summary>How far ahead of the wall clock this one is.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <summary>Moves forward to this time; a time that has passed changes nothing.</summary>
    public async Task MoveToAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        var wanted = time - base.GetUtcNow();
        if (wanted <= Ahead)
            return;
        // Kept before it is used: after a crash the clock may be ahead of what was seen, never behind.
        var row = await store.ReadAsync(Partition, Key, cancellation);
        var json = wanted.Ticks.ToString(CultureInfo.InvariantCulture);
        if (await store.CommitAsync(Partition, [row is null ? new RowChange.Insert(Key, json) : new RowChange.Replace(Key, json, row.ETag)], cancellation))
            Interlocked.Exchange(ref ahead, wanted.Ticks);
    }

    /// <summary>Before anything else starts, so that nobody ever sees the unshifted time.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(Partition, Key, cancellationToken) is { } row)
            Interlocked.Exchange(ref ahead, long.Parse(row.Json, CultureInfo.InvariantCulture));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
