namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>How an organization writes: in which languages, and what means the same to its people.</summary>
public sealed class Idiom
{
    private const int LongestWord = 40;

    public static readonly Idiom English = new(Language.English);

    private readonly ImmutableArray<Language> languages;

    /// <param name="languages">At least one; texts that do not tell are taken for the first.</param>
    public Idiom(params ImmutableArray<Language> languages)
        : this(languages, [])
    {
    }

    private Idiom(ImmutableArray<Language> languages, ImmutableList<string> sameWords)
    {
        this.languages = languages;
        Same = SameWords.Of(sameWords, languages);
    }

    public SameWords Same { get; }

    public static Idiom Of(Settings settings) => new(ChosenBy(settings), settings.SameWords);

    /// <summary>Whether an organization with these settings writes like this.</summary>
    public bool IsThatOf(Settings settings) => Same.AreThoseOf(settings.SameWords) && languages.AsSpan().SequenceEqual(ChosenBy(settings).AsSpan());

    /// <summary>
    /// The language of a text, told by the small words that only one of the languages has; where there are none, as in a title,
    /// by what most of its words are.
    /// </summary>
    public Language LanguageOf(ReadOnlySpan<char> text)
    {
        if (languages.Length == 1)
            return languages[0];
        Span<int> marks = stackalloc int[languages.Length];
        Count(text, marks, static (language, word) => language.IsStopWord(word));
        if (Best(marks) is var told && marks[told] > 0)
            return languages[told];
        var words = Count(text, marks, static (language, word) => language.Compounds?.Knows(word) == true);
        return Best(marks) is var likely && marks[likely] * 2 > words ? languages[likely] : languages[0];
    }

    /// <summary>The languages an organization chose; English when it chose none that is known here.</summary>
    internal static ImmutableArray<Language> ChosenBy(Settings settings)
    {
        ImmutableArray<Language> chosen = [.. Language.Known.Where(language => settings.Languages.Contains(language.Code))];
        return chosen.IsEmpty ? [Language.English] : chosen;
    }

    // Counts the words that tell one language from all others; answers how many words there are.
    private int Count(ReadOnlySpan<char> text, Span<int> marks, Tells tells)
    {
        Span<char> word = stackalloc char[LongestWord];
        var (words, length) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var kind = at < text.Length ? Letters.KindOf(text[at]) : LetterKind.None;
            if (kind == LetterKind.Letter)
                length = Append(text[at], word, length);
            if (kind is LetterKind.Letter or LetterKind.Mark || length == 0)
                continue;
            if (OnlyOf(word[..length], tells) is >= 0 and var only)
                marks[only]++;
            (words, length) = (words + 1, 0);
        }
        return words;
    }

    private static int Append(char letter, Span<char> word, int length)
    {
        if (length < LongestWord)
            word[length++] = Letters.Plain(letter);
        if (length < LongestWord && Letters.SecondOf(letter) is var second and not '\0')
            word[length++] = second;
        return length;
    }

    private int OnlyOf(ReadOnlySpan<char> word, Tells tells)
    {
        var only = -1;
        for (var i = 0; i < languages.Length; i++)
            if (tells(languages[i], word))
            {
                if (only >= 0)
                    return -1;
                only = i;
            }
        return only;
    }

    // Of equals the first.
    private static int Best(ReadOnlySpan<int> marks)
    {
        var best = 0;
        for (var i = 1; i < marks.Length; i++)
            best = marks[i] > marks[best] ? i : best;
        return best;
    }

    private delegate bool Tells(Language language, ReadOnlySpan<char> word);
}
