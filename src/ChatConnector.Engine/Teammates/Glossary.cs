using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Teammates;

/// <summary>The organization's own list of words and abbreviations that mean the same, as an admin fills it in.</summary>
internal static class Glossary
{
    public const int MostLines = 200;
    public const int MostInALine = 10;

    /// <summary>The lines as they are kept; what is wrong with one is said, and then all stay as they were.</summary>
    /// <param name="settings">As they were, but for the languages.</param>
    public static ImmutableList<string> Read(Filled filled, Settings settings)
    {
        if (!filled.Has(Fields.SameWords))
            return settings.SameWords;
        var text = filled.Words(Fields.SameWords, "", SettingsForms.LongestSameWords);
        var lines = text.Split('\n').Select(SameWords.Split).Where(line => line.Count > 0).ToList();
        if (WhyNot(lines, Idiom.ChosenBy(settings)[0]) is { } wrong)
            filled.Refuse(Fields.SameWords, wrong);
        return filled.Errors.ContainsKey(Fields.SameWords) ? settings.SameWords : [.. lines.Select(line => string.Join(", ", line))];
    }

    private static string? WhyNot(List<IReadOnlyList<string>> lines, Language language)
    {
        if (lines.Count > MostLines)
            return FormErrors.TooManyLines(MostLines);
        var known = new HashSet<string>(StringComparer.Ordinal);
        return lines.Select(line => WhyNot(line, known, language)).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? WhyNot(IReadOnlyList<string> line, HashSet<string> known, Language language)
    {
        if (line.Count == 1)
            return FormErrors.StandsAlone(Naming.Shortened(line[0], 30));
        if (line.Count > MostInALine)
            return FormErrors.TooManyInALine(MostInALine);
        foreach (var words in line)
        {
            if (words.Length > Knowing.LongestTopic)
                return FormErrors.TopicTooLong(Naming.Shortened(words, 20));
            var key = SameWords.Phrase.Of(words, language).Key;
            if (key.Length == 0)
                return FormErrors.TooCommon(words);
            if (!known.Add(key))
                return FormErrors.StandsTwice(words);
        }

        return null;
    }
}
