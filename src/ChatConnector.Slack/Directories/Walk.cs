using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Directories;

/// <summary>
/// Goes through everybody of a workspace once a day, page by page at Slack's pace, and writes down where it is after each, so
/// that it goes on there, in whichever process.
/// </summary>
/// <param name="name">Under which it is written down.</param>
/// <param name="perPage">People of a page, at most 200.</param>
public sealed class Walk(string name, int perPage, IStore store, SlackApi slack, Surroundings around)
{
    private const string Partition = "slack";
    private static readonly Duration Every = Duration.FromDays(1);

    /// <summary>Whether it was begun there and is remembered.</summary>
    public async Task<bool> HasBegunAsync(string workspace, CancellationToken cancellation) => (await ReadAsync(workspace, cancellation)).ETag is not null;

    /// <summary>Goes on as far as Slack's rates allow.</summary>
    /// <param name="occasion">Begins anew when it is another one than before.</param>
    /// <param name="mostPages">After so many it is somebody else's turn.</param>
    /// <param name="visit">What is done with a page; a page may come twice.</param>
    /// <returns>Whether it is done for today.</returns>
    public async Task<bool> GoOnAsync(Installed at, string occasion, int mostPages, Func<Visited, CancellationToken, Task> visit, CancellationToken cancellation)
    {
        var workspace = at.Install.Workspace;
        for (var pages = 0; pages < mostPages; pages++)
        {
            if (await StandAsync(workspace, occasion, cancellation) is not var (stand, etag))
                return false;
            if (stand.IsDone)
                return true;
            // Another process may be at it as well.
            if (await StepAsync(at, stand, visit, cancellation) is not { } next || !await WriteAsync(workspace, next, etag, cancellation))
                return false;
            if (next.IsDone)
                return true;
        }
        return false;
    }

    /// <summary>As if it had never been begun there.</summary>
    public async Task ForgetAsync(string workspace, CancellationToken cancellation)
    {
        if ((await ReadAsync(workspace, cancellation)).ETag is { } etag)
            await store.CommitAsync(Partition, [new RowChange.Delete(KeyOf(workspace), etag)], cancellation);
    }

    /// <returns>Where it stands, begun if it has to be; null when another process begins it at this moment.</returns>
    private async Task<(WalkRow Row, string ETag)?> StandAsync(string workspace, string occasion, CancellationToken cancellation)
    {
        var (stand, etag) = await ReadAsync(workspace, cancellation);
        if (stand is null || stand.Occasion != occasion || (stand.IsDone && Instant.FromUnixTimeMilliseconds(stand.Began) + Every <= around.Now))
        {
            // Written down before anybody is told anything, so that all who are at it are at the same walk.
            if (!await WriteAsync(workspace, new WalkRow(WalkRow.Current, occasion, around.Now.ToUnixTimeMilliseconds()), etag, cancellation))
                return null;
            (stand, etag) = await ReadAsync(workspace, cancellation);
        }
        return stand is null || etag is null ? null : (stand, etag);
    }

    /// <returns>Where it stands afterwards; null when Slack wants us to wait.</returns>
    private async Task<WalkRow?> StepAsync(Installed at, WalkRow stand, Func<Visited, CancellationToken, Task> visit, CancellationToken cancellation)
    {
        try
        {
            // Slack lists the people of an organization by its workspaces.
            if (at.Install.IsEnterprise && stand.Team is null)
                return await TeamAfterAsync(at, stand.LastTeam, cancellation) is { } team ? stand with { Team = team } : stand with { IsDone = true };
            var (users, next) = await slack.UsersAsync(at, new PageOf(stand.Team, stand.Cursor, perPage), cancellation);
            await visit(new Visited(at, stand.Team, stand.Began, users), cancellation);
            if (next is not null || stand.Team is null)
                return stand with { Cursor = next, IsDone = next is null };
            return stand with { Team = null, LastTeam = stand.Team, Cursor = null };
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
            return stand with { IsDone = true };
        }
    }

    private async Task<string?> TeamAfterAsync(Installed at, string? team, CancellationToken cancellation) =>
        (await slack.TeamsAsync(at, cancellation)).Where(t => string.CompareOrdinal(t, team) > 0).Min(StringComparer.Ordinal);

    private async Task<(WalkRow? Row, string? ETag)> ReadAsync(string workspace, CancellationToken cancellation) =>
        await store.ReadAsync(Partition, [KeyOf(workspace)], cancellation) is [var kept] ? (WalkRow.Read(kept.Json), kept.ETag) : (null, null);

    /// <returns>False when somebody else wrote it meanwhile.</returns>
    private Task<bool> WriteAsync(string workspace, WalkRow row, string? over, CancellationToken cancellation) => store.CommitAsync(
        Partition, [over is null ? new RowChange.Insert(KeyOf(workspace), row.Write()) : new RowChange.Replace(KeyOf(workspace), row.Write(), over)], cancellation);

    private string KeyOf(string workspace) => $"{name}|{workspace}";
}

/// <summary>A page of a walk.</summary>
/// <param name="Team">In an Enterprise Grid organization, the workspace these people are of.</param>
/// <param name="Began">When the walk began, Unix milliseconds.</param>
/// <param name="Users">As Slack describes them.</param>
public sealed record Visited(Installed At, string? Team, long Began, IReadOnlyList<JsonElement> Users);
