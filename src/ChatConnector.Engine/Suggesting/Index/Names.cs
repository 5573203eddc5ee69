using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>Finds people by the beginning of any part of their name, whatever accents it has.</summary>
internal sealed class Names
{
    // Above every letter a name can contain, so that a prefix and this bound all names beginning with it.
    private const char AfterAll = char.MaxValue;

    private static readonly char[] Apostrophes = ['\'', '’'];

    private readonly SortedSet<(string Part, int Person)> parts = new(Comparer<(string Part, int Person)>.Create((left, right) =>
        string.CompareOrdinal(left.Part, right.Part) is var order and not 0 ? order : left.Person.CompareTo(right.Person)));

    public void Add(string name, int person)
    {
        foreach (var part in PartsOf(name))
            parts.Add((part, person));
    }

    public void Remove(string name, int person)
    {
        foreach (var part in PartsOf(name))
            parts.Remove((part, person));
    }

    /// <summary>People with a name part that begins with each of the words, each person once.</summary>
    public HashSet<int> Find(string words)
    {
        HashSet<int>? found = null;
        foreach (var word in Split(words))
        {
            var here = parts.GetViewBetween((word, int.MinValue), (word + AfterAll, int.MaxValue)).Select(p => p.Person).ToHashSet();
            if (found is null)
                found = here;
            else
                found.IntersectWith(here);
        }
        return found ?? [];
    }

    // O'Brien is found as obrien and as brien.
    private static IEnumerable<string> PartsOf(string name) =>
        Split(name).Concat(name.IndexOfAny(Apostrophes) >= 0 ? Split(name.Replace('\'', ' ').Replace('’', ' ')) : []);

    private static string[] Split(string name) => Letters.Plain(name).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)
        .Split([' ', '-', '.', ',', '\t', '\n', '@', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
