using ChatConnector.Engine.Suggesting;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Turning;

/// <summary>
/// What has been read for one thought. The engine is asked again and again, each time with the rows it lacked the last time,
/// until it lacks nothing; being pure, it does not mind.
/// </summary>
public sealed class Reading(Ledger ledger, OrganizationId organization)
{
    // A real thought needs three or four; this stops one that would read its way through everything.
    private const int MostRounds = 40;

    private readonly Dictionary<string, Entry?> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Row?> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sense?> sensed = new(StringComparer.Ordinal);

    /// <summary>What asks mean; null where no model is asked.</summary>
    public AskSenses? Senses { get; init; }

    /// <summary>Everything read so far; null for rows that are not there.</summary>
    public IReadOnlyDictionary<string, Entry?> Entries => entries;

    /// <summary>The organization's settings, once their row has been read.</summary>
    public Settings Settings => Find(Settings.TheKey)?.Row as Settings ?? Settings.Default;

    public Entry? Find(string key) => entries.GetValueOrDefault(key);

    /// <summary>Reads those of the rows that have not been read yet, in one go.</summary>
    public async Task ReadAsync(IEnumerable<string> keys, CancellationToken cancellation)
    {
        var missing = keys.Where(key => !entries.ContainsKey(key)).Distinct().ToList();
        if (missing.Count == 0)
            return;
        var found = await ledger.ReadAsync(organization, missing, cancellation);
        foreach (var key in missing)
        {
            entries[key] = found.GetValueOrDefault(key);
            rows[key] = entries[key]?.Row;
        }
    }

    /// <summary>Thinks until nothing is lacking.</summary>
    public async Task<T> ThinkAsync<T>(Func<Func<Colleagues, T>, T> among, Func<Situation, T> think, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            Situation? situation = null;
            var thought = among(colleagues => think(situation = new Situation(rows, colleagues) { Senses = Senses is null ? null : sensed }));
            if (situation!.Lacking.Count > 0)
                await ReadAsync(situation.Lacking, cancellation);
            else if (situation.LackingSenses.Count > 0)
                await SenseAsync(situation.LackingSenses, cancellation);
            else
                return thought;
        }

        throw new InvalidOperationException($"A thought lacked rows {MostRounds} times over.");
    }

    private async Task SenseAsync(IEnumerable<string> texts, CancellationToken cancellation)
    {
        foreach (var text in texts)
            sensed[text] = await Senses!.OfAsync(text, cancellation);
    }
}
