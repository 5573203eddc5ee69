using System.Runtime.CompilerServices;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Runtime.Upkeep;

/// <summary>
/// Has a model tell what evidence, topics and titles mean, in the background and some at a time: of organizations in use, and only
/// of texts that people allowed to be used. What was told is kept as rows, and goes when its text does.
/// </summary>
public sealed partial class Sensing(Ledger ledger, Rosters rosters, IEmbeddings embeddings, ILogger<Sensing> log)
{
    /// <summary>Texts told in one go; with the rows they stand in, fewer than the hundred changes that every store makes at once.</summary>
    public const int MostAtOnce = 48;

    private const int MostRows = 500;

    // When single texts are refused one after the other, it is not the texts.
    private const int MostRefusals = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    // Texts the model does not take; it may after a restart.
    private readonly HashSet<Unsensed> refused = [];
    private (long Since, TimeSpan Span) quiet;
    private int failures;
    private int refusals;

    /// <summary>Looks through what is new since the last time; everything when an index was just read.</summary>
    public async Task GoAsync(CancellationToken cancellation)
    {
        if (embeddings.Model is not { } name || ledger.Around.Since(quiet.Since) < quiet.Span)
            return;
        foreach (var (organization, roster) in rosters.InMemory())
        {
            var model = new SenseModel(name, embeddings.Dimension);
            var changed = roster.Among(colleagues => colleagues.HasSensesOfOthers(model)) ? TakeAll(roster) : roster.TakeChanged();
            var isDone = false;
            try
            {
                isDone = changed is { Count: 0 } || await LookAsync(new Office(organization, roster, model), changed, cancellation);
            }
            finally
            {
                if (!isDone)
                    roster.LookAgain(changed);
            }

            if (!isDone)
                return;
        }
    }

    // What has changed is among it.
    private static IReadOnlyCollection<string>? TakeAll(Turning.Roster roster)
    {
        roster.TakeChanged();
        return null;
    }

    // False when the model does not answer now.
    private async Task<bool> LookAsync(Office office, IReadOnlyCollection<string>? changed, CancellationToken cancellation)
    {
        foreach (var keys in office.Roster.Among(colleagues => colleagues.OutdatedSenses(office.Model)).Chunk(MostAtOnce))
            await ForgetAsync(office, keys, cancellation);
        await foreach (var page in PagesAsync(office.Organization, changed, cancellation))
        {
            var sources = page.ToDictionary(entry => entry.Row.Key);
            var missing = office.Roster.Among(colleagues => colleagues.Unsensed([.. page.Select(entry => entry.Row)], office.Model));
            foreach (var texts in missing.Where(text => !refused.Contains(text)).Chunk(MostAtOnce))
            {
                if (!await TellAsync(office, await StillMissingAsync(office, texts, cancellation), sources, cancellation))
                    return false;
            }
        }

        return true;
    }

    private async IAsyncEnumerable<IReadOnlyList<Entry>> PagesAsync(OrganizationId organization, IReadOnlyCollection<string>? keys, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var some in (keys ?? []).Chunk(MostRows))
            yield return [.. (await ledger.ReadAsync(organization, some, cancellation)).Values];
        foreach (var prefix in keys is null ? (string[])[Teammate.KeyOf(new TeammateId("")), Evidence.KeyOf("")] : [])
        {
            for (string? last = null; ;)
            {
                var page = await ledger.ScanAsync(organization, prefix, last, MostRows, cancellation);
                yield return page;
                if (page.Count < MostRows)
                    break;
                last = page[^1].Row.Key;
            }
        }
    }

    // Another process may have been told already; what was told of a text that has changed since goes before the new one is asked for.
    private async Task<IReadOnlyList<Unsensed>> StillMissingAsync(Office office, Unsensed[] texts, CancellationToken cancellation)
    {
        var found = await ledger.ReadAsync(office.Organization, [.. texts.Select(text => text.Key)], cancellation);
        var told = texts.Where(text => found.GetValueOrDefault(text.Key)?.Row is TextSense sense && text.IsKnownBy(sense, office.Model)).ToList();
        await rosters.LearnAsync(office.Organization, [.. told.Select(text => new Learned(text.Key, found[text.Key].Row, found[text.Key].Revision))]);
        var missing = texts.Except(told).ToList();
        await ForgetAsync(office, [.. missing.Select(text => text.Key).Where(found.ContainsKey)], cancellation);
        return missing;
    }

    private async Task<bool> TellAsync(Office office, IReadOnlyList<Unsensed> texts, Dictionary<string, Entry> sources, CancellationToken cancellation)
    {
        for (var (at, size) = (0, MostAtOnce); at < texts.Count;)
        {
            var some = texts.Skip(at).Take(size).ToList();
            switch (await embeddings.EmbedAsync([.. some.Select(text => Sense.Tell(text.Words))], cancellation))
            {
                case Embedded.Vectors vectors:
                    (failures, refusals) = (0, 0);
                    await KeepAsync(office, [.. some.Zip(vectors.List, (text, vector) => (text, Sense.Of(office.Model.Name, vector)))], sources, cancellation);
                    at += some.Count;
                    break;
                case Embedded.Refused when some.Count > 1:
                    size = some.Count / 2;
                    break;
                case Embedded.Refused when ++refusals < MostRefusals:
                    refused.Add(some[0]);
                    at++;
                    break;
                case Embedded.Refused:
                    refusals = 0;
                    Wait(new Embedded.NotNow("it refuses one text after the other"));
                    return false;
                case Embedded.NotNow trouble:
                    Wait(trouble);
                    return false;
            }
        }

        return true;
    }

    // Only if the text still stands as it was read: a person may just have been forgotten.
    private async Task KeepAsync(Office office, IReadOnlyList<(Unsensed Text, Sense Sense)> told, Dictionary<string, Entry> sources, CancellationToken cancellation)
    {
        var changes = new Changes();
        foreach (var (text, sense) in told)
            changes.Put(text.Means(sense), null).Expect(text.Source, sources[text.Source]);
        if (await ledger.CommitAsync(office.Organization, changes, cancellation))
            await rosters.LearnAsync(office.Organization, [.. changes.Written.Select(written => new Learned(written.Row.Key, written.Row, written.Revision))]);
        else
            office.Roster.LookAgain([.. told.Select(one => one.Text.Source)]);
    }

    private async Task ForgetAsync(Office office, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0)
            return;
        var changes = new Changes();
        foreach (var key in keys)
            changes.Remove(key);
        await ledger.CommitAsync(office.Organization, changes, cancellation);
        await rosters.LearnAsync(office.Organization, [.. keys.Select(key => new Learned(key, null, 0))]);
    }

    private void Wait(Embedded.NotNow trouble)
    {
        quiet = (ledger.Around.Mark(), trouble.After ?? ledger.Around.Backoff(++failures, FirstWait, LongestWait));
        LogTrouble(trouble.Why);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedding endpoint tells nothing now: {Why}. People are found by words alone.")]
    private partial void LogTrouble(string why);

    private sealed record Office(OrganizationId Organization, Turning.Roster Roster, SenseModel Model);
}
