using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>A signed command until it is answered: our endpoint, the whole host, Bolt and a bare endpoint, one after the other in rounds.</summary>
internal static class AnswerBench
{
    private const int Rounds = 3;
    private const int Warm = 60_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);
    private static readonly int[] Connections = [32, 128];

    public static async Task RunAsync(string peers)
    {
        await using var slack = await Serving.SlackAsync();
        Dictionary<(string Who, int Connections), List<Load>> loads = [];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var connections in Connections)
            {
                foreach (var (who, start) in Contenders(peers, slack))
                {
                    var load = await MeasureAsync(start, who.StartsWith("Bolt", StringComparison.Ordinal), connections);
                    Console.Error.WriteLine($"round {round + 1}, {connections} connections, {who}: {load}");
                    if (!loads.TryAdd((who, connections), [load]))
                        loads[(who, connections)].Add(load);
                }
            }
        }

        Write(loads);
    }

    private static async Task<Load> MeasureAsync(Func<int, string, ProcessStartInfo> start, bool readsPort, int connections)
    {
        var folder = Directory.CreateTempSubdirectory("chatconnector-").FullName;
        try
        {
            await using var contender = await Contender.StartAsync(port => start(port, folder), readsPort);
            return await Load.OnAsync(contender, connections, Warm, Span);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string Who, Func<int, string, ProcessStartInfo> Start)[] Contenders(string peers, WebApplication slack)
    {
        var api = slack.Urls.First() + "/api/";
        return
        [
            ("bare endpoint", (port, _) => Own("slack-serve", "bare", $"{port}")),
            ("Bolt, nothing kept", (_, _) => new ProcessStartInfo("node", ["ask.mjs"]) { WorkingDirectory = peers }),
            ("our endpoint, kept on disk", (port, folder) => Own("slack-serve", "ours", $"{port}", folder, api)),
            ("the whole host, answering meanwhile", (port, folder) => new ProcessStartInfo("dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "ChatConnector.Host.dll"), "--environment", "Development", "--urls", $"http://127.0.0.1:{port}", "--TryIt:Enabled", "false",
                "--Storage:Path", Path.Combine(folder, "bench.db"), "--Logging:LogLevel:Default", "None",
                "--Slack:SigningSecret", Caller.Secret, "--Slack:BotToken", "xoxb-1", "--Slack:ApiBaseUrl", api, "--Slack:Keys", folder,
            ])),
        ];
    }

    private static ProcessStartInfo Own(params string[] arguments) => new("dotnet", [typeof(AnswerBench).Assembly.Location, .. arguments]);

    private static void Write(Dictionary<(string Who, int Connections), List<Load>> loads)
    {
        Console.WriteLine("| who | connections | a second | p50 ms | p99 ms | CPU us a request | of the bare one's | memory MB |\n|---|---|---|---|---|---|---|---|");
        foreach (var ((who, connections), all) in loads.OrderBy(l => l.Key.Connections))
        {
            var bare = Median(loads[("bare endpoint", connections)], l => l.Cpu);
            Console.WriteLine(
                $"| {who} | {connections} | {Median(all, l => l.PerSecond):0} | {Median(all, l => l.Median):0.00} | {Median(all, l => l.P99):0.00} | {Median(all, l => l.Cpu):0.0} " +
                $"| {Median(all, l => l.Cpu) / bare:0.00} | {Median(all, l => l.Resident / 1e6):0} |");
        }
    }

    private static double Median(List<Load> loads, Func<Load, double> of) => loads.Select(of).Order().ElementAt(loads.Count / 2);
}
