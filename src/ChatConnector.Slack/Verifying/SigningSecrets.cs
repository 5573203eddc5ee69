using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatConnector.Slack.Verifying;

/// <summary>Tells Slack's requests from everybody else's, over the raw bytes. Several secrets are accepted while one replaces the other.</summary>
public sealed class SigningSecrets
{
    /// <summary>How far a request's clock may be from ours, in either direction: a replay is old, and nobody signs tomorrow's requests.</summary>
    public const int WindowSeconds = 300;

    private const string Version = "v0=";
    private const int LongestTimestamp = 12;
    private const int SignatureLength = 3 + (2 * SHA256.HashSizeInBytes);

    private readonly byte[][] keys;

    /// <param name="secrets">At least one, none of them blank: without a secret nobody could be told apart.</param>
    public SigningSecrets(IEnumerable<string> secrets)
    {
        keys = [.. secrets.Select(s => s.Trim()).Select(Encoding.UTF8.GetBytes)];
        if (keys.Length == 0 || keys.Any(k => k.Length == 0))
            throw new ArgumentException("A signing secret is needed.", nameof(secrets));
    }

    /// <summary>Whether Slack signed exactly these bytes, not longer than five minutes from now.</summary>
    /// <param name="timestamp">The header <c>X-Slack-Request-Timestamp</c> as it came.</param>
    /// <param name="signature">The header <c>X-Slack-Signature</c> as it came.</param>
    /// <param name="now">Unix seconds.</param>
    public bool Accept(string? timestamp, ReadOnlySpan<byte> body, string? signature, long now)
    {
        if (!IsTimely(timestamp, now) || signature is not { Length: SignatureLength })
            return false;
        Span<byte> given = stackalloc byte[SignatureLength];
        Encoding.ASCII.GetBytes(signature, given);
        var accepted = false;
        // Every key is tried and every comparison runs to its end, so that time tells nothing about either.
        foreach (var key in keys)
            accepted |= Matches(key, timestamp, body, given);
        return accepted;
    }

    private static bool IsTimely([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? timestamp, long now) =>
        timestamp is { Length: > 0 and <= LongestTimestamp }
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        && Math.Abs(now - sent) <= WindowSeconds;

    private static bool Matches(byte[] key, string timestamp, ReadOnlySpan<byte> body, ReadOnlySpan<byte> given)
    {
        Span<byte> head = stackalloc byte[LongestTimestamp + 4];
        var length = Encoding.ASCII.GetBytes($"v0:{timestamp}:", head);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        using (var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key))
        {
            hmac.AppendData(head[..length]);
            hmac.AppendData(body);
            hmac.GetHashAndReset(hash);
        }

        Span<char> hex = stackalloc char[2 * SHA256.HashSizeInBytes];
        Convert.TryToHexStringLower(hash, hex, out _);
        Span<byte> expected = stackalloc byte[SignatureLength];
        Encoding.ASCII.GetBytes(Version, expected);
        Encoding.ASCII.GetBytes(hex, expected[Version.Length..]);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }
}
