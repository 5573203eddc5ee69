using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>Somebody who answers a platform, as a process of their own.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly Process process;

    private Contender(string name, Traffic traffic, Process process) => (Name, Traffic, this.process) = (name, traffic, process);

    public string Name { get; }

    public Traffic Traffic { get; }

    public int Port { get; private set; }

    public TimeSpan Cpu => Now().TotalProcessorTime;

    public long Resident => Now().WorkingSet64;

    /// <summary>Starts it and looks whether it tells the platform from others: whoever lets in everybody is fast for the wrong reason.</summary>
    /// <param name="start">The process, given the port it may listen on.</param>
    /// <param name="readsPort">It says its port itself, in a line of JSON.</param>
    public static async Task<Contender> StartAsync(string name, Traffic traffic, Func<int, ProcessStartInfo> start, bool readsPort = false)
    {
        var port = FreePort();
        var info = start(port);
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.Environment["NODE_ENV"] = "production";
        var contender = new Contender(name, traffic, Process.Start(info)!) { Port = port };
        if (readsPort)
            contender.Port = int.Parse((await contender.process.StandardOutput.ReadLineAsync())!.Split(':', '}')[1], System.Globalization.CultureInfo.InvariantCulture);
        else
            contender.process.BeginOutputReadLine();
        contender.process.BeginErrorReadLine();
        await contender.CheckAsync();
        return contender;
    }

    /// <summary>A program of this project, with the settings of the runtime that the product has.</summary>
    public static ProcessStartInfo Own(params string[] arguments) => new(
        "dotnet", ["exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "ChatConnector.Host.runtimeconfig.json"), typeof(Contender).Assembly.Location, .. arguments]);

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task CheckAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var caller = await Caller.ConnectAsync(Port);
                if (await caller.IsTakenAsync(Traffic.Next()) && !await caller.IsTakenAsync(Traffic.Forged()))
                    return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                // It does not listen yet.
            }

            if (Stopwatch.GetElapsedTime(began) > LongestStart)
                throw new InvalidOperationException($"{Name} does not answer as it should.");
            await Task.Delay(20);
        }
    }

    private Process Now()
    {
        process.Refresh();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
