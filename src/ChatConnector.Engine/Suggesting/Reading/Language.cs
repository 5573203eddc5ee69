using System.Collections.Frozen;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>Cuts a word, already in plain letters, down to its stem in place; answers the new length.</summary>
public delegate int Stem(Span<char> word);

/// <summary>How the words of a language are read. Another language is another value of this, among <see cref="Known"/>.</summary>
/// <param name="Code">As in ISO 639-1.</param>
/// <param name="Name">In English.</param>
/// <param name="StopWords">Words that say nothing about the topic, in plain letters. They also tell the language of a text.</param>
public sealed record Language(string Code, string Name, FrozenSet<string> StopWords, Stem Stem)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> stopWords = StopWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes its compounds apart; null for a language that writes their parts apart.</summary>
    public Compounds? Compounds { get; init; }

    /// <summary>Which of its stop words are names as well; null where none is known to be.</summary>
    public EverydayNames? Names { get; init; }

    public static readonly Language English = new("en", "English", Reading.StopWords.English, EnglishStem.Cut)
    {
        Names = new EverydayNames(Reading.StopWords.EnglishNames, Reading.StopWords.BeforeEnglishNames, Reading.StopWords.AfterEnglishNames, Reading.StopWords.BetweenEnglishNames),
    };

    public static readonly Language German = new("de", "German", Reading.StopWords.German, GermanStem.Cut)
    {
        Compounds = new Compounds(GermanParts.Words, GermanParts.Prefixes, GermanStem.Cut),
    };

    /// <summary>For languages nobody has described here yet: every word counts, exactly as written.</summary>
    public static readonly Language Any = new("und", "any", FrozenSet<string>.Empty, word => word.Length);

    /// <summary>Those an organization may choose from.</summary>
    public static readonly ImmutableArray<Language> Known = [English, German];

    public bool IsStopWord(ReadOnlySpan<char> word) => stopWords.Contains(word);
}
