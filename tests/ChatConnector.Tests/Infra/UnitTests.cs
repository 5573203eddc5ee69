using System.Diagnostics;
using ChatConnector.Host.Settings;

namespace ChatConnector.Tests.Infra;

/// <summary>The units that keep Connector running on a server.</summary>
public sealed class UnitTests : IDisposable
{
    private const string Program = "/opt/chatconnector/ChatConnector.Host";
    private static readonly string[] Units = ["chatconnector.service", "chatconnector-backup.service", "chatconnector-backup.timer"];
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Services => [.. Units.Where(u => u.EndsWith(".service", StringComparison.Ordinal))];

    public void Dispose() => folder.Dispose();

    [SkippableBySystemd]
    public async Task Systemd_understands_every_line()
    {
        // It wants to see the program, so another one stands in its place.
        foreach (var unit in Units)
            await File.WriteAllTextAsync(Path.Combine(folder.Path, unit), Text(unit).Replace(Program, "/bin/true", StringComparison.Ordinal));
        var start = new ProcessStartInfo("systemd-analyze", ["verify", .. Units.Select(u => Path.Combine(folder.Path, u))]) { RedirectStandardError = true };
        using var analyze = Process.Start(start)!;
        var said = await analyze.StandardError.ReadToEndAsync();
        await analyze.WaitForExitAsync();
        Assert.Equal((0, ""), (analyze.ExitCode, said));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Both_work_on_the_same_files_in_the_same_name(string unit)
    {
        Assert.Equal("chatconnector", Assert.Single(Values(unit, "User")));
        Assert.Equal("/etc/chatconnector.env", Assert.Single(Values(unit, "EnvironmentFile")));
        Assert.Equal(["Storage__Path=/var/lib/chatconnector/chatconnector.db", "Slack__Keys=/var/lib/chatconnector-keys"], Values(unit, "Environment"));
    }

    [Fact]
    public void A_wrong_setting_is_not_tried_again_and_again() =>
        Assert.Equal($"{Trouble.ExitCode}", Assert.Single(Values("chatconnector.service", "RestartPreventExitStatus")));

    private static List<string> Values(string unit, string name) =>
        [.. Text(unit).Split('\n').Where(l => l.StartsWith(name + "=", StringComparison.Ordinal)).Select(l => l[(name.Length + 1)..])];

    private static string Text(string unit) => File.ReadAllText(Path.Combine(Repository.Root, "infra", unit));
}

/// <summary>A test that needs systemd's own reader of units; skipped aloud where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkippableBySystemdAttribute : FactAttribute
{
    public SkippableBySystemdAttribute()
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
            Skip = "Needs systemd-analyze, of the package systemd.";
    }
}
