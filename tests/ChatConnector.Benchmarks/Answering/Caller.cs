using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>One connection that Slack keeps open: a command after the other, each of its own and freshly signed. Cheap, because it shares the machine with whom it calls.</summary>
internal sealed class Caller : IDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const int People = 20;

    private static int number;

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

    /// <returns>The status of the answer.</returns>
    public async ValueTask<int> AskAsync(string secret = Secret)
    {
        await socket.SendAsync(Request(secret));
        var read = 0;
        do
        {
            var more = await socket.ReceiveAsync(answer.AsMemory(read));
            if (more == 0)
                throw new IOException("It hung up.");
            read += more;
        }
        while (!IsWhole(answer.AsSpan(0, read)));
        return int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
    }

    public void Dispose() => socket.Dispose();

    private static byte[] Request(string secret)
    {
        var n = Interlocked.Increment(ref number);
        var body =
            $"token=verification_token&team_id=T1&team_domain=acme&channel_id=C0DATA&channel_name=data&user_id=U{n % People}&user_name=somebody&command=%2Fask" +
            $"&text=I+need+help+with+moving+our+weekly+reports+to+the+new+warehouse+%26+with+number+{n}&api_app_id=A0CONNECTOR&is_enterprise_install=false" +
            $"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F{n}%2FaBcDeFgHiJkLmNoPqRsTuVwX&trigger_id={n}.{Environment.ProcessId}.803a0bc887a14d10d2c447fce8b6703c";
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes($"v0:{time}:{body}")));
        return Encoding.ASCII.GetBytes(
            $"POST /slack/commands HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Slackbot 1.0\r\nAccept: */*\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
            $"X-Slack-Request-Timestamp: {time}\r\nX-Slack-Signature: v0={signature}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

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
