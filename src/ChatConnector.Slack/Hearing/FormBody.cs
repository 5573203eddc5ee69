using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ChatConnector.Slack.Hearing;

/// <summary>Fields of a form-encoded body, read from the very bytes that were signed.</summary>
public static class FormBody
{
    /// <summary>Slack sends some fifteen.</summary>
    private const int MostFields = 100;

    // The names that come with every command, so that they need not be made anew each time.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Usual = new HashSet<string>(StringComparer.Ordinal)
    {
        "token", "team_id", "team_domain", "enterprise_id", "enterprise_name", "channel_id", "channel_name", "user_id", "user_name",
        "command", "text", "api_app_id", "is_enterprise_install", "response_url", "trigger_id", "payload",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="JsonException">Too many fields, one twice, or text that is none.</exception>
    public static IReadOnlyDictionary<string, string> Parse(ReadOnlySpan<byte> body)
    {
        var fields = new Dictionary<string, string>(Usual.Set.Count, StringComparer.Ordinal);
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf((byte)'=');
            var name = Name(equals < 0 ? pair : pair[..equals]);
            if (fields.Count == MostFields || !fields.TryAdd(name, equals < 0 ? "" : Decode(pair[(equals + 1)..])))
                throw new JsonException("Not a form of Slack's.");
        }

        return fields;
    }

    private static string Name(ReadOnlySpan<byte> encoded)
    {
        Span<char> letters = stackalloc char[32];
        return encoded.Length <= letters.Length && Ascii.ToUtf16(encoded, letters, out var length) == OperationStatus.Done && Usual.TryGetValue(letters[..length], out var usual)
            ? usual
            : Decode(encoded);
    }

    private static string Decode(ReadOnlySpan<byte> encoded)
    {
        if (!encoded.ContainsAny((byte)'%', (byte)'+'))
            return Text(encoded);
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

        return Text(plain[..length]);
    }

    private static string Text(ReadOnlySpan<byte> plain)
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
}
