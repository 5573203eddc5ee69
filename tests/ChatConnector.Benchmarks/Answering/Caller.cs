using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>One connection that a platform keeps open: a request after the other. Cheap, because it shares the machine with whom it calls.</summary>
internal sealed class Caller : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[4096];

    public static async Task<Caller> ConnectAsync(int port)
    {
        var caller = new Caller();
        try
        {
            await caller.socket.ConnectAsync(IPAddress.Loopback, port);
            return caller;
        }
        catch (SocketException)
        {
            caller.Dispose();
            throw;
        }
    }

    /// <returns>Whether it was taken.</returns>
    public async ValueTask<bool> IsTakenAsync(byte[] request)
    {
        await socket.SendAsync(request);
        var read = 0;
        do
        {
            var more = await socket.ReceiveAsync(answer.AsMemory(read));
            if (more == 0)
                throw new IOException("It hung up.");
            read += more;
        }
        while (!IsWhole(answer.AsSpan(0, read)));
        return answer["HTTP/1.1 ".Length] == (byte)'2';
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Nobody sends a second answer before we ask again, so an answer is whole when its announced length is there.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var said = Encoding.ASCII.GetString(answer[..head]);
        var length = said.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        return length < 0
            ? answer.EndsWith("0\r\n\r\n"u8)
            : answer.Length - head - 4 >= int.Parse(said.AsSpan(length + 16).ToString().Split('\r')[0], CultureInfo.InvariantCulture);
    }
}
