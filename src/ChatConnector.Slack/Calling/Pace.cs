using ChatConnector.Runtime;
using ChatConnector.Runtime.Delivering;

namespace ChatConnector.Slack.Calling;

/// <summary>
/// Keeps us inside Slack's rates without asking: a bucket per workspace and method, one message per second and channel, and
/// silence for as long as Slack asked. Whoever is too early is told how long, and the runtime waits.
/// </summary>
public sealed class Pace(Surroundings around)
{
    /// <summary>A little more than Slack's second, because its clock starts when a message arrives.</summary>
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(1.1);

    private readonly Buckets buckets = new(around);

    /// <summary>Calls a minute that Slack allows at least, by its tiers; methods without a tier are held to their channel alone.</summary>
    private static int? PerMinute(string method) => method switch
    {
        "users.list" or "auth.teams.list" or "conversations.list" or "usergroups.list" => 20,
        "chat.update" or "chat.delete" or "conversations.open" or "conversations.info" or "conversations.history" or "conversations.replies" or "users.conversations" => 50,
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
            buckets.GiveBack($"{workspace}|{method}", Rate(method).Each);
            throw;
        }
    }

    /// <summary>Waits the time between two messages of one channel.</summary>
    public Task TurnAsync(CancellationToken cancellation) => around.WaitAsync(BetweenMessages, cancellation);

    /// <summary>Slack asked for silence.</summary>
    public void Silence(string method, string workspace, TimeSpan span) => buckets.Silence($"{workspace}|{method}", span);

    /// <summary>Nothing may be called there for so long.</summary>
    public void Pause(string workspace, TimeSpan span) => buckets.Silence(Whole(workspace), span);

    private static string Whole(string workspace) => workspace + "|";

    private static (TimeSpan Each, int Burst) Rate(string method) =>
        PerMinute(method) is { } rate ? (TimeSpan.FromMinutes(1) / rate, Math.Max(1, rate / 5)) : (TimeSpan.Zero, 1);

    private void Take(string method, string key, TimeSpan each, int burst)
    {
        if (buckets.Take(key, each, burst) is { } wait)
            throw new SlackException(method, "ratelimited_by_us", Trouble.Busy, wait);
    }
}
