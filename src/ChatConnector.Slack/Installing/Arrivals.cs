using ChatConnector.Runtime;
using ChatConnector.Runtime.Upkeep;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Receiving;

namespace ChatConnector.Slack.Installing;

/// <summary>Takes up life in a workspace that let Connector in.</summary>
public sealed class Arrivals(Installs installs, Departures departures, SlackEars ears, Surroundings around)
{
    /// <summary>Somebody is on the way; until they arrive, what comes from where nobody is known is not taken.</summary>
    public void Await() => installs.IsComplete = false;

    /// <summary>
    /// Keeps the install, calls off what was to happen because Connector was out, and introduces it to the person who let it
    /// in; to each once, however often they do.
    /// </summary>
    /// <exception cref="StorageException">It was not kept, or they may not be greeted; once more does no harm.</exception>
    public async Task ArriveAsync(Granted granted, CancellationToken cancellation)
    {
        var install = granted.Installed.Install;
        // First, because what has begun to go must be gone before anybody speaks again.
        await departures.CancelAsync(install.Organization, cancellation);
        // When Connector was let in is told by Slack's clock, not by one that somebody moves.
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await installs.SaveAsync(granted.Installed, granted.Renewal, now, cancellation);
        if (install.IsInSettings)
            await installs.ReplaceInSettingsAsync(install.Workspace, now, cancellation);
        installs.IsComplete = true;
        if (granted.By.Length == 0)
            return;
        var who = SlackIds.Teammate(install.Workspace, granted.By);
        var id = new MessageId($"{SlackIds.Platform}/installed/{install.Workspace}/{granted.By}");
        var brought = new Message(id, install.Organization, who, Place.PrivateWith(who), around.Now, around.Draw(), new Said.Added());
        await ears.HearAsync(new Meaning.Said(brought), granted.Installed, cancellation);
    }
}
