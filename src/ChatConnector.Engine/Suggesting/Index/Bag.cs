using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>The terms of one document by number, each once, with how often it occurs. Kept and filled again.</summary>
internal sealed class Bag
{
    private int[] terms = new int[64];
    private int[] times = new int[64];

    public int Count { get; private set; }

    /// <summary>All occurrences together.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<int> Terms => terms.AsSpan(0, Count);

    public ReadOnlySpan<int> Times => times.AsSpan(0, Count);

    public Bag Fill(Terms text, Vocabulary vocabulary)
    {
        if (terms.Length < text.Count)
            (terms, times) = (new int[text.Count * 2], new int[text.Count * 2]);
        for (var i = 0; i < text.Count; i++)
            (terms[i], times[i]) = (vocabulary.FindOrAdd(text[i]), text.At(i).Times);
        Array.Sort(terms, times, 0, text.Count);
        Merge(text.Count);
        return this;
    }

    /// <summary>Terms of a document that was read before, ascending, each once.</summary>
    public Bag Fill(int[] read, int[] often)
    {
        (terms, times) = (read, often);
        (Count, Length) = (read.Length, often.Sum());
        return this;
    }

    private void Merge(int count)
    {
        (Count, Length) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            Length += times[i];
            if (Count > 0 && terms[Count - 1] == terms[i])
                times[Count - 1] += times[i];
            else
                (terms[Count], times[Count++]) = (terms[i], times[i]);
        }
    }
}
