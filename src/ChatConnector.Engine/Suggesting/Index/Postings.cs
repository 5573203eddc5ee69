namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>
/// In which documents each term stands and how often: one number of 32 bits each, 24 for the document and 8 for how often.
/// Ascending by document, so that one can be found and taken out.
/// </summary>
internal sealed class Postings
{
    public const int MostDocuments = 1 << 24;

    private uint[][] lists = [];
    private int[] counts = [];
    private byte[] mostTimes = [];

    /// <summary>In how many documents the term stands.</summary>
    public int CountOf(int term) => (uint)term < (uint)counts.Length ? counts[term] : 0;

    /// <summary>At most this often the term counts in any one document.</summary>
    public int MostTimesOf(int term) => mostTimes[term];

    public ReadOnlySpan<uint> Of(int term) => lists[term].AsSpan(0, counts[term]);

    public static int DocumentOf(uint posting) => (int)(posting >> 8);

    public static int TimesOf(uint posting) => (int)(posting & 0xFF);

    public void Add(int term, int document, int times)
    {
        if (term >= lists.Length)
            MakeRoomFor(term);
        var count = counts[term];
        if (count == lists[term].Length)
            Array.Resize(ref lists[term], count < 4 ? count + 1 : count + count / 2);
        // Mostly the newest; a number that became free may lie anywhere.
        var place = count == 0 || DocumentOf(lists[term][count - 1]) < document ? count : ~Find(term, document);
        lists[term].AsSpan(place, count - place).CopyTo(lists[term].AsSpan(place + 1));
        lists[term][place] = (uint)document << 8 | (uint)Math.Min(times, 0xFF);
        mostTimes[term] = (byte)Math.Max(mostTimes[term], Math.Min(times, 0xFF));
        counts[term] = count + 1;
    }

    public void Remove(int term, int document)
    {
        var place = Find(term, document);
        if (place < 0)
            return;
        lists[term].AsSpan(place + 1, counts[term] - place - 1).CopyTo(lists[term].AsSpan(place));
        counts[term]--;
        if (counts[term] * 4 <= lists[term].Length)
            Array.Resize(ref lists[term], counts[term] * 2);
    }

    /// <summary>How often a term counts in a document that has it.</summary>
    public int TimesOf(int term, int document) => TimesOf(lists[term][Find(term, document)]);

    public bool Contains(int term, int document) => Find(term, document) >= 0;

    // Where it is missing, the complement of where it belongs.
    private int Find(int term, int document)
    {
        var (low, high) = (0, CountOf(term) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = DocumentOf(lists[term][middle]);
            if (found == document)
                return middle;
            (low, high) = found < document ? (middle + 1, high) : (low, middle - 1);
        }
        return ~low;
    }

    private void MakeRoomFor(int term)
    {
        var before = lists.Length;
        Array.Resize(ref lists, Math.Max(term + 1, before * 2));
        Array.Resize(ref counts, lists.Length);
        Array.Resize(ref mostTimes, lists.Length);
        lists.AsSpan(before).Fill([]);
    }
}
