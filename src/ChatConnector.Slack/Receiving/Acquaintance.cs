using System.Collections.Concurrent;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Receiving;

/// <summary>
/// Looks up who speaks, once for everybody, so that nobody is a stranger when they are first heard. Slack waits for our answer
/// meanwhile, so a slow look-up is not waited for; what it says is heard when it comes.
/// </summary>
public sealed class Acquaintance(SlackApi slack, Inbox inbox, Surroundings around)
{
    /// <summary>Beyond this many it begins anew; being looked up twice does no harm.</summary>
    private const int MostRemembered = 100_000;

    /// <summary>Of the three seconds Slack waits for an answer, and a form may have to be opened after this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(700);

    private readonly ConcurrentDictionary<(TeammateId Who, Instant Since), bool> met = new();

    /// <summary>The message, with what Slack says of its author where they were not looked up before and Slack says it soon.</summary>
    public async Task<Message> IntroduceAsync(Message message, Installed at, CancellationToken cancellation)
    {
        var meeting = MeetingOf(message, at);
        if (message.Said is Said.Joined or Said.Left || met.ContainsKey(meeting) || SlackIds.Parse(message.From.Text) is not { } speaker)
            return message;
        // The look-up outlives the request.
        var looking = LookUpAsync(at, meeting, speaker.Id);
        try
        {
            return await looking.WaitAsync(Longest, around.Time, cancellation) is { } joined ? message with { Speaker = joined.Entry } : message;
        }
        catch (TimeoutException)
        {
            _ = HearLaterAsync(looking, message, meeting);
            return message;
        }
    }

    // Whoever comes back may have been forgotten.
    private static (TeammateId, Instant) MeetingOf(Message message, Installed at) => (message.From, at.Install.Since);

    private async Task<Said.Joined?> LookUpAsync(Installed at, (TeammateId, Instant) meeting, string user)
    {
        try
        {
            var found = await slack.UserAsync(at, user, CancellationToken.None);
            if (met.Count >= MostRemembered)
                met.Clear();
            met[meeting] = true;
            return found is { } known ? Hearing.Directory.Read(known, at.Install) as Said.Joined : null;
        }
        catch (SlackException)
        {
            return null;
        }
    }

    private async Task HearLaterAsync(Task<Said.Joined?> looking, Message message, (TeammateId, Instant) meeting)
    {
        if (await looking is not { } joined)
            return;
        try
        {
            await inbox.AcceptAsync(
                message with { Id = new MessageId($"{SlackIds.Platform}/met/{around.DrawWord()}"), Place = Place.PrivateWith(message.From), At = around.Now, Said = joined },
                CancellationToken.None);
        }
        catch (StorageException)
        {
            // They are looked up again when they are next heard.
            met.TryRemove(meeting, out _);
        }
    }
}
