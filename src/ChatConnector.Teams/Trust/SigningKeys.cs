using System.Text.Json;

namespace ChatConnector.Teams.Trust;

/// <summary>
/// Microsoft's published keys, kept in memory: read again twice a day, and once more when a token names an unknown key, but
/// never so often that bad tokens could hammer the publisher. When reading fails the old keys stay.
/// </summary>
/// <param name="metadata">Where the OpenID metadata is published.</param>
public sealed class SigningKeys(Uri metadata, HttpClient http, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan ReadAgainAfter = TimeSpan.FromHours(12);
    public static readonly TimeSpan LeastBetweenReads = TimeSpan.FromMinutes(5);

    // Without any keys nobody can be heard, so the first read is tried more often.
    private static readonly TimeSpan LeastBetweenFirstReads = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1);
    private volatile Publication last = new(null, 0, null);

    /// <summary>The keys as last published; null until they were read once.</summary>
    public KeySet? Current => last.Keys;

    /// <summary>The keys, after looking once more if <paramref name="keyId"/> is not among those known. Null when none could be read yet.</summary>
    public async ValueTask<KeySet?> KnowingAsync(string keyId, CancellationToken cancellation)
    {
        var known = last;
        if (known.Keys is null || !known.Keys.Keys.ContainsKey(keyId))
            // Not what was known before: whoever was reading meanwhile may be done by now.
            return MayRead || IsReading ? await ReadAsync(keyId, cancellation) : Current;
        if (clock.GetElapsedTime(known.ReadAt) >= ReadAgainAfter && MayRead)
            _ = ReadAsync(null, CancellationToken.None);
        return known.Keys;
    }

    public void Dispose() => one.Dispose();

    /// <summary>What is being read may hold the key that is looked for, so it is worth waiting for.</summary>
    private bool IsReading => one.CurrentCount == 0;

    private bool MayRead => last is var now && (now.TriedAt is not { } tried || clock.GetElapsedTime(tried) >= (now.Keys is null ? LeastBetweenFirstReads : LeastBetweenReads));

    private async Task<KeySet?> ReadAsync(string? keyId, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            // Somebody else may have read while this one waited.
            if (!MayRead || (keyId is not null && Current?.Keys.ContainsKey(keyId) == true))
                return Current;
            last = last with { TriedAt = clock.GetTimestamp() };
            var read = await FetchAsync(cancellation);
            // The same keys stay the same object, so that tokens remembered with them stay remembered.
            last = last with { Keys = Current is { } old && old.Holds(read) ? old : read, ReadAt = clock.GetTimestamp() };
            return Current;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or JsonException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return Current;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<KeySet> FetchAsync(CancellationToken cancellation)
    {
        var published = OpenIdMetadata.Read(await http.GetStringAsync(metadata, cancellation));
        if (!Uri.TryCreate(published.JwksUri, UriKind.Absolute, out var keys) || !(keys.Scheme == Uri.UriSchemeHttps || (keys.IsLoopback && metadata.IsLoopback)))
            throw new JsonException("The OpenID metadata points to keys that do not come over https.");
        return KeySet.Read(published, await http.GetStringAsync(keys, cancellation));
    }

    private sealed record Publication(KeySet? Keys, long ReadAt, long? TriedAt);
}
