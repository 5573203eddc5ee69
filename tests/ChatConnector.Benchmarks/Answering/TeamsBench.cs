using System.Diagnostics;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>What an authenticated message costs at Teams' address: checked and durably kept by us; checked, and a turn without sending anything, by botbuilder.</summary>
internal static class TeamsBench
{
    private const string Ours = "our endpoint, kept on disk";
    private const string Theirs = "botbuilder, nothing kept";

    public static async Task RunAsync(string peers)
    {
        await using var cloud = await Cloud.StartAsync();
        var (folder, traffic, comparison) = (Directory.CreateTempSubdirectory("chatconnector-").FullName, TeamsTraffic.From(cloud), new Comparison());
        try
        {
            await using var ours = await Contender.StartAsync(Ours, traffic, port => Contender.Own("teams-serve", $"{port}", Path.Combine(folder, "bench.db"), $"{cloud.Address}"));
            await using var theirs = await Contender.StartAsync(Theirs, traffic, port => BotBuilderIn(peers, port, cloud));
            await comparison.RunAsync(ours, theirs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        comparison.Write(Ours, Theirs);
    }

    private static ProcessStartInfo BotBuilderIn(string peers, int port, Cloud cloud) => new("node", ["echo.mjs"])
    {
        WorkingDirectory = peers,
        Environment = { ["PORT"] = $"{port}", ["APP_ID"] = Cloud.AppId, ["METADATA"] = $"{cloud.Address}metadata" },
    };
}
