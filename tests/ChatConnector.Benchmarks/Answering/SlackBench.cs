using System.Diagnostics;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>A signed command until it is answered: our endpoint beside Bolt and a bare endpoint, and the whole host.</summary>
internal static class SlackBench
{
    private const string Ours = "our endpoint, kept on disk";
    private const string Bare = "bare endpoint";
    private const string Bolt = "Bolt, nothing kept";
    private const string Host = "the whole host, answering meanwhile";

    public static async Task RunAsync(string peers)
    {
        await using var slack = await SlackEndpoint.SlackAsync();
        var folder = Directory.CreateTempSubdirectory("chatconnector-").FullName;
        var comparison = new Comparison();
        try
        {
            var api = slack.Urls.First() + "/api/";
            await using (var bare = await StartAsync(Bare, port => Contender.Own("slack-serve", "bare", $"{port}")))
            await using (var bolt = await StartAsync(Bolt, _ => BoltIn(peers), readsPort: true))
            await using (var ours = await StartAsync(Ours, port => Contender.Own("slack-serve", "ours", $"{port}", folder, api)))
                await comparison.RunAsync(bare, bolt, ours);

            // Alone, because it goes on working when it is no longer called.
            await using (var host = await StartAsync(Host, port => HostOn(port, Path.Combine(folder, "host"), api)))
                await comparison.RunAsync(host);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        comparison.Write(Ours, Bare, Bolt, Host);
    }

    private static Task<Contender> StartAsync(string name, Func<int, ProcessStartInfo> start, bool readsPort = false) =>
        Contender.StartAsync(name, SlackTraffic.Commands, start, readsPort);

    private static ProcessStartInfo BoltIn(string peers) => new("node", ["ask.mjs"]) { WorkingDirectory = peers, Environment = { ["SLACK_SIGNING_SECRET"] = SlackTraffic.Secret } };

    private static ProcessStartInfo HostOn(int port, string folder, string api) => new("dotnet",
    [
        Path.Combine(AppContext.BaseDirectory, "ChatConnector.Host.dll"), "--environment", "Development", "--urls", $"http://127.0.0.1:{port}", "--TryIt:Enabled", "false",
        "--Storage:Path", Path.Combine(folder, "bench.db"), "--Logging:LogLevel:Default", "None",
        "--Slack:SigningSecret", SlackTraffic.Secret, "--Slack:BotToken", "xoxb-1", "--Slack:ApiBaseUrl", api, "--Slack:Keys", folder,
    ]);
}
