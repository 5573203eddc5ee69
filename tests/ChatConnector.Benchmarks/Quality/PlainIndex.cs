using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>A BM25 index as plain as can be, for the baselines: dictionaries and lists, no tricks.</summary>
public sealed class PlainIndex
{
    private const double Saturation = 1.2;
    private const double LengthMatters = 0.6;
    private const int MostTerms = 32;

    private readonly Dictionary<string, List<(int Document, int Times)>> postings = [];
    private readonly List<int> lengths = [];
    private long total;

    public void Add(string text)
    {
        var length = 0;
        foreach (var (term, times) in Count(text))
        {
            if (!postings.TryGetValue(term, out var list))
                postings[term] = list = [];
            list.Add((lengths.Count, times));
            length += times;
        }
        lengths.Add(length);
        total += length;
    }

    /// <summary>The best documents, best first.</summary>
    public IReadOnlyList<(int Document, double Score)> Search(string text, int most)
    {
        var sums = new Dictionary<int, double>();
        var mean = lengths.Count == 0 ? 1 : (double)total / lengths.Count;
        foreach (var (term, weight) in Strongest(text))
            foreach (var (document, times) in postings[term])
                sums[document] = sums.GetValueOrDefault(document)
                    + weight * times * (Saturation + 1) / (times + Saturation * (1 - LengthMatters + LengthMatters * lengths[document] / mean));
        return [.. sums.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => (s.Key, s.Value))];
    }

    /// <summary>The terms of a text that say most, without those in a quarter of all documents.</summary>
    public IReadOnlyList<(string Term, double Weight)> Strongest(string text) =>
        [.. Count(text).Where(t => postings.TryGetValue(t.Key, out var list) && (lengths.Count <= 200 || list.Count <= 0.25 * lengths.Count))
            .Select(t => (t.Key, RarityOf(postings[t.Key].Count) * 2 * t.Value / (t.Value + 1.0)))
            .OrderByDescending(t => t.Item2).Take(MostTerms)];

    public static Dictionary<string, int> Count(string text)
    {
        var terms = new Terms(Language.English).Read(text);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < terms.Count; i++)
            counts[terms[i].ToString()] = counts.GetValueOrDefault(terms[i].ToString()) + terms.At(i).Times;
        return counts;
    }

    private double RarityOf(int holding) => Math.Log(1 + (lengths.Count - holding + 0.5) / (holding + 0.5));
}
