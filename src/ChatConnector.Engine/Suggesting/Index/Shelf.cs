namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>
/// Documents of one kind, each belonging to a person, searchable by their terms. A document that was taken out leaves no trace
/// in any score, and its room goes to others.
/// </summary>
internal sealed class Shelf
{
    private readonly Postings postings = new();
    private readonly Stack<int> free = new();
    private Contents contents = new();
    private Document[] documents = new Document[16];
    private ushort[] lengths = new ushort[16];
    private int[] contentAt = new int[16];
    private int[] scratch = new int[64];

    /// <summary>How much more a word of an ask's headline counts here than one from below it.</summary>
    public int HeadlineCounts { get; init; } = 1;

    /// <summary>Numbers given so far, those included that are free again.</summary>
    public int Capacity { get; private set; }

    /// <summary>Documents on the shelf now.</summary>
    public int Count { get; private set; }

    /// <summary>Occurrences in all documents together.</summary>
    public long Length { get; private set; }

    public double MeanLength => Count == 0 ? 1 : Math.Max(1, (double)Length / Count);

    public ReadOnlySpan<Document> Documents => documents.AsSpan(0, Capacity);

    /// <summary>Occurrences in each document.</summary>
    public ReadOnlySpan<ushort> Lengths => lengths.AsSpan(0, Capacity);

    public Postings Postings => postings;

    public bool IsFull => Count == Postings.MostDocuments;

    public int Add(Document document, Bag bag)
    {
        var number = free.TryPop(out var gone) ? gone : NextNumber();
        documents[number] = document;
        lengths[number] = (ushort)Math.Min(bag.Length, ushort.MaxValue);
        var terms = bag.Terms[..Math.Min(bag.Count, Contents.MostTerms)];
        contentAt[number] = contents.Add(terms);
        for (var i = 0; i < terms.Length; i++)
            postings.Add(terms[i], number, bag.Times[i]);
        Count++;
        Length += lengths[number];
        return number;
    }

    public void Remove(int number)
    {
        var count = contents.Read(contentAt[number], ref scratch);
        for (var i = 0; i < count; i++)
            postings.Remove(scratch[i], number);
        Count--;
        Length -= lengths[number];
        documents[number] = Document.Nobodys;
        free.Push(number);
        contents.Drop(contentAt[number]);
        if (contents.IsMostlyWaste)
            PackAnew();
    }

    /// <summary>Leaves no trace of a document in any score until it is put back; answers how often each of its terms counts.</summary>
    public int[] TakeOut(int number)
    {
        var times = new int[contents.Read(contentAt[number], ref scratch)];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = postings.TimesOf(scratch[i], number);
            postings.Remove(scratch[i], number);
        }
        Count--;
        Length -= lengths[number];
        return times;
    }

    /// <summary>Puts back what was taken out.</summary>
    public void PutBack(int number, int[] times)
    {
        contents.Read(contentAt[number], ref scratch);
        for (var i = 0; i < times.Length; i++)
            postings.Add(scratch[i], number, times[i]);
        Count++;
        Length += lengths[number];
    }

    /// <summary>How rare a term is here; the rarer, the more it says.</summary>
    public double RarityOf(int term)
    {
        var holding = postings.CountOf(term);
        return Math.Log(1 + (Count - holding + 0.5) / (holding + 0.5));
    }

    /// <summary>The terms of a document, each once.</summary>
    public int TermsOf(int number, ref int[] terms) => contents.Read(contentAt[number], ref terms);

    private int NextNumber()
    {
        if (Capacity == documents.Length)
        {
            Array.Resize(ref documents, Capacity * 2);
            Array.Resize(ref lengths, Capacity * 2);
            Array.Resize(ref contentAt, Capacity * 2);
        }
        return Capacity++;
    }

    // Seldom: as many documents have gone since the last time as there are.
    private void PackAnew()
    {
        var packed = new Contents();
        for (var number = 0; number < Capacity; number++)
            if (documents[number].Person >= 0)
                contentAt[number] = packed.Add(scratch.AsSpan(0, contents.Read(contentAt[number], ref scratch)));
        contents = packed;
    }
}

/// <summary>What is known of a document besides its terms.</summary>
/// <param name="Person">Whose it is; -1 when it was taken out.</param>
/// <param name="Minute">When, in minutes since 1970; <see cref="Always"/> for what stands until it is changed.</param>
/// <param name="From">The other person of it, such as the requester who was helped; -1 for none.</param>
/// <param name="Weight">How much it counts beside others of its kind.</param>
/// <param name="Kind">The evidence's origin or the standing document's kind; the shelf knows which.</param>
internal readonly record struct Document(int Person, int Minute, int From, float Weight, byte Kind)
{
    /// <summary>By its number, in which channel the ask was open.</summary>
    public ushort Channel { get; init; }

    public const int Always = int.MaxValue;

    public static readonly Document Nobodys = new(-1, 0, -1, 0, 0);
}
