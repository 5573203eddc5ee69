using ChatConnector.Benchmarks.Quality;
using ChatConnector.Engine.Suggesting.Learning;
using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Benchmarks.Learning;

/// <summary>Learns weights from the histories of communities; validation and test asks are never looked at.</summary>
public static class LearnBench
{
    private const double FirstShare = 0.4;
    private const int Most = 3000;

    // Only keeps signs that never occur where they were.
    private const double Pull = 1e-4;

    public static void Run(IReadOnlyList<Community> communities)
    {
        var all = communities.Select(c => (c.Name, Examples: Collect(c))).ToList();
        Print("all together", [.. all.SelectMany(c => c.Examples)]);
        foreach (var (name, examples) in all)
            Print(name + " alone", examples);
    }

    /// <summary>The weights learned from these communities, each counting alike.</summary>
    public static Signs Learn(IEnumerable<Community> communities) => Learn([.. communities.SelectMany(Collect)]);

    private static Signs Learn(IReadOnlyList<Example> examples) => Example.Weights(new Softmax(examples, Example.Vector(Weights.Default), Pull).Learn());

    private static IReadOnlyList<Example> Collect(Community community)
    {
        var collector = new Collector(community);
        Trial.Run(community, [collector], (int)(community.Questions.Count * FirstShare));
        return collector.Newest(Most);
    }

    private static void Print(string name, IReadOnlyList<Example> examples) => Console.WriteLine($"{name} ({examples.Count} asks): {Learn(examples)}");
}
