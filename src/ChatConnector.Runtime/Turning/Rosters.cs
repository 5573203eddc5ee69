using System.Collections.Concurrent;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Turning;

/// <summary>One index of colleagues per organization, read from the rows when first needed, kept current by what is committed, let go when not used.</summary>
/// <param name="senses">What asks mean; null where no model is asked.</param>
public sealed class Rosters(Ledger ledger, AskSenses? senses = null)
{
    private const int MostAtOnce = 1_000;

    private readonly ConcurrentDictionary<OrganizationId, Lazy<Task<Roster>>> rosters = new();

    /// <summary>How long an unused index stays in memory.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>What asks mean; null where no model is asked.</summary>
    public AskSenses? Senses { get; } = senses is { AreOn: true } ? senses : null;

    /// <summary>The organizations in use, whose index is in memory.</summary>
    public IReadOnlyList<(OrganizationId Organization, Roster Roster)> InMemory() =>
        [.. rosters.Where(one => one.Value is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Select(one => (one.Key, one.Value.Value.Result))];

    public async Task<Roster> OfAsync(OrganizationId organization)
    {
        var loading = rosters.GetOrAdd(organization, id => new Lazy<Task<Roster>>(() => LoadAsync(id)));
        try
        {
            var roster = await loading.Value;
            roster.UsedAt = ledger.Around.Mark();
            return roster;
        }
        catch
        {
            // The next one tries anew.
            rosters.TryRemove(KeyValuePair.Create(organization, loading));
            throw;
        }
    }

    /// <summary>The index as the organization's words are read by these settings; read anew when it was read by others.</summary>
    public async Task<Roster> OfAsync(OrganizationId organization, Settings settings)
    {
        if (rosters.TryGetValue(organization, out var loading) && await InMemoryAsync(organization) is { } roster && !roster.Among(colleagues => colleagues.ReadsLike(settings)))
            rosters.TryRemove(KeyValuePair.Create(organization, loading));
        return await OfAsync(organization);
    }

    // An index that could not be read knows nothing that could be out of date.
    private async Task<Roster?> InMemoryAsync(OrganizationId organization)
    {
        if (!rosters.TryGetValue(organization, out var loading))
            return null;
        try
        {
            return await loading.Value;
        }
        catch (Exception trouble) when (trouble is IOException or UnreadableException)
        {
            return null;
        }
    }

    /// <summary>Takes in what was just committed, if this organization's index is in memory or on its way there.</summary>
    public async Task LearnAsync(OrganizationId organization, IReadOnlyList<Learned> news)
    {
        if (news.Count == 0 || await InMemoryAsync(organization) is not { } roster)
            return;
        try
        {
            for (var doubts = roster.Learn(news); doubts.Count > 0;)
            {
                var rows = await ledger.ReadAsync(organization, [.. doubts.Select(doubt => doubt.Key)], CancellationToken.None);
                doubts = roster.Settle(doubts, rows);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnreadableException)
        {
            // It is read whole when it is needed.
            LetGo(organization);
        }
    }

    public async Task ForgetAsync(OrganizationId organization, TeammateId who)
    {
        if (await InMemoryAsync(organization) is { } roster)
            roster.Forget(who);
    }

    /// <summary>Lets go of what has not been used lately.</summary>
    public void LetGo()
    {
        foreach (var (organization, loading) in rosters)
            if (loading.IsValueCreated && loading.Value.IsCompletedSuccessfully && ledger.Around.Since(loading.Value.Result.UsedAt) > Patience)
                rosters.TryRemove(KeyValuePair.Create(organization, loading));
    }

    /// <summary>Lets go of an organization that is no longer there.</summary>
    public void LetGo(OrganizationId organization) => rosters.TryRemove(organization, out _);

    private async Task<Roster> LoadAsync(OrganizationId organization)
    {
        var settings = (await ledger.ReadAsync(organization, Settings.TheKey, CancellationToken.None))?.Row as Settings;
        var roster = new Roster(settings ?? Settings.Default) { UsedAt = ledger.Around.Mark() };
        foreach (var prefix in Roster.Prefixes.Where(prefix => Senses is not null || prefix != TextSense.Prefix))
        {
            for (string? last = null; ;)
            {
                var page = await ledger.ScanAsync(organization, prefix, last, MostAtOnce, CancellationToken.None);
                roster.Learn([.. page.Select(entry => new Learned(entry.Row.Key, entry.Row, entry.Revision))]);
                if (page.Count < MostAtOnce)
                    break;
                last = page[^1].Row.Key;
            }
        }

        return roster;
    }
}

/// <summary>A row to take in; null when it was deleted.</summary>
public sealed record Learned(string Key, Row? Row, int Revision);

/// <summary>Everybody of one organization, as far as who knows what. Any number may think at once.</summary>
public sealed class Roster(Settings settings)
{
    /// <summary>What keys begin with of the rows that are told here.</summary>
    internal static readonly IReadOnlyList<string> Prefixes = [Teammate.KeyOf(new TeammateId("")), Evidence.KeyOf(""), TextSense.Prefix];

    private const int MostGone = 10_000;

    private readonly Lock gate = new();
    private readonly Colleagues colleagues = new(settings);
    private readonly Dictionary<string, int> revisions = new(StringComparer.Ordinal);

    // Which deletion was the last of a row. Revisions begin anew after one, so of later news no revision tells whether it is older.
    // News is late by moments only, so starting over now and then is enough.
    private readonly Dictionary<string, int> gone = new(StringComparer.Ordinal);
    private int deletions;

    // Nobody looks where no model is asked, and then nothing is noted.
    private HashSet<string>? changed;

    internal long UsedAt { get; set; }

    public T Among<T>(Func<Colleagues, T> think) => think(colleagues);

    /// <summary>Takes in news; answers what only the store can tell: news of rows that were deleted once may be older than that. See <see cref="Settle"/>.</summary>
    // News of two commits may arrive in either order; the revision tells which is newer.
    internal IReadOnlyList<Doubt> Learn(IEnumerable<Learned> news)
    {
        var doubts = new List<Doubt>();
        lock (gate)
        {
            foreach (var (key, row, revision) in news.Where(one => Prefixes.Any(prefix => one.Key.StartsWith(prefix, StringComparison.Ordinal))))
            {
                if (row is null)
                    Unlearn(key);
                else if (gone.TryGetValue(key, out var deletion))
                    doubts.Add(new Doubt(key, deletion));
                else
                    Learn(key, row, revision);
            }
        }

        return doubts;
    }

    /// <summary>Takes in the rows as the store has them; answers those that were deleted again meanwhile, to be read once more.</summary>
    internal IReadOnlyList<Doubt> Settle(IReadOnlyList<Doubt> doubts, IReadOnlyDictionary<string, Entry> rows)
    {
        var still = new List<Doubt>();
        lock (gate)
        {
            foreach (var (key, deletion) in doubts)
            {
                if (gone.GetValueOrDefault(key) is var last && last != deletion)
                    still.Add(new Doubt(key, last));
                else if (rows.TryGetValue(key, out var entry))
                    Learn(key, entry.Row, entry.Revision);
            }
        }

        return still;
    }

    /// <summary>The keys of people's and evidence's rows that changed since this was called last; null for everything there is.</summary>
    internal IReadOnlyCollection<string>? TakeChanged()
    {
        lock (gate)
        {
            var taken = changed;
            changed = new HashSet<string>(StringComparer.Ordinal);
            return taken;
        }
    }

    /// <summary>These are to be looked at again; null for everything.</summary>
    internal void LookAgain(IReadOnlyCollection<string>? keys)
    {
        lock (gate)
        {
            if (keys is null)
                changed = null;
            else
                changed?.UnionWith(keys);
        }
    }

    internal void Forget(TeammateId who)
    {
        lock (gate)
        {
            Unlearn(Teammate.KeyOf(who));
        }
    }

    private void Learn(string key, Row row, int revision)
    {
        if (revision > revisions.GetValueOrDefault(key))
        {
            revisions[key] = revision;
            colleagues.Learn(row);
        }

        if (row is Teammate or Evidence)
            changed?.Add(key);
    }

    private void Unlearn(string key)
    {
        revisions.Remove(key);
        if (gone.Count >= MostGone)
            gone.Clear();
        gone[key] = ++deletions;
        colleagues.Forget(key);
    }
}

/// <summary>News of a row that was deleted before.</summary>
/// <param name="Deletion">Which deletion it was, so that another one meanwhile shows.</param>
internal readonly record struct Doubt(string Key, int Deletion);
