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

    /// <summary>A message sent to a conversation, or a conversation begun.</summary>
    /// <exception cref="ConnectorException">Busy: it is too early.</exception>
    public void TakeMessage(string tenant, string conversation) => Take("send", InHour(conversation), InSecond(conversation), InTenant(tenant));

    /// <summary>
    /// Teams refused a message, so what is said instead takes its turn. Otherwise a place where one message may be sent at a
    /// time would be sent the refused one again and again.
    /// </summary>
    public void GiveBackMessage(string tenant, string conversation) => GiveBack(InHour(conversation), InSecond(conversation), InTenant(tenant));

    /// <summary>Any other call about a conversation.</summary>
    /// <exception cref="ConnectorException">Busy: it is too early.</exception>
    public void TakeLook(string tenant, string conversation) => Take("read", Look(conversation), InTenant(tenant));

    /// <summary>Teams asked for silence.</summary>
    public void Silence(string conversation, TimeSpan span) => buckets.Silence(conversation, span);

    // Teams allows 7 in a second, 60 in 30, 1,800 in an hour.
    private static Limit InSecond(string conversation) => new(conversation, TimeSpan.FromSeconds(1), 5);

    private static Limit InHour(string conversation) => new($"{conversation}|hour", TimeSpan.FromSeconds(2.1), 60);

    // Twice as many as messages.
    private static Limit Look(string conversation) => new($"{conversation}|look", TimeSpan.FromSeconds(0.5), 10);

    // Teams allows 50 in a second to all of a tenant, by some accounts 30.
    private static Limit InTenant(string tenant) => new($"tenant|{tenant}", TimeSpan.FromSeconds(1.0 / 20), 10);

    private void Take(string call, params ReadOnlySpan<Limit> limits)
    {
        for (var taken = 0; taken < limits.Length; taken++)
        {
            if (buckets.Take(limits[taken].Key, limits[taken].Each, limits[taken].Burst) is not { } wait)
                continue;
            // Nothing is called, so others may have its turn.
            GiveBack(limits[..taken]);
            throw new ConnectorException(call, "throttled_by_us", Trouble.Busy, wait);
        }
    }

    private void GiveBack(params ReadOnlySpan<Limit> limits)
    {
        foreach (var limit in limits)
            buckets.GiveBack(limit.Key, limit.Each);
    }

    private readonly record struct Limit(string Key, TimeSpan Each, int Burst);
}
