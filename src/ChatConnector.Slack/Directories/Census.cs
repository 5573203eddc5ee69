using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Directories;

/// <summary>
/// Goes through everybody of every workspace once a day and tells the conversation what it does not know yet: who is new, who
/// has changed, whose account is closed.
/// </summary>
public sealed class Census(Installs installs, SlackApi slack, IStore store, Ledger ledger, Inbox inbox)
{
    private const int PeoplePerPage = 200;

    private readonly Walk walk = new("census", PeoplePerPage, store, slack, ledger.Around);

    /// <summary>Goes on as far as Slack's rates allow; to be called every few seconds.</summary>
    public async Task GoOnAsync(CancellationToken cancellation)
    {
        foreach (var install in await installs.AllAsync(cancellation))
        {
            // Where Connector was let in again, everybody may have been forgotten meanwhile.
            if (await installs.FindAsync(install.Workspace, cancellation) is { } at)
                await walk.GoOnAsync(at, $"{at.Install.Since.ToUnixTimeSeconds()}", int.MaxValue, TellAsync, cancellation);
            else if (!install.IsIn)
                await walk.ForgetAsync(install.Workspace, cancellation);
        }
    }

    private async Task TellAsync(Visited page, CancellationToken cancellation)
    {
        var at = page.At;
        var told = page.Users.Select(user => (Id: user.Text("id"), Said: Hearing.Directory.Read(user, at.Install))).Where(t => t.Said is not null).DistinctBy(t => t.Id).ToList();
        var known = await ledger.ReadAsync(at.Install.Organization, [.. told.Select(t => KeyOf(at, t.Id))], cancellation);
        foreach (var (user, said) in told)
        {
            if (IsNews(known.GetValueOrDefault(KeyOf(at, user))?.Row as Teammate, said!))
                await inbox.AcceptAsync(Message(page, user, said!), cancellation);
        }
    }

    /// <summary>Closed accounts of people nobody here ever met are nobody's business.</summary>
    private static bool IsNews(Teammate? known, Said said) => said switch
    {
        Said.Joined joined => known is null || Roster.IsNews(known, joined.Entry),
        _ => known is not null && known.Presence != Presence.Left,
    };

    private Message Message(Visited page, string user, Said said)
    {
        var install = page.At.Install;
        var who = SlackIds.Teammate(install.Workspace, user);
        var id = new MessageId($"{SlackIds.Platform}/census/{install.Workspace}/{page.Began}/{user}");
        return new Message(id, install.Organization, who, Place.PrivateWith(who), ledger.Around.Now, ledger.Around.Draw(), said);
    }

    private static string KeyOf(Installed at, string user) => Teammate.KeyOf(SlackIds.Teammate(at.Install.Workspace, user));
}
