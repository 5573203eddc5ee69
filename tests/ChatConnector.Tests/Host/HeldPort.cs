using System.Net;
using System.Net.Sockets;

namespace ChatConnector.Tests.Host;

/// <summary>
/// A port of this machine that stays ours until it is disposed of, so that a process can be told where to listen, be killed and listen
/// there again, and nobody else is given the port between.
/// </summary>
internal sealed class HeldPort : IDisposable
{
    private readonly Socket holder = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HeldPort()
    {
        holder.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Number = ((IPEndPoint)holder.LocalEndPoint!).Port;
        // On Linux another process may listen where we only stand; elsewhere the port has to be let go, and is ours by luck.
        if (!OperatingSystem.IsLinux())
            holder.Dispose();
    }

    public int Number { get; }

    public void Dispose() => holder.Dispose();
}
