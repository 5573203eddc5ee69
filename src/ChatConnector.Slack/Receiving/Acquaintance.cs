using System.Collections.Concurrent;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Receiving;

/// <summary>Looks up who speaks, once for everybody, so that nobody is a stranger when they are first heard.</summary>
public sealed class Acquaintance(SlackApi slack)
{
    /// <summary>Beyond this many it begins anew; being looked up twice does no harm.</summary>
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<TeammateId, DirectoryEntry?> met = new();

    /// <summary>
    /// The message, with what Slack says of its author: with every message, because what was said first may have opened a form
    /// and not have been kept, or be worked on later. Without it when Slack does not answer.
    /// </summary>
    public async Task<Message> IntroduceAsync(Message message, Installed at, CancellationToken cancellation)
    {
        if (message.Said is Said.Joined or Said.Left)
        {
            met[message.From] = (message.Said as Said.Joined)?.Entry;
            return message;
        }

        return await EntryAsync(message.From, at, cancellation) is { } entry ? message with { Speaker = entry } : message;
    }

    private async Task<DirectoryEntry?> EntryAsync(TeammateId who, Installed at, CancellationToken cancellation)
    {
        if (met.TryGetValue(who, out var entry) || SlackIds.Parse(who.Text) is not { } speaker)
            return entry;
        try
        {
            var user = await slack.UserAsync(at, speaker.Id, cancellation);
            if (met.Count >= MostRemembered)
                met.Clear();
            return met[who] = user is { } known && Hearing.Directory.Read(known, at.Install) is Said.Joined joined ? joined.Entry : null;
        }
        catch (SlackException)
        {
            return null;
        }
    }
}
