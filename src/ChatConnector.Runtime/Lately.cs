using System.Collections.Concurrent;

namespace ChatConnector.Runtime;

/// <summary>
/// What was looked up within the last second, for what is asked with every message. It is worth nothing once this process
/// changed something; what another one changed is seen a second later.
/// </summary>
/// <param name="changes">Grows with every change this process makes to what is looked up.</param>
/// <param name="lookUp">What is found under a key; null, which is not remembered, for nothing.</param>
public sealed class Lately<T>(Surroundings around, Func<int> changes, Func<string, CancellationToken, Task<T?>> lookUp)
    where T : class
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Known> remembered = new(StringComparer.Ordinal);

    /// <summary>What is under the key, as of a second ago at the most.</summary>
    public ValueTask<T?> FindAsync(string key, CancellationToken cancellation) =>
        remembered.TryGetValue(key, out var known) && IsFresh(known) ? new(known.Found) : new(LookUpAsync(key, cancellation));

    private async Task<T?> LookUpAsync(string key, CancellationToken cancellation)
    {
        var (mark, now, before) = (around.Mark(), around.Now, changes());
        if (await lookUp(key, cancellation) is not { } found)
        {
            remembered.TryRemove(key, out _);
            return null;
        }

        if (remembered.Count >= Most)
            remembered.Clear();
        remembered[key] = new Known(found, mark, now, before);
        return found;
    }

    // By both clocks: what is looked up may end by the wall's, which somebody may move.
    private bool IsFresh(Known known) =>
        around.Since(known.Mark) < Fresh && around.Now - known.Now < Duration.FromTimeSpan(Fresh) && changes() == known.Changes;

    private sealed record Known(T Found, long Mark, Instant Now, int Changes);
}
