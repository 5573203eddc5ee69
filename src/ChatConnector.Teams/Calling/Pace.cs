using ChatConnector.Runtime;
using ChatConnector.Runtime.Delivering;

namespace ChatConnector.Teams.Calling;

/// <summary>
/// Keeps us inside Teams' rates without asking, per conversation and per tenant, and silent for as long as Teams asked.
/// Whoever is too early is told how long, and the runtime waits.
/// </summary>
public sealed class Pace(Surroundings around)
{
    private readonly Buckets buckets = new(around);

    /// <summary>A message sent to a conversation, or a conversation begun. Teams allows 7 in a second, 60 in 30, 1,800 in an hour.</summary>
    /// <exception cref="ConnectorException">Busy: it is too early.</exception>
    public void TakeMessage(string tenant, string conversation)
    {
        Take("send", $"{conversation}|hour", TimeSpan.FromSeconds(2.1), 60);
        Take("send", conversation, TimeSpan.FromSeconds(1), 5);
        TakeAny(tenant);
    }

    /// <summary>Any other call about a conversation; Teams allows twice as many.</summary>
    /// <exception cref="ConnectorException">Busy: it is too early.</exception>
    public void TakeLook(string tenant, string conversation)
    {
        Take("read", $"{conversation}|look", TimeSpan.FromSeconds(0.5), 10);
        TakeAny(tenant);
    }

    /// <summary>Teams asked for silence.</summary>
    public void Silence(string conversation, TimeSpan span) => buckets.Silence(conversation, span);

    // Teams allows 50 in a second to all of a tenant, by some accounts 30.
    private void TakeAny(string tenant) => Take("call", $"tenant|{tenant}", TimeSpan.FromSeconds(1.0 / 20), 10);

    private void Take(string call, string key, TimeSpan each, int burst)
    {
        if (buckets.Take(key, each, burst) is { } wait)
            throw new ConnectorException(call, "throttled_by_us", Trouble.Busy, wait);
    }
}
