using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>Somebody who answers Slack, as a process of their own.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly Process process;

    private Contender(Process process) => this.process = process;

    public int Port { get; private set; }

    public TimeSpan Cpu => Now().TotalProcessorTime;

    public long Resident => Now().WorkingSet64;

    /// <summary>Starts it and looks whether it tells Slack from others.</summary>
    /// <param name="start">The process, given the port it may listen on.</param>
    /// <param name="readsPort">It says its port itself, in a line of JSON.</param>
    public static async Task<Contender> StartAsync(Func<int, ProcessStartInfo> start, bool readsPort = false)
    {
        var port = FreePort();
        var info = start(port);
        info.RedirectStandardInput = info.RedirectStandardOutput = true;
        info.Environment["SLACK_SIGNING_SECRET"] = Caller.Secret;
        info.Environment["NODE_ENV"] = "production";
        var contender = new Contender(Process.Start(info)!) { Port = port };
        if (readsPort)
            contender.Port = int.Parse((await contender.process.StandardOutput.ReadLineAsync())!.Split(':', '}')[1], System.Globalization.CultureInfo.InvariantCulture);
        else
            contender.process.BeginOutputReadLine();
        await contender.CheckAsync();
        return contender;
    }

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
                if (await caller.AskAsync() == 200 && await caller.AskAsync("another secret") == 401)
                    return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                // It does not listen yet.
            }

            if (Stopwatch.GetElapsedTime(began) > LongestStart)
                throw new InvalidOperationException("It does not answer as it should.");
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
