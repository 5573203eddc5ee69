using System.Collections.Concurrent;
using ChatConnector.Runtime;

namespace ChatConnector.Slack.Calling;

/// <summary>
/// Keeps us inside Slack's rates without asking: a bucket per workspace and method, one message per second and channel, and
/// silence for as long as Slack asked. Whoever is too early is told how long, and the runtime waits.
/// </summary>
public sealed class Pace(Surroundings around)
{
    private const int MostBuckets = 50_000;

    /// <summary>A little more than Slack's second, because its clock starts when a message arrives.</summary>
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(1.1);

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>Calls a minute that Slack allows at least, by its tiers; methods without a tier are held to their channel alone.</summary>
    private static int? PerMinute(string method) => method switch
    {
        "users.list" => 20,
        "chat.update" or "conversations.open" or "conversations.history" or "conversations.replies" => 50,
        "users.info" or "views.open" or "views.publish" or "chat.postEphemeral" => 100,
        _ => null,
    };

    /// <exception cref="SlackException">Busy: it is too early.</exception>
    public void Take(string method, string workspace)
    {
        Take(method, Whole(workspace), TimeSpan.Zero, 1);
        var (each, burst) = Rate(method);
        Take(method, $"{workspace}|{method}", each, burst);
    }

    /// <summary>As <see cref="Take(string, string)"/>, for a message that appears in a channel.</summary>
    /// <exception cref="SlackException">Busy: it is too early.</exception>
    public void TakeMessage(string method, string workspace, string channel)
    {
        Take(method, workspace);
        try
        {
            Take(method, $"{workspace}|#{channel}", BetweenMessages, 1);
        }
        catch (SlackException)
        {
            // Nothing is called, so others may have the method's turn.
            Of($"{workspace}|{method}").GiveBack(Rate(method).Each);
            throw;
        }
    }

    /// <summary>Waits the time between two messages of one channel.</summary>
    public Task TurnAsync(CancellationToken cancellation) => around.WaitAsync(BetweenMessages, cancellation);

    /// <summary>Slack asked for silence.</summary>
    public void Silence(string method, string workspace, TimeSpan span) => Of($"{workspace}|{method}").Silence(span);

    /// <summary>Nothing may be called there for so long.</summary>
    public void Pause(string workspace, TimeSpan span) => Of(Whole(workspace)).Silence(span);

    private static string Whole(string workspace) => workspace + "|";

    private static (TimeSpan Each, int Burst) Rate(string method) =>
        PerMinute(method) is { } rate ? (TimeSpan.FromMinutes(1) / rate, Math.Max(1, rate / 5)) : (TimeSpan.Zero, 1);

    private void Take(string method, string key, TimeSpan each, int burst)
    {
        if (Of(key).Take(each, burst) is { } wait)
            throw new SlackException(method, "ratelimited_by_us", Trouble.Busy, wait);
    }

    private Bucket Of(string key)
    {
        // Whatever is idle is full, and a full bucket says nothing.
        if (buckets.Count > MostBuckets)
        {
            foreach (var idle in buckets.Where(b => b.Value.IsFull))
                buckets.TryRemove(idle);
        }

        return buckets.GetOrAdd(key, _ => new Bucket(around));
    }

    /// <summary>Counts by when it would be full again, so that nothing has to refill it.</summary>
    private sealed class Bucket(Surroundings around)
    {
        private readonly Lock gate = new();
        private readonly long start = around.Mark();
        private TimeSpan fullAt;
        private TimeSpan silentUntil;

        public bool IsFull
        {
            get
            {
                lock (gate)
                    return around.Since(start) is var now && fullAt <= now && silentUntil <= now;
            }
        }

        /// <summary>Takes one, or says how long there is none.</summary>
        public TimeSpan? Take(TimeSpan each, int burst)
        {
            lock (gate)
            {
                var now = around.Since(start);
                if (silentUntil > now)
                    return silentUntil - now;
                var from = fullAt > now ? fullAt : now;
                var wait = from + each - (each * burst) - now;
                if (wait > TimeSpan.Zero)
                    return wait;
                fullAt = from + each;
                return null;
            }
        }

        public void GiveBack(TimeSpan each)
        {
            lock (gate)
                fullAt -= each;
        }

        public void Silence(TimeSpan span)
        {
            lock (gate)
            {
                var until = around.Since(start) + span;
                silentUntil = until > silentUntil ? until : silentUntil;
            }
        }
    }
}
