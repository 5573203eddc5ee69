using System.Diagnostics;
using System.Text.Json;

namespace ChatConnector.Tests.Teams.Peers;

/// <summary>The programs beside this file, made of Microsoft's own libraries: one question in, one answer out.</summary>
internal static class Peer
{
    public const string HowToGetIt = "Microsoft's libraries were not found. Install Node 20 or later, then run \"npm ci\" in tests/ChatConnector.Tests/Teams/Peers.";

    private static readonly string Folder = Path.Combine(TeamsData.Root, "Peers");

    public static bool IsInstalled => Node.HasInstalled(Folder);

    public static async Task<JsonElement> AskAsync(string program, object question)
    {
        Assert.True(IsInstalled, HowToGetIt);
        using var process = Process.Start(new ProcessStartInfo(Node.Program!, [program])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (answer, troubles) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await JsonSerializer.SerializeAsync(process.StandardInput.BaseStream, question);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Eventually.Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.HasExited && process.ExitCode == 0, await troubles);
        return JsonElement.Parse(await answer);
    }
}

/// <summary>A test that asks Microsoft's own libraries.</summary>
public sealed class PeerFactAttribute() : NodeFactAttribute(Peer.IsInstalled, Peer.HowToGetIt);
