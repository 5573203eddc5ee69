using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatConnector.Benchmarks.Ingress;

/// <summary>A server in a process of its own.</summary>
internal sealed class Contender : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly Process process;

    private Contender(string name, Uri address, Process process) => (Name, Address, this.process) = (name, address, process);

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>What its process used so far.</summary>
    public TimeSpan Cpu => Fresh().TotalProcessorTime;

    public long Megabytes => Fresh().WorkingSet64 >> 20;

    /// <param name="start">How it is started, to listen at this address.</param>
    public static async Task<Contender> StartAsync(string name, Func<Uri, ProcessStartInfo> start)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var contender = new Contender(name, address, Process.Start(start(address))!);
        var began = Stopwatch.GetTimestamp();
        while (!await ListensAsync(address))
        {
            if (contender.process.HasExited || Stopwatch.GetElapsedTime(began) > Limit)
                throw new InvalidOperationException($"{name} did not start.");
            await Task.Delay(50);
        }

        return contender;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private Process Fresh()
    {
        process.Refresh();
        return process;
    }

    private static async Task<bool> ListensAsync(Uri address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
