using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>Finds the best documents of a shelf for a question by BM25, in arrays that are used again and again.</summary>
internal sealed class Search
{
    // The usual k1; b is low because a long ask is rarely about more things, only told at greater length.
    private const float Saturation = 1.2f;
    private const float LengthMatters = 0.6f;
    private const int StrongestTerms = 32;
    private const double TooCommon = 0.25;
    private const int CommonFrom = 200;

    private readonly (double Weight, int At)[] strongest = new (double, int)[StrongestTerms];
    private float[] sums = [];
    private int[] touched = [];
    private float[] scores = [];
    private int touchedCount;

    /// <summary>What a document would score that held every asked word as an average document does.</summary>
    public double Ideal { get; private set; }

    /// <summary>The best <paramref name="most"/> documents, with all those that score the same as the last of them.</summary>
    public void Run(Shelf shelf, Question question, IReadOnlyDictionary<int, HashSet<int>> refusals, int most, List<Hit> hits)
    {
        hits.Clear();
        if (sums.Length < shelf.Capacity)
            (sums, touched, scores) = (new float[shelf.Capacity + shelf.Capacity / 4], new int[shelf.Capacity + shelf.Capacity / 4], new float[shelf.Capacity + shelf.Capacity / 4]);
        touchedCount = 0;
        var terms = PickStrongest(shelf, question);
        foreach (var (weight, at) in strongest.AsSpan(0, terms))
            if (question[at].IsKnown && shelf.Postings.CountOf(question[at].Number) > 0)
                Add(shelf, question[at].Number, (float)weight, refusals.GetValueOrDefault(question[at].Number));
        Collect(most, hits);
    }

    private int PickStrongest(Shelf shelf, Question question)
    {
        Ideal = 0;
        var count = 0;
        for (var at = 0; at < question.Count; at++)
        {
            var asked = question[at];
            var holding = shelf.Postings.CountOf(asked.Number);
            if (shelf.Count > CommonFrom && holding > TooCommon * shelf.Count)
                continue;
            var weight = shelf.RarityOf(asked.Number) * 2 * asked.Times / (asked.Times + 1.0);
            count = Insert(weight, at, count);
        }
        foreach (var (weight, _) in strongest.AsSpan(0, count))
            Ideal += weight;
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

    private void Add(Shelf shelf, int term, float weight, HashSet<int>? refusing)
    {
        var lengths = shelf.Lengths;
        var fixedPart = Saturation * (1 - LengthMatters);
        var perWord = (float)(Saturation * LengthMatters / shelf.MeanLength);
        weight *= Saturation + 1;
        foreach (var posting in shelf.Postings.Of(term))
        {
            var document = Postings.DocumentOf(posting);
            if (refusing is not null && refusing.Contains(shelf.Documents[document].Person))
                continue;
            float times = Postings.TimesOf(posting);
            ref var sum = ref sums[document];
            if (sum == 0)
                touched[touchedCount++] = document;
            sum += weight * times / (times + fixedPart + perWord * lengths[document]);
        }
    }

    private void Collect(int most, List<Hit> hits)
    {
        for (var i = 0; i < touchedCount; i++)
            scores[i] = sums[touched[i]];
        var least = touchedCount > most ? Selection.Largest(scores.AsSpan(0, touchedCount), most) : 0;
        foreach (var document in touched.AsSpan(0, touchedCount))
        {
            if (sums[document] >= least)
                hits.Add(new Hit(document, sums[document]));
            sums[document] = 0;
        }
    }
}

internal readonly record struct Hit(int Document, double Score);
