namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>Every term ever read, numbered in the order of arrival. Terms are never taken out.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public Vocabulary() => bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => numbers.Count;

    /// <summary>The term's number, or -1 when nobody ever used it.</summary>
    public int Find(ReadOnlySpan<char> term) => bySpan.TryGetValue(term, out var number) ? number : -1;

    public int FindOrAdd(ReadOnlySpan<char> term)
    {
        if (bySpan.TryGetValue(term, out var number))
            return number;
        number = numbers.Count;
        bySpan[term] = number;
        return number;
    }
}
