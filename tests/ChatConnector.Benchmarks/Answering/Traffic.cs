using System.Text;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>What a platform sends, as bytes on the wire, each request of its own.</summary>
/// <param name="Next">A request it would send.</param>
/// <param name="Forged">The same, not signed by it.</param>
internal sealed record Traffic(Func<byte[]> Next, Func<byte[]> Forged)
{
    /// <param name="headers">Beside host and length, each ending its line.</param>
    public static byte[] Post(string path, string headers, string body) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}
