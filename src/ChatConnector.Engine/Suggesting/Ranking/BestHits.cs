namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>Keeps the best of the hits it is given, with all those that score the same as the last of them.</summary>
internal sealed class BestHits
{
    private Hit[] hits = [];
    private float[] scores = [];
    private int most;
    private int count;

    /// <summary>What a hit must score to belong to the best so far; 0 while there are few.</summary>
    public float Least { get; private set; }

    public void Clear(int howMany)
    {
        (most, count, Least) = (howMany, 0, 0);
        if (hits.Length < howMany * 2)
            (hits, scores) = (new Hit[howMany * 2], new float[howMany * 2]);
    }

    public void Add(Hit hit)
    {
        if (count == hits.Length)
            Sift();
        hits[count++] = hit;
    }

    /// <summary>Fills a list with the best, in the order they were added.</summary>
    public void Take(List<Hit> taken)
    {
        Sift();
        taken.Clear();
        taken.AddRange(hits.AsSpan(0, count));
    }

    private void Sift()
    {
        if (count > most)
        {
            for (var i = 0; i < count; i++)
                scores[i] = (float)hits[i].Score;
            Least = Selection.Largest(scores.AsSpan(0, count), most);
            var kept = 0;
            foreach (var hit in hits.AsSpan(0, count))
                if (hit.Score >= Least)
                    hits[kept++] = hit;
            count = kept;
        }
        // When most of them score the same, sifting makes little room.
        if (count > hits.Length / 4 * 3)
        {
            Array.Resize(ref hits, hits.Length * 2);
            Array.Resize(ref scores, hits.Length);
        }
    }
}
