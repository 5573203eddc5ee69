using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ChatConnector.Teams.Trust;

/// <summary>
/// Tokens found valid. Microsoft sends the same one for about an hour, so nearly every request needs no signature checked.
/// Kept under their hash, never more than <see cref="Most"/>, and worth nothing once the published keys have changed.
/// </summary>
internal sealed class RememberedTokens(TimeProvider clock)
{
    public const int Most = 1024;

    private readonly ConcurrentDictionary<Digest, (BotToken Token, KeySet Keys)> tokens = new();

    public int Count => tokens.Count;

    /// <summary>What the token vouches for, if it was found valid with the keys published now. Look at its lifetime again.</summary>
    public BotToken? Find(ReadOnlySpan<char> token, KeySet? keys) =>
        tokens.TryGetValue(Digest.Of(token), out var known) && ReferenceEquals(known.Keys, keys) ? known.Token : null;

    public void Keep(string token, BotToken valid, KeySet keys)
    {
        if (tokens.Count >= Most)
            MakeRoom(keys);
        tokens[Digest.Of(token)] = (valid, keys);
    }

    private void MakeRoom(KeySet keys)
    {
        var now = clock.GetUtcNow();
        foreach (var (digest, known) in tokens)
        {
            if (!known.Token.IsValidAt(now) || !ReferenceEquals(known.Keys, keys))
                tokens.TryRemove(digest, out _);
        }

        // So many at once are nobody's normal day; forgetting costs one more look at each signature.
        if (tokens.Count >= Most)
            tokens.Clear();
    }

    private readonly record struct Digest(long A, long B, long C, long D)
    {
        public static Digest Of(ReadOnlySpan<char> token)
        {
            Span<long> hash = stackalloc long[4];
            SHA256.HashData(MemoryMarshal.AsBytes(token), MemoryMarshal.AsBytes(hash));
            return new Digest(hash[0], hash[1], hash[2], hash[3]);
        }
    }
}
