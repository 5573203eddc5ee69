using System.Collections.Concurrent;

namespace ChatConnector.Runtime.Delivering;

/// <summary>Leaky buckets by key, for platforms that allow so many calls in so much time.</summary>
public sealed class Buckets(Surroundings around)
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>Takes one, or says how long there is none.</summary>
    /// <param name="each">Until one more may be taken.</param>
    /// <param name="burst">How many may be taken at once.</param>
    public TimeSpan? Take(string key, TimeSpan each, int burst) => Of(key).Take(each, burst);

    /// <summary>Puts one back that was taken and not used.</summary>
    public void GiveBack(string key, TimeSpan each) => Of(key).GiveBack(each);

    /// <summary>Nothing is to be taken for so long.</summary>
    public void Silence(string key, TimeSpan span) => Of(key).Silence(span);

    private Bucket Of(string key)
    {
        // Whatever is idle is full, and a full bucket says nothing.
        if (buckets.Count > Most)
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
