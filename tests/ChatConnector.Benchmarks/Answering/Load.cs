using System.Diagnostics;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>What came of calling for a while.</summary>
/// <param name="Cpu">Of the one who was called, in microseconds a request.</param>
/// <param name="Resident">Its memory afterwards, in bytes.</param>
internal sealed record Load(double PerSecond, double Median, double P99, double Cpu, long Resident)
{
    /// <summary>So many connections at once, each waiting for its answer before it asks again.</summary>
    public static async Task<Load> OnAsync(Contender contender, int connections, TimeSpan span)
    {
        var callers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Caller.ConnectAsync(contender.Port)));
        var before = contender.Cpu;
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(span.TotalSeconds * Stopwatch.Frequency);
        var times = (await Task.WhenAll(callers.Select(caller => Task.Run(() => CallAsync(contender, caller, until))))).SelectMany(t => t).Order().ToList();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var cpu = (contender.Cpu - before).TotalMicroseconds / times.Count;
        foreach (var caller in callers)
            caller.Dispose();
        return new Load(times.Count / seconds, times[times.Count / 2], times[times.Count * 99 / 100], cpu, contender.Resident);
    }

    private static async Task<List<double>> CallAsync(Contender contender, Caller caller, long until)
    {
        List<double> times = [];
        for (long mark; (mark = Stopwatch.GetTimestamp()) < until;)
        {
            if (!await caller.IsTakenAsync(contender.Traffic.Next()))
                throw new InvalidOperationException($"{contender.Name} refused a good request.");
            times.Add(Stopwatch.GetElapsedTime(mark).TotalMilliseconds);
        }

        return times;
    }
}
