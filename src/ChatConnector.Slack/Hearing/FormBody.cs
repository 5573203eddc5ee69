using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ChatConnector.Slack.Hearing;

/// <summary>Fields of a form-encoded body, read from the very bytes that were signed.</summary>
public static class FormBody
{
    /// <summary>Slack sends some fifteen.</summary>
    private const int MostFields = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="JsonException">Too many fields, one twice, or text that is none.</exception>
    public static IReadOnlyDictionary<string, string> Parse(ReadOnlySpan<byte> body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf((byte)'=');
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            if (fields.Count == MostFields || !fields.TryAdd(name, equals < 0 ? "" : Decode(pair[(equals + 1)..])))
                throw new JsonException("Not a form of Slack's.");
        }

        return fields;
    }

    private static string Decode(ReadOnlySpan<byte> encoded)
    {
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

        try
        {
            return Strict.GetString(plain[..length]);
        }
        catch (DecoderFallbackException broken)
        {
            throw new JsonException("Broken text.", broken);
        }
    }
}
