using System.Diagnostics;

namespace ChatConnector.Benchmarks.Speed;

/// <summary>From ask to ranked colleagues with reasons, in process and on one thread.</summary>
public static class SpeedBench
{
    private const int Asks = 1_000;

    // Other processes share the cores, so of several tries the quickest is nearest to the truth.
    private const int Tries = 3;
    private const int Warm = 300;
    private const int Ranked = 30;

    public static void Head() =>
        Console.WriteLine("| people | evidence | p50 ms | p99 ms | learn us | bytes a piece | bytes allocated an ask |\n|---|---|---|---|---|---|---|");

    public static void Run(int people, int documents)
    {
        var corpus = new Corpus(people);
        var colleagues = new Colleagues();
        for (var person = 0; person < people; person++)
            colleagues.Learn(corpus.Teammate(person));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var learning = TimeSpan.Zero;
        for (var number = 0; number < documents; number++)
        {
            var evidence = corpus.Evidence(number);
            var watch = Stopwatch.GetTimestamp();
            colleagues.Learn(evidence);
            learning += Stopwatch.GetElapsedTime(watch);
        }
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)documents;
        var queries = Enumerable.Range(0, Warm + Asks).Select(number => corpus.Ask(documents + number)).ToList();
        foreach (var query in queries.Take(Warm))
            colleagues.Rank(query, Ranked);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var times = queries.Skip(Warm).Select(query => Time(colleagues, query)).ToArray();
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (Asks * Tries);
        Array.Sort(times);
        Console.WriteLine($"| {people} | {documents} | {times[Asks / 2]:0.000} | {times[Asks * 99 / 100]:0.000} | {learning.TotalMicroseconds / documents:0.0} | {bytes:0} | {allocated} |");
    }

    private static double Time(Colleagues colleagues, Query query)
    {
        var quickest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var watch = Stopwatch.GetTimestamp();
            colleagues.Rank(query, Ranked);
            if (Stopwatch.GetElapsedTime(watch) is var taken && taken < quickest)
                quickest = taken;
        }
        return quickest.TotalMilliseconds;
    }
}
