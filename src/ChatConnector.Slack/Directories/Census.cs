using System.Text.Json;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Directories;

/// <summary>
/// Goes through everybody of every workspace once a day and tells the conversation what it does not know yet: who is new, who
/// has changed, whose account is closed. It writes down where it is after every page, so that it goes on there.
/// </summary>
public sealed class Census(Installs installs, SlackApi slack, CensusRows rows, Ledger ledger, Inbox inbox)
{
    private static readonly Duration Every = Duration.FromDays(1);

    /// <summary>Goes on as far as Slack's rates allow; to be called every few seconds.</summary>
    public async Task GoOnAsync(CancellationToken cancellation)
    {
        foreach (var install in await installs.AllAsync(cancellation))
        {
            if (await installs.FindAsync(install.Workspace, cancellation) is { } at)
                await GoOnAsync(at, cancellation);
            else if (!install.IsIn)
                await rows.RemoveAsync(install.Workspace, cancellation);
        }
    }

    private async Task GoOnAsync(Installed at, CancellationToken cancellation)
    {
        var (now, since) = (ledger.Around.Now, at.Install.Since.ToUnixTimeSeconds());
        var stand = await rows.ReadAsync(at.Install.Workspace, cancellation);
        // Where Connector was let in again, everybody may have been forgotten meanwhile.
        if (stand.Row is not { } begun || begun.Since != since || (begun.IsDone && Instant.FromUnixTimeSeconds(begun.Began) + Every <= now))
            begun = new CensusRow(CensusRow.Current, since, now.ToUnixTimeSeconds());
        while (!begun.IsDone && await PageAsync(at, begun, cancellation) is { } next)
        {
            // Another process is at it.
            if (!await rows.WriteAsync(at.Install.Workspace, next, stand.ETag, cancellation))
                return;
            stand = await rows.ReadAsync(at.Install.Workspace, cancellation);
            begun = next;
        }
    }

    /// <returns>Where it stands afterwards; null when Slack wants us to wait.</returns>
    private async Task<CensusRow?> PageAsync(Installed at, CensusRow stand, CancellationToken cancellation)
    {
        try
        {
            var (users, next) = await slack.UsersAsync(at, stand.Cursor, cancellation);
            foreach (var news in await NewsAsync(at, users, cancellation))
                await inbox.AcceptAsync(Message(at, stand, news.User, news.Said), cancellation);
            return stand with { Cursor = next, IsDone = next is null };
        }
        catch (SlackException trouble) when (trouble.Trouble is Trouble.Busy or Trouble.Uncertain)
        {
            return null;
        }
        catch (SlackException refused) when (stand.Cursor is not null && refused.Error == "invalid_cursor")
        {
            // It rested too long; from the beginning, then.
            return stand with { Cursor = null };
        }
        catch (SlackException)
        {
            // There is another day.
            return stand with { Cursor = null, IsDone = true };
        }
    }

    private async Task<IReadOnlyList<(string User, Said Said)>> NewsAsync(Installed at, IReadOnlyList<JsonElement> users, CancellationToken cancellation)
    {
        var told = users.Select(user => (Id: user.Text("id"), Said: Hearing.Directory.Read(user, at.Install))).Where(t => t.Said is not null).DistinctBy(t => t.Id).ToList();
        var known = await ledger.ReadAsync(at.Install.Organization, [.. told.Select(t => KeyOf(at, t.Id))], cancellation);
        return [.. told.Where(t => IsNews(known.GetValueOrDefault(KeyOf(at, t.Id))?.Row as Teammate, t.Said!)).Select(t => (t.Id, t.Said!))];
    }

    /// <summary>Closed accounts of people nobody here ever met are nobody's business.</summary>
    private static bool IsNews(Teammate? known, Said said) => said switch
    {
        Said.Joined joined => known is null || Roster.IsNews(known, joined.Entry),
        _ => known is not null && known.Presence != Presence.Left,
    };

    private Message Message(Installed at, CensusRow stand, string user, Said said)
    {
        var who = SlackIds.Teammate(at.Install.Workspace, user);
        var id = new MessageId($"{SlackIds.Platform}/census/{at.Install.Workspace}/{stand.Began}/{user}");
        return new Message(id, at.Install.Organization, who, Place.PrivateWith(who), ledger.Around.Now, ledger.Around.Draw(), said);
    }

    private static string KeyOf(Installed at, string user) => Teammate.KeyOf(SlackIds.Teammate(at.Install.Workspace, user));
}
