using System.Collections.Concurrent;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Directories;

/// <summary>
/// Where the organization allows it, tells the conversation once a day which groups and open channels each teammate is in; of
/// channels only the names. Where it is no longer allowed, that there are none.
/// </summary>
public sealed class Memberships(Installs installs, SlackApi slack, IStore store, Ledger ledger, Inbox inbox)
{
    // Slack is asked for each of them, fifty times a minute at most.
    private const int PeoplePerPage = 20;

    private readonly Walk walk = new("memberships", PeoplePerPage, store, slack, ledger.Around);
    private readonly ConcurrentDictionary<(string Workspace, string? Team, long Began), Rooms> rooms = new();

    /// <summary>Goes one page further in every workspace, each at its own pace; to be called now and then.</summary>
    public async Task GoOnAsync(CancellationToken cancellation) =>
        await Task.WhenAll((await installs.AllAsync(cancellation)).Select(install => GoOnAsync(install, cancellation)));

    private async Task GoOnAsync(InstallRow install, CancellationToken cancellation)
    {
        if (await installs.FindAsync(install.Workspace, cancellation) is not { } at)
        {
            Leave(install.Workspace);
            if (!install.IsIn)
                await walk.ForgetAsync(install.Workspace, cancellation);
            return;
        }
        var settings = (await ledger.ReadAsync(at.Install.Organization, Settings.TheKey, cancellation))?.Row as Settings ?? Settings.Default;
        if (!settings.GuessFromGroups && !await walk.HasBegunAsync(install.Workspace, cancellation))
            return;
        var occasion = $"{at.Install.Since.ToUnixTimeSeconds()} {settings.GuessFromGroups}";
        if (!await walk.GoOnAsync(at, occasion, 1, (page, c) => TellAsync(page, settings, c), cancellation))
            return;
        Leave(install.Workspace);
        if (!settings.GuessFromGroups)
            await walk.ForgetAsync(install.Workspace, cancellation);
    }

    private async Task TellAsync(Visited page, Settings settings, CancellationToken cancellation)
    {
        var install = page.At.Install;
        var users = page.Users.Select(u => u.Text("id")).Where(SlackIds.IsId).Distinct().ToList();
        var known = await ledger.ReadAsync(install.Organization, [.. users.Select(u => Teammate.KeyOf(SlackIds.Teammate(install.Workspace, u)))], cancellation);
        foreach (var user in users)
        {
            var who = SlackIds.Teammate(install.Workspace, user);
            if (known.GetValueOrDefault(Teammate.KeyOf(who))?.Row is not Teammate { IsHere: true } teammate)
                continue;
            var names = settings.GuessFromGroups ? await NamesAsync(page, user, cancellation) : [];
            if (Guessing.IsNews(teammate, names, settings))
                await inbox.AcceptAsync(Message(page, user, names), cancellation);
        }
    }

    private async Task<ImmutableList<string>> NamesAsync(Visited page, string user, CancellationToken cancellation)
    {
        var theRooms = rooms.GetOrAdd((page.At.Install.Workspace, page.Team, page.Began), _ => new Rooms(page.Team, slack));
        while (true)
        {
            try
            {
                await theRooms.ReadAsync(page.At, cancellation);
                return await theRooms.NamesAsync(page.At, user, cancellation);
            }
            catch (SlackException early) when (early.Trouble == Trouble.Busy && early.After is not null)
            {
                await ledger.Around.WaitAsync(early.After.Value, cancellation);
            }
        }
    }

    private void Leave(string workspace)
    {
        foreach (var read in rooms.Keys.Where(k => k.Workspace == workspace))
            rooms.TryRemove(read, out _);
    }

    private Message Message(Visited page, string user, ImmutableList<string> names)
    {
        var install = page.At.Install;
        var who = SlackIds.Teammate(install.Workspace, user);
        var id = new MessageId($"{SlackIds.Platform}/memberships/{install.Workspace}/{page.Team}/{page.Began}/{user}");
        return new Message(id, install.Organization, who, Place.PrivateWith(who), ledger.Around.Now, ledger.Around.Draw(), new Said.Belongs(names));
    }
}
