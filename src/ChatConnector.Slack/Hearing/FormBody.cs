using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ChatConnector.Slack.Hearing;

/// <summary>Fields of a form-encoded body, each read from the very bytes that were signed when somebody asks for it.</summary>
public sealed class FormBody
{
    /// <summary>Slack sends some fifteen.</summary>
    private const int MostFields = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] body;
    private readonly List<Pair> pairs = new(16);

    /// <exception cref="JsonException">More fields than Slack would send.</exception>
    public FormBody(byte[] body)
    {
        this.body = body;
        for (var start = 0; start < body.Length;)
        {
            var rest = body.AsSpan(start);
            var end = rest.IndexOf((byte)'&') is var found && found < 0 ? rest.Length : found;
            var equals = rest[..end].IndexOf((byte)'=');
            if (end > 0)
                pairs.Add(new Pair(start, equals < 0 ? end : equals, end));
            if (pairs.Count > MostFields)
                throw new JsonException("Not a form of Slack's.");
            start += end + 1;
        }
    }

    public bool Has(ReadOnlySpan<byte> name) => Find(name) is not null;

    /// <summary>What a field says; empty when there is none.</summary>
    /// <exception cref="JsonException">It is there twice, or is no text.</exception>
    public string Text(ReadOnlySpan<byte> name) =>
        Find(name) is { } pair && pair.Name < pair.Length ? Decode(body.AsSpan(pair.Start + pair.Name + 1, pair.Length - pair.Name - 1)) : "";

    // Slack's own names need no escapes.
    private Pair? Find(ReadOnlySpan<byte> name)
    {
        Pair? found = null;
        foreach (var pair in pairs)
        {
            if (pair.Name != name.Length || !body.AsSpan(pair.Start, pair.Name).SequenceEqual(name))
                continue;
            if (found is not null)
                throw new JsonException("Not a form of Slack's.");
            found = pair;
        }

        return found;
    }

    private static string Decode(ReadOnlySpan<byte> encoded)
    {
        if (!encoded.ContainsAny((byte)'%', (byte)'+'))
            return Told(encoded);
        var plain = encoded.Length <= 1024 ? stackalloc byte[encoded.Length] : new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length && Utf8Parser.TryParse(encoded.Slice(i + 1, 2), out byte value, out var used, 'x') && used == 2)
            {
                plain[length++] = value;
                i += 2;
            }
            else
            {
                plain[length++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            }
        }

        return Told(plain[..length]);
    }

    private static string Told(ReadOnlySpan<byte> plain)
    {
        try
        {
            return Strict.GetString(plain);
        }
        catch (DecoderFallbackException broken)
        {
            throw new JsonException("Broken text.", broken);
        }
    }

    /// <summary>Where a field begins, and how long its name and all of it are.</summary>
    private readonly record struct Pair(int Start, int Name, int Length);
}
