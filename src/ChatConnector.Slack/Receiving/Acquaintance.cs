using System.Collections.Concurrent;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Receiving;

/// <summary>Looks up who speaks, once for everybody, so that nobody is a stranger when they are first heard.</summary>
public sealed class Acquaintance(SlackApi slack)
{
    /// <summary>Beyond this many it begins anew; being looked up twice does no harm.</summary>
    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<(TeammateId Who, Instant Since), bool> met = new();

    /// <summary>The message, with what Slack says of its author where they were not looked up before. Without it when Slack does not answer.</summary>
    public async Task<Message> IntroduceAsync(Message message, Installed at, CancellationToken cancellation)
    {
        // Whoever comes back may have been forgotten.
        var meeting = (message.From, at.Install.Since);
        if (message.Said is Said.Joined or Said.Left || met.ContainsKey(meeting) || SlackIds.Parse(message.From.Text) is not { } speaker)
            return message;
        try
        {
            var user = await slack.UserAsync(at, speaker.Id, cancellation);
            if (met.Count >= MostRemembered)
                met.Clear();
            met[meeting] = true;
            return user is { } known && Hearing.Directory.Read(known, at.Install) is Said.Joined joined ? message with { Speaker = joined.Entry } : message;
        }
        catch (SlackException)
        {
            return message;
        }
    }
}
