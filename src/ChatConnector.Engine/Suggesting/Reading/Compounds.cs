using System.Buffers;
using System.Collections.Frozen;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>
/// Finds the parts of a compound such as "Datenbankmigrationsprojekt". A part is a word of the list in any of its forms; before a
/// listed word of some length there may stand any other, so that "Kubernetescluster" needs no list of tools.
/// </summary>
public sealed class Compounds
{
    /// <summary>More parts than any word has that people would type.</summary>
    public const int MostParts = 6;

    private const int Shortest = 7;
    private const int ShortestPart = 3;
    private const int ShortestHead = 4;

    // Shorter ones end too many words by chance.
    private const int TellsByItself = 5;
    private const int ShortestUnknown = 4;
    private const int LongestPart = 24;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> listed;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes;
    private readonly Stem stem;

    /// <param name="parts">Words that compounds are made of.</param>
    /// <param name="prefixes">What stands before a word without making a compound of it.</param>
    public Compounds(FrozenSet<string> parts, FrozenSet<string> prefixes, Stem stem)
    {
        this.stem = stem;
        this.prefixes = prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        listed = parts.Select(part => StemOf(part)).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Where the parts of a word in plain letters end, the last at the end of the word; answers how many there are, 0 for a word that is none or is listed itself.</summary>
    public int Split(ReadOnlySpan<char> word, Span<int> ends)
    {
        if (word.Length < Shortest || ends.Length < 2 || LengthIfListed(word) > 0)
            return 0;
        for (var at = ShortestPart; at <= word.Length - ShortestHead; at++)
        {
            if (LengthIfListed(word[at..]) is not (>= ShortestHead and var head))
                continue;
            var count = Split(word[..at], ends[..^1]);
            if (count == 0 && (LengthIfListed(word[..at]) > 0 || head >= TellsByItself && MayBeAWord(word[..at])))
                ends[count++] = at;
            if (count == 0)
                continue;
            ends[count] = word.Length;
            return count + 1;
        }
        return 0;
    }

    /// <summary>Whether a word in plain letters is listed or ends with one that is.</summary>
    public bool Knows(ReadOnlySpan<char> word)
    {
        Span<int> ends = stackalloc int[MostParts];
        return LengthIfListed(word) > 0 || Split(word, ends) > 0;
    }

    private bool MayBeAWord(ReadOnlySpan<char> front) =>
        front.Length >= ShortestUnknown && front.ContainsAny(Vowels) && !prefixes.Contains(front);

    // The length of its stem; 0 when it is not on the list.
    private int LengthIfListed(ReadOnlySpan<char> part)
    {
        if (part.Length > LongestPart)
            return 0;
        Span<char> cut = stackalloc char[LongestPart];
        part.CopyTo(cut);
        var length = stem(cut[..part.Length]);
        return listed.Contains(cut[..length]) ? length : 0;
    }

    private string StemOf(string part)
    {
        var letters = Letters.Plain(part).ToCharArray();
        return new string(letters, 0, stem(letters));
    }
}
