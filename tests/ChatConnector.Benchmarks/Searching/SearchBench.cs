using System.Diagnostics;
using System.Text.Json;

namespace ChatConnector.Benchmarks.Searching;

/// <summary>Our search beside Lucene, SQLite FTS5 and MiniSearch: the same documents and asks, one process after the other, one thread each.</summary>
public static class SearchBench
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly IReadOnlyList<(string Name, Func<Library, Report> Measure)> Ours =
        [("ours, text", OurSearch.Text), ("ours, whole ranking", OurSearch.Whole), ("ours, three named", OurSearch.Tried), ("ours, asked in a channel", OurSearch.InAChannel), ("SQLite FTS5", FtsSearch.Text)];

    /// <summary>Measures everybody on collections of these sizes.</summary>
    public static void Run(IReadOnlyList<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("chatconnector-search-");
        try
        {
            Console.WriteLine("| documents | contender | p50 ms | p99 ms | CPU ms an ask | build CPU s | MB | asks | bytes an ask | same ten as ours |\n|---|---|---|---|---|---|---|---|---|---|");
            foreach (var size in sizes)
                Run(Library.Write(folder.FullName, size), size);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One of those that run on .NET, in a process of its own.</summary>
    public static void RunAlone(string name, string folder) =>
        Console.WriteLine(JsonSerializer.Serialize(Ours.First(o => o.Name == name).Measure(new Library(folder)), Json));

    private static void Run(Library library, int size)
    {
        List<(string Name, ProcessStartInfo? Start)> contenders =
            [.. Ours.Select(o => (o.Name, Self(o.Name, library))), ("Lucene", Peers.Lucene(library)), ("MiniSearch", Peers.MiniSearch(library))];
        var measured = new List<Report>();
        foreach (var (name, start) in contenders)
        {
            if (start is null || Measure(start) is not { } report)
            {
                Console.WriteLine($"| {size} | {name} | {(start is null ? "not here" : "failed")} | | | | | | | |");
                continue;
            }
            measured.Add(report);
            Show(size, name, report, measured[0]);
        }
    }

    private static void Show(int size, string name, Report report, Report ours) => Console.WriteLine(
        $"| {size} | {name} | {report.P50:0.0000} | {report.P99:0.0000} | {report.Cpu:0.0000} | {report.BuildSeconds:0.0} | {report.Megabytes:0} | {report.Asks} | {report.Allocated} | {report.Overlap(ours):0.000} |");

    private static Report? Measure(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Report>(said, Json) : null;
    }

    private static ProcessStartInfo Self(string name, Library library)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (var argument in (string[])[typeof(SearchBench).Assembly.Location, "search-alone", name, library.Folder])
            start.ArgumentList.Add(argument);
        return start;
    }
}
