using System.Diagnostics;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>What came of calling for a while.</summary>
/// <param name="Cpu">Of the one who was called, in microseconds a request.</param>
/// <param name="Resident">Its memory afterwards, in bytes.</param>
internal sealed record Load(double PerSecond, double Median, double P99, double Cpu, long Resident)
{
    /// <summary>So many connections at once, each waiting for its answer before it asks again.</summary>
    /// <param name="warm">Requests before anything is measured: enough for every compiler to be done.</param>
    public static async Task<Load> OnAsync(Contender contender, int connections, int warm, TimeSpan span)
    {
        var callers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Caller.ConnectAsync(contender.Port)));
        await Task.WhenAll(callers.Select(caller => Task.Run(async () =>
        {
            for (var n = 0; n < warm / connections; n++)
                await caller.AskAsync();
        })));
        var before = contender.Cpu;
        var began = Stopwatch.GetTimestamp();
        var times = (await ManyAsync(callers, span)).Order().ToList();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var cpu = (contender.Cpu - before).TotalMicroseconds / times.Count;
        foreach (var caller in callers)
            caller.Dispose();
        return new Load(times.Count / seconds, times[times.Count / 2], times[times.Count * 99 / 100], cpu, contender.Resident);
    }

    private static async Task<IEnumerable<double>> ManyAsync(Caller[] callers, TimeSpan span)
    {
        var until = Stopwatch.GetTimestamp() + (long)(span.TotalSeconds * Stopwatch.Frequency);
        return (await Task.WhenAll(callers.Select(caller => Task.Run(() => AskAsync(caller, until))))).SelectMany(times => times);
    }

    private static async Task<List<double>> AskAsync(Caller caller, long until)
    {
        List<double> times = [];
        for (long mark; (mark = Stopwatch.GetTimestamp()) < until;)
        {
            if (await caller.AskAsync() != 200)
                throw new InvalidOperationException("A request was not answered with 200.");
            times.Add(Stopwatch.GetElapsedTime(mark).TotalMilliseconds);
        }

        return times;
    }
}
