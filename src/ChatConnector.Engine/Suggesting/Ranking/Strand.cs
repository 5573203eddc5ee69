using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>One word of a question, followed through the documents that hold it, in ascending order.</summary>
/// <param name="weight">More than it can ever add to a document.</param>
internal struct Strand(int term, float weight, HashSet<int>? refusing)
{
    public readonly int Term = term;
    public readonly float Weight = weight;

    /// <summary>The posting that comes next.</summary>
    public int Next;

    /// <summary>The most that this word and all weaker ones together add to a document.</summary>
    public double Rest;

    private readonly HashSet<int>? refusing = refusing;

    public readonly bool IsRefused(Shelf shelf, int document) => refusing is not null && refusing.Contains(shelf.Documents[document].Person);

    /// <summary>How often the word counts in a document, 0 for never. Documents must be asked for in ascending order.</summary>
    public int TimesIn(Shelf shelf, int document)
    {
        var postings = shelf.Postings.Of(Term);
        SkipTo(shelf, document);
        return Next < postings.Length && Postings.DocumentOf(postings[Next]) == document && !IsRefused(shelf, document)
            ? Postings.TimesOf(postings[Next])
            : 0;
    }

    /// <summary>The place of the first posting that is not before a document.</summary>
    public int SkipTo(Shelf shelf, int document) => Next = Skip(shelf.Postings.Of(Term), Next, document);

    // Ever larger steps forward, then halving: the next document is mostly near.
    private static int Skip(ReadOnlySpan<uint> postings, int from, int document)
    {
        var (low, step) = (from, 1);
        while (low + step < postings.Length && Postings.DocumentOf(postings[low + step]) < document)
            (low, step) = (low + step, step * 2);
        var high = Math.Min(low + step, postings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Postings.DocumentOf(postings[middle]) < document)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
