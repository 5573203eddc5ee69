using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>
/// What texts mean, as far as a model told. Which texts may be used is decided when it matters, by what the index knows at that
/// moment, so senses and texts may come and go in any order.
/// </summary>
internal sealed class Senses(Knowledge knowledge)
{
    /// <summary>Of the newest evidence only, so that memory has a bound; and of what people declare, if it is not more than this either.</summary>
    public const int Most = 50_000;

    private static readonly string EvidencePrefix = Evidence.KeyOf("");

    private readonly Dictionary<string, TextSense> senses = new(StringComparer.Ordinal);
    private readonly Dictionary<TeammateId, HashSet<string>> byPerson = [];

    public void Learn(TextSense sense)
    {
        Forget(sense.Key);
        senses[sense.Key] = sense;
        if (!byPerson.TryGetValue(sense.About, out var theirs))
            byPerson[sense.About] = theirs = new(StringComparer.Ordinal);
        theirs.Add(sense.Key);
    }

    public void Forget(string key)
    {
        if (senses.Remove(key, out var sense) && byPerson.TryGetValue(sense.About, out var theirs) && theirs.Remove(key) && theirs.Count == 0)
            byPerson.Remove(sense.About);
    }

    public void Forget(TeammateId who)
    {
        if (!byPerson.Remove(who, out var theirs))
            return;
        foreach (var key in theirs)
            senses.Remove(key);
    }

    /// <summary>The senses that speak for a person now.</summary>
    public IEnumerable<Sense> Of(Person person) => byPerson.TryGetValue(person.Id, out var theirs)
        ? theirs.Select(key => senses[key]).Where(sense => Counts(sense, int.MinValue)).Select(sense => sense.Sense)
        : [];

    public IReadOnlyList<Unsensed> Missing(IReadOnlyList<Row> rows, SenseModel model)
    {
        var since = NewestSince();
        return [.. rows.SelectMany(row => TextsOf(row, since)).Where(text => !senses.TryGetValue(text.Key, out var sense) || !text.IsKnownBy(sense, model))];
    }

    public bool HasThoseOfOthers(SenseModel model) => senses.Values.Any(sense => !model.Told(sense.Sense));

    public IReadOnlyList<string> Outdated(SenseModel model)
    {
        var since = NewestSince();
        return [.. senses.Values.Where(sense => !model.Told(sense.Sense) || !Counts(sense, since)).Select(sense => sense.Key)];
    }

    private IEnumerable<Unsensed> TextsOf(Row row, int since) => row switch
    {
        Evidence evidence when !string.IsNullOrWhiteSpace(evidence.Text) && IsUsed(evidence.Id, evidence.About, since) => [new(evidence.Key, evidence.Key, evidence.About, evidence.Text)],
        Teammate teammate when knowledge.People.Find(teammate.Id) is { IsHere: true } person =>
            person.Standing.Where(s => IsUsed(person, s)).Select(s => new Unsensed(IdOf(person, s), teammate.Key, teammate.Id, s.Words)).DistinctBy(text => text.Id),
        _ => [],
    };

    private bool Counts(TextSense sense, int since) => sense.Id.StartsWith(EvidencePrefix, StringComparison.Ordinal)
        ? IsUsed(sense.Id[EvidencePrefix.Length..], sense.About, since)
        : knowledge.People.Find(sense.About) is { IsHere: true } person && person.Standing.Exists(s => IsUsed(person, s) && IdOf(person, s) == sense.Id);

    private bool IsUsed(string evidence, TeammateId about, int since) =>
        knowledge.PlaceOf(evidence) is var (shelf, number) && shelf != knowledge.Connecting && shelf.Documents[number].Minute >= since
        && knowledge.People.Find(about) is { IsHere: true } person && shelf.Documents[number].Person == person.Number && !IsRefused(person, shelf, number);

    // A team says where somebody is, not what they know.
    private bool IsUsed(Person person, Standing standing) =>
        standing.Kind is StandingKind.Declared or StandingKind.Confirmed or StandingKind.Title && knowledge.Standing.Count <= Most
        && !IsRefused(person, knowledge.Standing, standing.Document);

    // One word of a topic they removed silences the whole text: its sense cannot be taken apart.
    private static bool IsRefused(Person person, Shelf shelf, int document)
    {
        if (person.Refused.Count == 0)
            return false;
        int[] terms = [];
        var count = shelf.TermsOf(document, ref terms);
        return terms.AsSpan(0, count).ToArray().Any(person.Refused.Contains);
    }

    private static string IdOf(Person person, Standing standing) => $"{Teammate.KeyOf(person.Id)}|{Fingerprint.Of(standing.Words)}";

    private int NewestSince()
    {
        Shelf[] shelves = [knowledge.Asks, knowledge.Contributions];
        if (shelves.Sum(shelf => shelf.Count) <= Most)
            return int.MinValue;
        var minutes = shelves.SelectMany(shelf => shelf.Documents.ToArray()).Where(document => document.Person >= 0).Select(document => document.Minute).ToArray();
        return Selection.Largest(minutes.AsSpan(), Most);
    }
}
