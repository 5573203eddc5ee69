namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>
/// Every term ever read, numbered in the order of arrival. Terms are never taken out. Their letters stand one behind the other, because
/// an object each would take several times what they say.
/// </summary>
internal sealed class Vocabulary
{
    private char[] letters = new char[1024];
    private int[] ends = new int[256];

    // A term's number, plus one, is in the first slot from its hash on that was free when it came.
    private int[] slots = new int[512];

    public int Count { get; private set; }

    /// <summary>The term's number, or -1 when nobody ever used it.</summary>
    public int Find(ReadOnlySpan<char> term) => slots[SlotOf(term)] - 1;

    public int FindOrAdd(ReadOnlySpan<char> term)
    {
        var slot = SlotOf(term);
        if (slots[slot] == 0)
        {
            Append(term);
            slots[slot] = Count;
            if (Count > slots.Length / 3 * 2)
                Spread();
            return Count - 1;
        }
        return slots[slot] - 1;
    }

    private int SlotOf(ReadOnlySpan<char> term)
    {
        var last = slots.Length - 1;
        var slot = string.GetHashCode(term) & last;
        while (slots[slot] > 0 && !term.SequenceEqual(LettersOf(slots[slot] - 1)))
            slot = (slot + 1) & last;
        return slot;
    }

    private ReadOnlySpan<char> LettersOf(int number) => letters.AsSpan(StartOf(number)..ends[number]);

    private int StartOf(int number) => number == 0 ? 0 : ends[number - 1];

    private void Append(ReadOnlySpan<char> term)
    {
        var start = StartOf(Count);
        if (start + term.Length > letters.Length)
            Array.Resize(ref letters, letters.Length / 2 * 3 + term.Length);
        if (Count == ends.Length)
            Array.Resize(ref ends, Count / 2 * 3);
        term.CopyTo(letters.AsSpan(start));
        ends[Count++] = start + term.Length;
    }

    private void Spread()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < Count; number++)
            slots[SlotOf(LettersOf(number))] = number + 1;
    }
}
