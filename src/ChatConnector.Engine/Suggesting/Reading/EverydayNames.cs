using System.Collections.Frozen;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>
/// Words that mostly say nothing and sometimes are a name: Go, Make, IT, R. How a word is written tells, and nothing else does, so
/// that a text has the same terms whoever declared what, before or after it came.
/// </summary>
/// <param name="written">The names as they are written: "IT" in capitals only, "Go" with one, and "go" as well where hardly anything but a name stands.</param>
/// <param name="before">In plain letters, the words that a name follows.</param>
/// <param name="predicates">Of the words that say nothing, those that follow a subject and no command.</param>
/// <param name="between">Of these, those that stand between names.</param>
public sealed class EverydayNames(FrozenSet<string> written, FrozenSet<string> before, FrozenSet<string> predicates, FrozenSet<string> between)
{
    private const int LongestWord = 40;

    // Three words in capitals may be a title; more are shouted, and then capitals tell nothing.
    private const int LongestTitle = 3;

    private const string Joins = ",;(&/+";
    private const string Quotes = "\"'`“”‘’«»„";

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> written = written.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> inAnyCase = written.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> before = before.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> predicates = predicates.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> between = between.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a stop word, or a single small letter, is a name where it stands.</summary>
    public bool IsName(ReadOnlySpan<char> text, int from, int end, Language language)
    {
        var word = text[from..end];
        if (IsAllThereIs(text, from, end))
            return word.Length == 1 || char.IsUpper(word[0]) || inAnyCase.Contains(word);
        // The parts of ServiceNow are no words.
        if (IsWordAt(text, from - 1) || IsWordAt(text, end))
            return false;
        if (!char.IsUpper(word[0]))
            return (word.Length == 1 || written.Contains(word)) && (IsQuoted(text, from, end) || FollowsAJoin(text, from) && !IsAbbreviated(text, end));
        if (word.Length > 1 && char.IsUpper(word[1]))
            return written.Contains(word) && !IsShouted(text);
        return written.Contains(word) ? IsWithin(text, from) || !IsCommand(text, end, language) : FollowsAJoin(text, from) && !IsWordAt(text, end + 1);
    }

    // Looks no further than the words beside it.
    private static bool IsAllThereIs(ReadOnlySpan<char> text, int from, int end)
    {
        while (from > 0 && !IsWordAt(text, from - 1))
            from--;
        while (end < text.Length && !IsWordAt(text, end))
            end++;
        return from == 0 && end == text.Length;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text, int from, int end) =>
        from > 0 && (text[from - 1] == '`' || Quotes.Contains(text[from - 1]) && end < text.Length && Quotes.Contains(text[end]));

    // "for e.g. Postgres", "in l'équipe"
    private static bool IsAbbreviated(ReadOnlySpan<char> text, int end) => Joint.At(text, end).Kind is Joints.Dot or Joints.Apostrophe && IsWordAt(text, end + 1);

    // Elsewhere a capital is what begins a sentence.
    private static bool IsWithin(ReadOnlySpan<char> text, int from) =>
        text[..from].TrimEnd(' ') is [.., var last] && (Letters.KindOf(last) != LetterKind.None || Joins.Contains(last));

    private bool FollowsAJoin(ReadOnlySpan<char> text, int from)
    {
        var until = text[..from].TrimEnd(' ').Length;
        var start = until;
        while (IsWordAt(text, start - 1))
            start--;
        Span<char> word = stackalloc char[LongestWord];
        return until < from && before.Contains(Plain(text[start..until], word));
    }

    // "Go to the page", "Go and see" and "Help!", but not "Go modules", "Go and Rust" or "Go is slow".
    private bool IsCommand(ReadOnlySpan<char> text, int end, Language language)
    {
        if (end == text.Length)
            return false;
        if (text[end] is not (' ' or '-'))
            return text[end] == '!' || text[end] == '.' && !IsWordAt(text, end + 1);
        var until = end + 1;
        while (IsWordAt(text, until))
            until++;
        Span<char> word = stackalloc char[LongestWord];
        var next = Plain(text[(end + 1)..until], word);
        var isListed = between.Contains(next) && until + 1 < text.Length && char.IsUpper(text[until + 1]);
        return language.IsStopWord(next) && !predicates.Contains(next) && !isListed;
    }

    private static bool IsShouted(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (char.IsLower(letter))
                return false;
        return text.Count(' ') >= LongestTitle;
    }

    private static bool IsWordAt(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && Letters.KindOf(text[at]) != LetterKind.None;

    // Nothing of a word that is longer than any of those asked for.
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> word, Span<char> plain)
    {
        if (word.Length > plain.Length)
            return [];
        for (var at = 0; at < word.Length; at++)
            plain[at] = Letters.Plain(word[at]);
        return plain[..word.Length];
    }
}
