namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>
/// The terms of a text, ready to be looked up: plain letters, stems, no stop words; code-like words whole and in parts;
/// compounds too; scripts without spaces in overlapping pairs. The first line is a headline and counts twice.
/// Meant to be kept and read into again, so that reading costs no memory.
/// </summary>
public sealed class Terms(Idiom idiom)
{
    private const int LongestTerm = 40;
    private const int LongestCompound = 80;

    private Language language = Language.Any;
    private char[] letters = new char[256];
    private Term[] terms = new Term[64];
    private int used;
    private bool inHeadline;

    public int Count { get; private set; }

    /// <summary>The letters of a term; good until the next reading.</summary>
    public ReadOnlySpan<char> this[int index] => letters.AsSpan(terms[index].Start, terms[index].Length);

    public Term At(int index) => terms[index];

    public Terms Read(ReadOnlySpan<char> text)
    {
        (Count, used, inHeadline, language) = (0, 0, true, idiom.LanguageOf(text));
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\n' && Count > 0)
                inHeadline = false;
            var piece = Piece.Next(text, at);
            if (piece.Length == 0)
                at++;
            else
                at = ReadCompound(text, at, piece);
        }
        Unite();
        return this;
    }

    // What means the same becomes one term.
    private void Unite()
    {
        var kept = 0;
        for (var at = 0; at < Count; kept++)
        {
            var (phrase, last) = idiom.Same.Find(this, at);
            terms[kept] = phrase is null ? terms[at] : Write(phrase.Means, terms[at], terms[last]);
            at = last + 1;
        }
        Count = kept;
    }

    private Term Write(string term, Term first, Term last)
    {
        if (letters.Length < used + term.Length)
            Array.Resize(ref letters, letters.Length * 2 + term.Length);
        term.CopyTo(letters.AsSpan(used));
        used += term.Length;
        return first with { Start = used - term.Length, Length = term.Length, Until = last.Until };
    }

    // Pieces joined by dots, dashes and the like: each piece, and the whole if it looks like a name somebody made up.
    private int ReadCompound(ReadOnlySpan<char> text, int from, Piece piece)
    {
        var (end, pieces, joints) = (from + piece.Length, 1, Joints.None);
        ReadPiece(text, from, piece);
        while (Joint.At(text, end) is { Length: > 0 } joint && Piece.Next(text, end + joint.Length) is { Length: > 0 } next)
        {
            joints |= joint.Kind;
            ReadPiece(text, end + joint.Length, next);
            end += joint.Length + next.Length;
            pieces++;
        }
        if (pieces > 1 && Joint.MakesAName(text[from..end], joints))
            Add(text, from, end, isCode: true);
        else if (pieces == 1 && from > 0 && text[from - 1] == '.' && (from == 1 || Letters.KindOf(text[from - 2]) == LetterKind.None))
            Add(text, from - 1, end, isCode: true);
        return end;
    }

    private void ReadPiece(ReadOnlySpan<char> text, int from, Piece piece)
    {
        var end = from + piece.Length;
        switch (piece.Kind)
        {
            case LetterKind.Unspaced or LetterKind.Hiragana:
                AddPairs(text, from, end);
                break;
            case LetterKind.Hangul:
                Add(text, from, end);
                if (After(text, After(text, from, end), end) < end)
                    AddPairs(text, from, end);
                break;
            default:
                Add(text, from, end, piece.IsCode);
                if (piece.Kind == LetterKind.Letter && !AddHumps(text[..end], from) && !piece.IsCode)
                    AddParts(text, from, end);
                break;
        }
    }

    private void AddPairs(ReadOnlySpan<char> text, int from, int end)
    {
        // Short runs of hiragana are grammar, not words.
        if (Letters.KindOf(text[from]) == LetterKind.Hiragana && end - from < 4)
            return;
        for (var (at, next) = (from, After(text, from, end)); at == from || next < end; (at, next) = (next, After(text, next, end)))
            Add(text, at, After(text, next, end));
    }

    // Where the next letter begins.
    private static int After(ReadOnlySpan<char> text, int at, int end)
    {
        at = Math.Min(at + 1, end);
        while (at < end && Letters.GoesOn(text[at]))
            at++;
        return at;
    }

    // PostgreSQL is also postgre and sql.
    private bool AddHumps(ReadOnlySpan<char> text, int from)
    {
        for (var start = from; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && !Piece.IsHump(text, end))
                end++;
            if (start == from && end == text.Length)
                return false;
            Add(text, start, end);
            start = end;
        }
        return true;
    }

    // Datenbankmigration is also datenbank and migration.
    private void AddParts(ReadOnlySpan<char> text, int from, int end)
    {
        Span<int> ends = stackalloc int[Compounds.MostParts];
        var parts = ends[..(language.Compounds?.Split(Spell(text, from, end, LongestCompound), ends) ?? 0)];
        if (parts.IsEmpty)
            return;
        terms[Count - 1] = terms[Count - 1] with { IsCompound = true };
        var spelled = 0;
        foreach (var until in parts)
        {
            var start = from;
            for (; spelled < until; from++)
                spelled += LettersOf(text[from]);
            Add(text, start, from);
        }
    }

    private void Add(ReadOnlySpan<char> text, int from, int end, bool isCode = false)
    {
        var word = Spell(text, from, end, LongestTerm);
        var length = isCode ? word.Length : Trim(word, text, from, end);
        if (length == 0)
            return;
        if (Count == terms.Length)
            Array.Resize(ref terms, Count * 2);
        terms[Count++] = new Term(used, length, from, end, inHeadline ? 2 : 1, isCode);
        used += length;
    }

    // In plain letters, behind those in use.
    private Span<char> Spell(ReadOnlySpan<char> text, int from, int end, int most)
    {
        if (letters.Length < used + 2 * (end - from))
            Array.Resize(ref letters, Math.Max(letters.Length * 2, used + 2 * (end - from)));
        var until = used;
        for (var at = from; at < end && until - used < most; at++)
        {
            if (until > used && Letters.Together(letters[until - 1], text[at]) is var together and not '\0')
                letters[until - 1] = together;
            if (LettersOf(text[at]) == 0 || Letters.GoesOn(text[at]))
                continue;
            letters[until++] = Letters.Plain(text[at]);
            if (Letters.SecondOf(text[at]) is var second and not '\0')
                letters[until++] = second;
        }
        return letters.AsSpan(used, until - used);
    }

    private static int LettersOf(char letter) =>
        Letters.KindOf(letter) == LetterKind.Mark || letter is '\'' or '’' ? 0 : Letters.SecondOf(letter) == '\0' ? 1 : 2;

    // The length that is left of a word: nothing of a stop word, the stem of most others.
    private int Trim(Span<char> word, ReadOnlySpan<char> text, int from, int end) => Letters.KindOf(text[from]) switch
    {
        LetterKind.Digit => word.Length > 1 ? word.Length : 0,
        LetterKind.Letter when word.Length < 2 => text[from] is >= 'B' and <= 'Z' and not 'I' || text[from] is >= 'b' and <= 'z' and not 'i' && IsName(text, from, end) ? word.Length : 0,
        LetterKind.Letter when language.IsStopWord(word) && !IsName(text, from, end) => 0,
        LetterKind.Letter when char.IsAsciiLetter(word[0]) => language.Stem(word),
        LetterKind.Letter when ArabicStem.IsArabic(word[0]) => ArabicStem.Cut(word),
        _ => word.Length,
    };

    private bool IsName(ReadOnlySpan<char> text, int from, int end) => language.Names?.IsName(text, from, end, language) == true;
}

/// <summary>One term of a text.</summary>
/// <param name="From">Where its surface begins in the text.</param>
/// <param name="Until">Where its surface ends.</param>
/// <param name="Times">How often it counts.</param>
/// <param name="IsCode">A made-up name such as c#, node.js or CVE-2026-1234, kept as it is.</param>
public readonly record struct Term(int Start, int Length, int From, int Until, int Times, bool IsCode)
{
    /// <summary>Whether its parts are terms as well, because the word is a compound.</summary>
    public bool IsCompound { get; init; }
}
