using System.Buffers;

namespace ChatConnector.Runtime.Receiving;

/// <summary>Reads a request's body whole, and not more of it than anybody may send.</summary>
public static class ForeignBytes
{
    private const int FirstGuess = 4096;

    /// <param name="length">How long it is said to be; null when it is not said.</param>
    /// <param name="most">In bytes.</param>
    /// <returns>Null when it is longer.</returns>
    public static async ValueTask<byte[]?> ReadAsync(Stream body, long? length, int most, CancellationToken cancellation)
    {
        if (length > most)
            return null;
        if (length is { } announced)
        {
            var exact = new byte[announced];
            await body.ReadExactlyAsync(exact, cancellation);
            return exact;
        }

        var buffer = new ArrayBufferWriter<byte>(FirstGuess);
        while (await body.ReadAsync(buffer.GetMemory(), cancellation) is > 0 and var read)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > most)
                return null;
        }

        return buffer.WrittenSpan.ToArray();
    }
}
