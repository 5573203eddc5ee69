using System.Collections.Concurrent;

namespace ChatConnector.Simulation;

/// <summary>Many seeded histories, lived in parallel; each is deterministic by itself.</summary>
public static class Histories
{
    public const int MostSeedsPerDefect = 20_000;

    public static Report Live(int count, Func<int, World> begin, int mostViolations = 10)
    {
        var violations = new ConcurrentBag<(int Seed, string What)>();
        var worlds = new ConcurrentBag<Tally>();
        var next = 0;
        // Threads of their own: continuations must run where they are completed, so no context and no pool may get in between.
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            for (int seed; (seed = Interlocked.Increment(ref next)) <= count && violations.Count < mostViolations;)
            {
                var world = begin(seed);
                foreach (var complaint in world.Run())
                    violations.Add((seed, complaint));
                worlds.Add(world.Count);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return new Report(worlds.Count, [.. violations.OrderBy(v => v.Seed)],
            worlds.Sum(w => w.Steps), worlds.Sum(w => w.Crashes), worlds.Sum(w => w.Messages), worlds.Sum(w => w.Sends));
    }

    /// <summary>Everything people ended up seeing, and how many steps it took.</summary>
    public static string TraceOf(int seed)
    {
        var world = new World(seed);
        var thread = new Thread(() => world.Run());
        thread.Start();
        thread.Join();
        return $"{world.Count.Steps} {world.Count.Crashes} {string.Join('\n', world.Screens.Posts.Select(p => $"{p.At:O} {p.Reader} {p.Card.Kind} {p.Card.Summary}"))}";
    }
}

public sealed record Report(int Schedules, IReadOnlyList<(int Seed, string What)> Violations, long Steps, long Crashes, long Messages, long Sends)
{
    public override string ToString() =>
        $"{Schedules} histories, {Steps} steps, {Crashes} crashes, {Messages} messages, {Sends} sends.\n"
        + string.Join('\n', Violations.Select(v => $"seed {v.Seed}: {v.What}"));
}
