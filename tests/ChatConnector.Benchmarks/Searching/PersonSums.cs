namespace ChatConnector.Benchmarks.Searching;

/// <summary>Sums by person, and the ten largest of them; used again and again.</summary>
internal sealed class PersonSums(int people)
{
    private readonly double[] sums = new double[people];
    private readonly List<int> touched = [];
    private readonly int[] best = new int[Report.MostBest];

    public void Add(int person, double score)
    {
        if (sums[person] == 0)
            touched.Add(person);
        sums[person] += score;
    }

    /// <summary>The best people by their ids, the best first; the sums are gone then.</summary>
    public ReadOnlySpan<int> TakeBest(int[]? ids = null)
    {
        var count = 0;
        foreach (var person in touched)
        {
            var place = Math.Min(count, best.Length - 1);
            if (count == best.Length && sums[best[place]] >= sums[person])
                continue;
            for (; place > 0 && sums[best[place - 1]] < sums[person]; place--)
                best[place] = best[place - 1];
            best[place] = person;
            count = Math.Min(count + 1, best.Length);
        }
        foreach (var person in touched)
            sums[person] = 0;
        touched.Clear();
        if (ids is not null)
            for (var place = 0; place < count; place++)
                best[place] = ids[best[place]];
        return best.AsSpan(0, count);
    }
}
