using System.Collections.Concurrent;
using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Receiving;

/// <summary>
/// Tells where something may be posted: in channels Connector is in, that are in use, and in which nobody of another
/// organization reads along. One about which nothing can be learned in time is not among them.
/// </summary>
public sealed class Channels(SlackApi slack, Surroundings around)
{
    /// <summary>Beyond this many it begins anew.</summary>
    private const int MostRemembered = 10_000;

    /// <summary>Of the three seconds Slack waits for an answer, while it is asked who speaks.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(700);

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    /// <summary>Whoever invites Connector tries again soon.</summary>
    private static readonly TimeSpan BadFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Workspace, string Channel), (bool IsFit, long Mark)> known = new();

    /// <summary>Where the message was said, if that matters and may be posted in; in private otherwise.</summary>
    public async ValueTask<Place> PlaceAsync(Message message, Installed at, CancellationToken cancellation) =>
        message.Place.Kind != PlaceKind.Channel || !MayPost(message.Said) || await IsFitAsync(message.Place.Id, at, cancellation)
            ? message.Place
            : Place.PrivateWith(message.From);

    /// <summary>Whether something may be posted in this channel.</summary>
    /// <param name="channel">By our id.</param>
    public async ValueTask<bool> IsFitAsync(string channel, Installed at, CancellationToken cancellation)
    {
        if (SlackIds.Parse(channel) is not { } slackId || slackId.Workspace != at.Install.Workspace)
            return false;
        var key = (slackId.Workspace, slackId.Id);
        if (known.TryGetValue(key, out var last) && around.Since(last.Mark) < (last.IsFit ? GoodFor : BadFor))
            return last.IsFit;
        if (known.Count >= MostRemembered)
            known.Clear();
        var isFit = await LookAsync(at, slackId.Id, cancellation);
        known[key] = (isFit, around.Mark());
        return isFit;
    }

    // What else is done in a channel is answered there for one person alone.
    private static bool MayPost(Said said) => said is Said.Command or Said.Acted { Act.Verb: Verb.WriteAsk or Verb.PostAsk or Verb.AskAnyway };

    private async Task<bool> LookAsync(Installed at, string channel, CancellationToken cancellation)
    {
        try
        {
            return IsFit(await slack.ChannelAsync(at, channel, cancellation).WaitAsync(Longest, around.Time, cancellation));
        }
        catch (Exception unknown) when (unknown is SlackException or TimeoutException)
        {
            return false;
        }
    }

    private static bool IsFit(JsonElement channel) =>
        channel.Is("is_member")
        && !channel.Is("is_archived") && !channel.Is("is_read_only") && !channel.Is("is_thread_only")
        && !channel.Is("is_ext_shared") && !channel.Is("is_pending_ext_shared");
}
