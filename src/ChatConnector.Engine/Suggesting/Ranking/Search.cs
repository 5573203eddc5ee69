using System.Numerics;
using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>
/// Finds the best documents of a shelf for a question by BM25, in arrays that are used again and again. Reads the documents in
/// stretches whose sums fit into the nearest cache; words too weak to bring in a new document are looked up only in those that may still win.
/// Exact: the same documents and the same scores as if every word of every document had been read.
/// </summary>
internal sealed class Search
{
    // The usual k1; b is low because a long ask is rarely about more things, only told at greater length.
    private const float Saturation = 1.2f;
    private const float LengthMatters = 0.6f;
    private const int StrongestTerms = 32;
    private const double TooCommon = 0.25;
    private const int CommonFrom = 200;
    private const int Stretch = 4096;

    // Looking a word up in one document takes as long as reading about so many.
    private const int LookUp = 16;

    // Far more than what thirty-two additions can be rounded by.
    private const double Slack = 1e-5;

    private readonly (double Weight, int At)[] strongest = new (double, int)[StrongestTerms];
    private readonly Strand[] strands = new Strand[StrongestTerms];
    private readonly float[] sums = new float[Stretch];
    private readonly BestHits best = new();
    private int strandCount;
    private float perWord;

    /// <summary>What a document would score that held every asked word as an average document does.</summary>
    public double Ideal { get; private set; }

    /// <summary>The best <paramref name="most"/> documents, with all those that score the same as the last of them.</summary>
    public void Run(Shelf shelf, Question question, IReadOnlyDictionary<int, HashSet<int>> refusals, int most, List<Hit> hits)
    {
        best.Clear(most);
        perWord = (float)(Saturation * LengthMatters / shelf.MeanLength);
        Spin(shelf, question, refusals, PickStrongest(shelf, question));
        for (var from = 0; from < shelf.Capacity && strandCount > 0; from += Stretch)
        {
            var until = Math.Min(from + Stretch, shelf.Capacity);
            var read = 0;
            while (read < strandCount && IsWorthReading(shelf, read, until - from))
                Read(shelf, ref strands[read++], from, until);
            Weigh(shelf, read, from, until);
        }
        best.Take(hits);
    }

    // Words that stand nearly everywhere tell little, and are left out unless there is no other: then everybody is asked about just that.
    private int PickStrongest(Shelf shelf, Question question)
    {
        var count = Pick(shelf, question, shelf.Count > CommonFrom ? TooCommon * shelf.Count : shelf.Count);
        if (count == 0)
            count = Pick(shelf, question, shelf.Count);
        Ideal = 0;
        foreach (var (weight, _) in strongest.AsSpan(0, count))
            Ideal += weight;
        return count;
    }

    private int Pick(Shelf shelf, Question question, double mostHolding)
    {
        var count = 0;
        for (var at = 0; at < question.Count; at++)
        {
            var asked = question[at];
            var holding = shelf.Postings.CountOf(asked.Number);
            if (holding > mostHolding)
                continue;
            var weight = shelf.RarityOf(asked.Number) * 2 * asked.Times / (asked.Times + 1.0) * (asked.InHeadline ? shelf.HeadlineCounts : 1);
            count = Insert(weight, at, count);
        }
        return count;
    }

    // Stronger first; of equals the one said first, so that numbering in the vocabulary does not matter.
    private int Insert(double weight, int at, int count)
    {
        var place = count;
        while (place > 0 && strongest[place - 1].Weight < weight)
            place--;
        if (place == StrongestTerms)
            return count;
        var kept = Math.Min(count, StrongestTerms - 1);
        Array.Copy(strongest, place, strongest, place + 1, kept - place);
        strongest[place] = (weight, at);
        return kept + 1;
    }

    private void Spin(Shelf shelf, Question question, IReadOnlyDictionary<int, HashSet<int>> refusals, int terms)
    {
        strandCount = 0;
        foreach (var (weight, at) in strongest.AsSpan(0, terms))
            if (question[at] is { IsKnown: true, Number: var term } && shelf.Postings.CountOf(term) > 0)
                strands[strandCount++] = new Strand(term, (float)weight * (Saturation + 1), refusals.GetValueOrDefault(term));
        double rest = 0;
        for (var i = strandCount - 1; i >= 0; i--)
            strands[i].Rest = rest += MostOf(shelf, strands[i]);
    }

    // A document is at least as long as it is full of this one word.
    private double MostOf(Shelf shelf, in Strand strand) =>
        PartOf(strand.Weight, shelf.Postings.MostTimesOf(strand.Term), shelf.Postings.MostTimesOf(strand.Term));

    private float PartOf(float weight, float times, int length) => weight * times / (times + Saturation * (1 - LengthMatters) + perWord * length);

    // What a document must have before this word is added to reach the best; zero or less when even nothing may do.
    private float LeastBefore(int strand) =>
        (float)(best.Least * (1 - Slack) - (strand < strandCount ? strands[strand].Rest : 0));

    private void Read(Shelf shelf, ref Strand strand, int from, int until)
    {
        var postings = shelf.Postings.Of(strand.Term);
        var lengths = shelf.Lengths[from..until];
        var here = sums.AsSpan(0, lengths.Length);
        // In the stretches before it may have been looked up only here and there.
        var at = strand.SkipTo(shelf, from);
        for (; at < postings.Length; at++)
        {
            var document = Postings.DocumentOf(postings[at]) - from;
            if ((uint)document >= (uint)here.Length)
                break;
            if (!strand.IsRefused(shelf, document + from))
                here[document] += PartOf(strand.Weight, Postings.TimesOf(postings[at]), lengths[document]);
        }
        strand.Next = at;
    }

    // A word that may bring in a new document is; any other is if looking it up in those that may still win would take longer.
    private bool IsWorthReading(Shelf shelf, int strand, int documents) =>
        LeastBefore(strand) is var least && (least <= 0
            || (double)CountFrom(least, documents) * LookUp * shelf.Capacity >= (double)shelf.Postings.CountOf(strands[strand].Term) * documents);

    private int CountFrom(float least, int documents)
    {
        var (counts, wanted) = (Vector<int>.Zero, new Vector<float>(least));
        for (var at = 0; at < documents; at += Vector<float>.Count)
            counts -= Vector.GreaterThanOrEqual(new Vector<float>(sums, at), wanted);
        return Vector.Sum(counts);
    }

    // Eight documents or so are compared at once; the sums are left at zero.
    private void Weigh(Shelf shelf, int read, int from, int until)
    {
        var least = Math.Max(float.Epsilon, LeastBefore(read));
        for (var at = 0; at < until - from; at += Vector<float>.Count)
            if (Vector.GreaterThanOrEqualAny(new Vector<float>(sums, at), new Vector<float>(least)))
                for (var document = at; document < at + Vector<float>.Count; document++)
                    if (sums[document] >= least)
                        Complete(shelf, read, from + document, sums[document]);
        sums.AsSpan(0, until - from).Clear();
    }

    private void Complete(Shelf shelf, int read, int document, float sum)
    {
        for (var i = read; i < strandCount; i++)
        {
            if (sum < LeastBefore(i))
                return;
            var times = strands[i].TimesIn(shelf, document);
            if (times > 0)
                sum += PartOf(strands[i].Weight, times, shelf.Lengths[document]);
        }
        if (sum >= best.Least)
            best.Add(new Hit(document, sum));
    }
}

internal readonly record struct Hit(int Document, double Score);
