namespace ChatConnector.Benchmarks.Answering;

/// <summary>Contenders called in turns, so that what else the machine does troubles all of them, and the table of what came of it.</summary>
internal sealed class Comparison
{
    private const int Rounds = 5;

    // Until everybody was met and all code is compiled for good; a server runs for weeks.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);
    private static readonly int[] Connections = [1, 32, 128];

    private readonly Dictionary<(string Name, int Connections), List<Load>> loads = [];

    public async Task RunAsync(params IReadOnlyList<Contender> contenders)
    {
        foreach (var contender in contenders)
            await Load.OnAsync(contender, Connections[^1], Warm);
        foreach (var connections in Connections)
        {
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var contender in contenders)
                    Of(contender.Name, connections).Add(await Load.OnAsync(contender, connections, Span));
            }
        }
    }

    /// <param name="others">Whose cost is told as a multiple of the first column's.</param>
    public void Write(string ours, params string[] others)
    {
        Console.WriteLine("| who | connections | a second | p50 ms | p99 ms | CPU us a request | least | memory MB | CPU of ours |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var connections in Connections)
        {
            foreach (var name in (string[])[ours, .. others])
            {
                var all = Of(name, connections);
                Console.WriteLine(
                    $"| {name} | {connections} | {Median(all, l => l.PerSecond):0} | {Median(all, l => l.Median):0.00} | {Median(all, l => l.P99):0.0} " +
                    $"| {Median(all, l => l.Cpu):0.0} | {all.Min(l => l.Cpu):0.0} | {Median(all, l => l.Resident / 1e6):0} | {Median(all, l => l.Cpu) / Median(Of(ours, connections), l => l.Cpu):0.00} |");
            }
        }
    }

    private List<Load> Of(string name, int connections)
    {
        if (!loads.TryGetValue((name, connections), out var all))
            loads[(name, connections)] = all = [];
        return all;
    }

    private static double Median(List<Load> loads, Func<Load, double> of) => loads.Select(of).Order().ElementAt(loads.Count / 2);
}
