using System.Collections.Frozen;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>Cuts a word, already in plain letters, down to its stem in place; answers the new length.</summary>
public delegate int Stem(Span<char> word);

/// <summary>How the words of a language are read. Another language is another value of this.</summary>
/// <param name="StopWords">Words that say nothing about the topic, in plain letters.</param>
public sealed record Language(string Code, FrozenSet<string> StopWords, Stem Stem)
{
    /// <summary>What means the same to the people who write it.</summary>
    public SameWords Same { get; init; } = SameWords.None;

    public static readonly Language English = new("en", Reading.StopWords.English, EnglishStem.Cut);

    /// <summary>For languages nobody has described here yet: every word counts, exactly as written.</summary>
    public static readonly Language Any = new("und", FrozenSet<string>.Empty, word => word.Length);

    /// <summary>This language as an organization writes it.</summary>
    public Language As(Settings settings) => this with { Same = SameWords.Of(settings.SameWords, this with { Same = SameWords.None }) };
}
