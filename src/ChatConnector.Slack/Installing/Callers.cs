using System.Collections.Concurrent;
using ChatConnector.Runtime;

namespace ChatConnector.Slack.Installing;

/// <summary>
/// Whose request it is, asked with every one of them: what is known is good for a second, unless this process changed an install
/// meanwhile. Another one may have; then what nobody should hear any more is heard for a second longer, and nobody is answered.
/// </summary>
public sealed class Callers(Installs installs, Surroundings around)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Known> remembered = new(StringComparer.Ordinal);

    /// <inheritdoc cref="Installs.FindAsync"/>
    public async ValueTask<Installed?> FindAsync(string workspace, CancellationToken cancellation)
    {
        if (remembered.TryGetValue(workspace, out var known) && IsFresh(known))
            return known.At;
        var (mark, now, changes) = (around.Mark(), around.Now, installs.Changes);
        if (await installs.FindAsync(workspace, cancellation) is not { } at)
        {
            remembered.TryRemove(workspace, out _);
            return null;
        }
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[workspace] = new Known(at, mark, now, changes);
        return at;
    }

    // By both clocks: tokens end by the wall's, which somebody may move.
    private bool IsFresh(Known known) =>
        around.Since(known.Mark) < Fresh && around.Now - known.Now < Duration.FromTimeSpan(Fresh) && installs.Changes == known.Changes;

    private sealed record Known(Installed At, long Mark, Instant Now, int Changes);
}
