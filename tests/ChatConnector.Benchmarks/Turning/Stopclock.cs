using System.Collections.Concurrent;
using System.Diagnostics;

namespace ChatConnector.Benchmarks.Turning;

/// <summary>Times many things that overlap, from the making of the clock on.</summary>
internal sealed class Stopclock
{
    private readonly ConcurrentBag<double> times = [];
    private readonly long began = Stopwatch.GetTimestamp();

    public async Task TimeAsync(Func<Task> act)
    {
        var mark = Stopwatch.GetTimestamp();
        await act();
        times.Add(Stopwatch.GetElapsedTime(mark).TotalMilliseconds);
    }

    public void Write(string what, int atOnce)
    {
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var sorted = times.Order().ToList();
        Console.WriteLine($"| {what} | {atOnce} | {sorted.Count / seconds:0} | {sorted[sorted.Count / 2]:0.00} | {sorted[sorted.Count * 99 / 100]:0.00} |");
    }
}
