using System.Diagnostics;
using ChatConnector.Host;

namespace ChatConnector.Tests.Host;

/// <summary>A copy made by command beside a running process, and a process that goes on from it.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task From_a_copy_everything_goes_on_as_it_stood()
    {
        using var first = new HostProcess();
        await first.StartAsync();
        using (var priya = first.OpenAs("priya"))
        {
            await priya.PostAsync("organization", new { kind = "sample" });
            await priya.Say("I need help with a Postgres migration");
            await priya.Button("Ask these");
        }

        Assert.Equal((0, $"{folder.Database} is a whole copy of {first.Database}."), await BackUpAsync(first.Database));
        var (code, said) = await BackUpAsync(first.Database);
        Assert.Equal(Commands.CannotCreate, code);
        Assert.Contains("Choose another name", said, StringComparison.Ordinal);

        using var second = new HostProcess();
        File.Copy(folder.Database, second.Database);
        await second.StartAsync();
        using var again = second.OpenAs("priya");
        Assert.Contains("Postgres migration", await again.Reads(), StringComparison.Ordinal);
        await again.PressLabel("Ask these");
        using var bo = second.OpenAs("bo");
        await bo.Button("I can help");
    }

    [Fact]
    public async Task Where_no_database_is_none_is_made_to_be_copied()
    {
        var nowhere = Path.Combine(folder.Path, "elsewhere.db");
        var (code, said) = await BackUpAsync(nowhere);
        Assert.Equal(Commands.WrongUsage, code);
        Assert.Contains($"no database at {nowhere}", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private async Task<(int Code, string Said)> BackUpAsync(string database)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ChatConnector.Host.dll"), "backup", folder.Database, "--environment", "Development", "--Storage:Path", database])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }
}
