using System.Collections.Concurrent;
using ChatConnector.Runtime;
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

    private readonly ConcurrentDictionary<(TeammateId Who, Instant Since), DirectoryEntry?> met = new();

    // Whoever says several things at once is looked up once.
    private readonly ConcurrentDictionary<(TeammateId Who, Instant Since), Lazy<Task<DirectoryEntry?>>> running = new();

    /// <summary>
    /// The message, with what Slack says of its author if it says it soon: with every message, because what was said first may
    /// have opened a form and not have been kept, or be worked on later.
    /// </summary>
    public ValueTask<Message> IntroduceAsync(Message message, Installed at, CancellationToken cancellation)
    {
        var meeting = MeetingOf(message, at);
        if (message.Said is Said.Joined or Said.Left)
        {
            met[meeting] = (message.Said as Said.Joined)?.Entry;
            return new(message);
        }

        return met.TryGetValue(meeting, out var known) || SlackIds.Parse(message.From.Text) is not { } speaker
            ? new(With(message, known))
            : new(MeetAsync(message, at, meeting, speaker.Id, cancellation));
    }

    private async Task<Message> MeetAsync(Message message, Installed at, (TeammateId, Instant) meeting, string user, CancellationToken cancellation)
    {
        // The look-up outlives the request.
        var looking = running.GetOrAdd(meeting, _ => new(() => LookUpAsync(at, meeting, user))).Value;
        try
        {
            return With(message, await looking.WaitAsync(Longest, around.Time, cancellation));
        }
        catch (TimeoutException)
        {
            _ = HearLaterAsync(looking, message, meeting);
            return message;
        }
    }

    private static Message With(Message message, DirectoryEntry? entry) => entry is null ? message : message with { Speaker = entry };

    // Whoever comes back may have been forgotten.
    private static (TeammateId, Instant) MeetingOf(Message message, Installed at) => (message.From, at.Install.Since);

    private async Task<DirectoryEntry?> LookUpAsync(Installed at, (TeammateId, Instant) meeting, string user)
    {
        try
        {
            var found = await slack.UserAsync(at, user, CancellationToken.None);
            if (met.Count >= MostRemembered)
                met.Clear();
            return met[meeting] = found is { } person && Hearing.Directory.Read(person, at.Install) is Said.Joined joined ? joined.Entry : null;
        }
        catch (SlackException)
        {
            return null;
        }
        finally
        {
            running.TryRemove(meeting, out _);
        }
    }

    private async Task HearLaterAsync(Task<DirectoryEntry?> looking, Message message, (TeammateId, Instant) meeting)
    {
        if (await looking is not { } entry)
            return;
        try
        {
            await inbox.AcceptAsync(
                message with { Id = new MessageId($"{SlackIds.Platform}/met/{around.DrawWord()}"), Place = Place.PrivateWith(message.From), At = around.Now, Said = new Said.Joined(entry) },
                CancellationToken.None);
        }
        catch (StorageException)
        {
            // They are looked up again when they are next heard.
            met.TryRemove(meeting, out _);
        }
    }
}
