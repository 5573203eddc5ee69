using System.Buffers;

namespace ChatConnector.Teams.Trust;

/// <summary>
/// Three parts in the one way base64url is to be written. The last letter of a part can carry bits that decode to nothing;
/// a token that differs only there would pass for the same token, so it is refused.
/// </summary>
internal static class Canonical
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Letters);

    public static bool Is(string token)
    {
        var parts = 0;
        foreach (var part in token.AsSpan().Split('.'))
        {
            if (++parts > 3 || !IsPart(token.AsSpan(part)))
                return false;
        }

        return parts == 3;
    }

    private static bool IsPart(ReadOnlySpan<char> part) => !part.IsEmpty && !part.ContainsAnyExcept(Allowed) && (part.Length % 4) switch
    {
        0 => true,
        2 => (Letters.IndexOf(part[^1], StringComparison.Ordinal) & 0b1111) == 0,
        3 => (Letters.IndexOf(part[^1], StringComparison.Ordinal) & 0b11) == 0,
        _ => false,
    };
}
