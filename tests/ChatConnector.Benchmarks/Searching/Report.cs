using System.Diagnostics;

namespace ChatConnector.Benchmarks.Searching;

/// <summary>What a contender says of itself.</summary>
/// <param name="BuildSeconds">CPU time for taking in all documents.</param>
/// <param name="Cpu">Of the whole process per ask, in milliseconds.</param>
/// <param name="P50">Milliseconds of an ask, each the quickest of a few tries.</param>
/// <param name="Megabytes">Of memory, after the asks.</param>
/// <param name="Asks">How many asks there was time for.</param>
/// <param name="Allocated">Bytes of managed memory per ask that were new, the answer included; null where nobody counts them.</param>
/// <param name="Best">The ten best people for each of these asks.</param>
internal sealed record Report(double BuildSeconds, double Cpu, double P50, double P99, double Megabytes, int Asks, long? Allocated, IReadOnlyList<int[]> Best)
{
    public const int MostBest = 10;

    private const int Tries = 3;
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(25);

    /// <summary>Puts every ask, as far as there is time.</summary>
    /// <param name="find">The best people for an ask, in room of its own.</param>
    public static Report Of(IReadOnlyList<string> asks, TimeSpan buildCpu, Func<string, ReadOnlySpan<int>> find)
    {
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < Tries; round++)
            for (var number = 0; number < asks.Count && Stopwatch.GetElapsedTime(began) < LongestWarmUp; number++)
                find(asks[number]);
        var (times, best) = (new List<double>(), new List<int[]>());
        var (cpu, put) = (CpuTime(), 0);
        long allocated = 0;
        began = Stopwatch.GetTimestamp();
        foreach (var ask in asks.TakeWhile(_ => Stopwatch.GetElapsedTime(began) < LongestRun))
        {
            var quickest = TimeSpan.MaxValue;
            for (var attempt = 0; attempt < Tries; attempt++, put++)
            {
                var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                find(ask);
                if (Stopwatch.GetElapsedTime(watch) is var taken && taken < quickest)
                    quickest = taken;
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            }
            times.Add(quickest.TotalMilliseconds);
        }
        cpu = CpuTime() - cpu;
        best.AddRange(asks.Take(times.Count).Select(ask => find(ask).ToArray()));
        times.Sort();
        return new Report(buildCpu.TotalSeconds, cpu.TotalMilliseconds / put, times[times.Count / 2], times[times.Count * 99 / 100], Environment.WorkingSet / 1e6, times.Count, allocated / put, best);
    }

    public static TimeSpan CpuTime() => Environment.CpuUsage.TotalTime;

    /// <summary>How many of the ten best are the same, on average over the asks both had time for.</summary>
    public double Overlap(Report other) =>
        Best.Zip(other.Best, (mine, theirs) => mine.Intersect(theirs).Count() / (double)Math.Max(1, Math.Max(mine.Length, theirs.Length))).Average();
}
