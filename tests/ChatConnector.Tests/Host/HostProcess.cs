using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace ChatConnector.Tests.Host;

/// <summary>The host as a process of its own, on a database file of its own, to be killed and started again.</summary>
public sealed class HostProcess : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HeldPort port = new();
    private readonly ConcurrentQueue<string> said = new();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port.Number}");

    public string Database => folder.Database;

    public string Keys => folder.Keys;

    /// <summary>What it wrote to its console, as far as that is read yet.</summary>
    public IReadOnlyList<string> Said => [.. said];

    public Window OpenAs(string who) => new(new HttpClient { BaseAddress = Address }, who);

    /// <summary>Returns when it is ready for requests.</summary>
    /// <param name="settings">More settings, as on the command line.</param>
    public async Task StartAsync(params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ChatConnector.Host.dll"), "--environment", "Development", "--urls", $"{Address}", "--Storage:Path", Database, "--Logging:LogLevel:Default", "None", .. settings])
        {
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        using var http = new HttpClient();
        await Eventually.Is(() => IsReadyAsync(http));
    }

    /// <summary>Kills it as <c>kill -9</c> does: nothing in it runs any more.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        port.Dispose();
        folder.Dispose();
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        Assert.False(process!.HasExited, "The host did not start.");
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
