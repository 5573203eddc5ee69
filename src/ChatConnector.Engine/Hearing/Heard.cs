using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChatConnector.Engine.Hearing;

/// <summary>What somebody said, cleaned, with its words found. Whatever comes in, this can be made of it.</summary>
internal sealed class Heard
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…");
    private static readonly SearchValues<char> WideSentenceEnds = SearchValues.Create("\n。？！");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:–—(，、；：");

    private readonly Pause[] pauses;
    private readonly int[] sentenceEnds;

    private Heard(string text)
    {
        Text = text;
        Words = Split(text);
        Gist = new Gist(this);
        pauses = [.. Enumerable.Range(0, Words.Count + 1).Select(FindPause)];
        sentenceEnds = new int[Words.Count];
        for (var word = Words.Count - 1; word >= 0; word--)
            sentenceEnds[word] = word + 1 == Words.Count || pauses[word + 1] == Pause.Sentence ? word + 1 : sentenceEnds[word + 1];
    }

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    public Gist Gist { get; }

    public static Heard Of(string text) => new(Cleaning.Clean(text));

    /// <summary>Everything behind the first words.</summary>
    public Heard From(int word) => Of(Text[(word > 0 ? Words[word - 1].End : 0)..]);

    /// <summary>The text from behind the word before <paramref name="from"/> up to the word <paramref name="before"/>, on one line and without loose ends.</summary>
    public string Cut(int from, int before)
    {
        if (from >= before)
            return "";
        var start = from > 0 ? Words[from - 1].End : 0;
        var end = before < Words.Count ? Words[before].Start : Text.Length;
        return Cleaning.Trim(Text[start..end].Replace('\n', ' '));
    }

    /// <summary>Whether something ends before this word.</summary>
    public Pause PauseBefore(int word) => pauses[word];

    /// <summary>The word at which the next sentence begins, or the number of words.</summary>
    public int EndOfSentence(int word) => word < Words.Count ? sentenceEnds[word] : Words.Count;

    private Pause FindPause(int word)
    {
        if (word == 0)
            return Pause.Sentence;
        var gap = Text.AsSpan(Words[word - 1].End, (word < Words.Count ? Words[word].Start : Text.Length) - Words[word - 1].End);
        var stop = gap.IndexOfAny(SentenceEnds);
        return gap.ContainsAny(WideSentenceEnds) || (stop >= 0 && gap[stop..].Contains(' ')) ? Pause.Sentence
            : gap.ContainsAny(ClauseEnds) || gap.Contains(" - ", StringComparison.Ordinal) ? Pause.Clause
            : Pause.None;
    }

    private static List<Word> Split(string text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfMention(text, at);
            if (end == at)
                end = EndOfWord(text, at);
            if (end > at)
                words.Add(new Word(Fold(text[at..end]), at, end));
            at = Math.Max(end, at + 1);
        }
        return words;
    }

    private static int EndOfMention(string text, int at)
    {
        if (!text.AsSpan(at).StartsWith("<@"))
            return at;
        var length = text.AsSpan(at + 2).IndexOfAny("<> \n");
        return length > 0 && text[at + 2 + length] == '>' ? at + length + 3 : at;
    }

    private static int EndOfWord(string text, int at)
    {
        var end = at;
        while (end < text.Length && Rune.TryGetRuneAt(text, end, out var rune) && (IsOfWord(rune) || (end > at && IsApostrophe(text[end]))))
            end += rune.Utf16SequenceLength;
        while (end > at && IsApostrophe(text[end - 1]))
            end--;
        return end;
    }

    private static bool IsOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or 'ʼ' or '`' or '´';

    private static string Fold(string word) => word.StartsWith("<@", StringComparison.Ordinal)
        ? word
        : word.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'').Replace('`', '\'').Replace('´', '\'');
}

/// <summary>A word, a number, or a mention such as <c>&lt;@id&gt;</c>, and where it stands in the text.</summary>
/// <param name="Folded">As words are compared: small letters, straight apostrophes. A mention keeps its id as it is.</param>
internal sealed record Word(string Folded, int Start, int End)
{
    public TeammateId? Mentioned => Folded.StartsWith("<@", StringComparison.Ordinal) ? new TeammateId(Folded[2..^1]) : null;

    public bool IsNumber => Folded.All(char.IsAsciiDigit);
}

/// <summary>What ends before a word.</summary>
internal enum Pause
{
    None, Clause, Sentence,
}
