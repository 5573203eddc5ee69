namespace ChatConnector.Benchmarks.Quality;

/// <summary>A BM25 index as plain as can be, for the baselines: dictionaries and lists, no tricks.</summary>
public sealed class PlainIndex
{
    private const double Saturation = 1.2;
    private const double LengthMatters = 0.6;
    private const int MostTerms = 32;

    private readonly Dictionary<string, List<(int Document, double Part)>> postings = [];
    private int documents;
    private long total;

    /// <summary>What a word is worth in a document is settled now, by the mean length so far, as in the reference evaluation.</summary>
    public void Add(IReadOnlyDictionary<string, int> counts)
    {
        var length = counts.Values.Sum();
        total += length;
        var spread = Saturation * (1 - LengthMatters + LengthMatters * length * (documents + 1) / Math.Max(1, total));
        foreach (var (term, times) in counts)
        {
            if (!postings.TryGetValue(term, out var list))
                postings[term] = list = [];
            list.Add((documents, times * (Saturation + 1) / (times + spread)));
        }
        documents++;
    }

    /// <summary>The best documents, best first.</summary>
    public IReadOnlyList<(int Document, double Score)> Search(IReadOnlyDictionary<string, int> asked, int most)
    {
        var sums = new Dictionary<int, double>();
        foreach (var (term, weight) in Strongest(asked))
            foreach (var (document, part) in postings[term])
                sums[document] = sums.GetValueOrDefault(document) + weight * part;
        return [.. sums.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(most).Select(s => (s.Key, s.Value))];
    }

    /// <summary>The asked words that say most, without those in a quarter of all documents.</summary>
    public IReadOnlyList<(string Term, double Weight)> Strongest(IReadOnlyDictionary<string, int> asked) =>
        [.. asked.Where(t => postings.TryGetValue(t.Key, out var list) && (documents <= 200 || list.Count <= 0.25 * documents))
            .Select(t => (t.Key, RarityOf(postings[t.Key].Count) * 2 * t.Value / (t.Value + 1.0)))
            .OrderByDescending(t => t.Item2).Take(MostTerms)];

    /// <summary>How often each word counts; those of the headline count twice.</summary>
    public static Dictionary<string, int> Count(string text, string headline = "")
    {
        var counts = new Dictionary<string, int>();
        foreach (var term in PlainTerms.In(headline).SelectMany(t => (string[])[t, t]).Concat(PlainTerms.In(text)))
            counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts;
    }

    private double RarityOf(int holding) => Math.Log(1 + (documents - holding + 0.5) / (holding + 0.5));
}
