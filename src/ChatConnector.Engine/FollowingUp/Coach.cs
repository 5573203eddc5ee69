using System.Text;

namespace ChatConnector.Engine.FollowingUp;

/// <summary>What a line of thanks may lack.</summary>
public enum Hint
{
    WhatTheyDid, WhatChanged, WhyItMattered,
}

/// <summary>
/// Suggests one detail that would make thanks land, when fewer than two of what they did, what changed and why it mattered
/// seem to be there. It never writes a word and never stands in the way. What it looks for is <see cref="CoachPhrases"/>.
/// </summary>
public static class Coach
{
    private const int FewestWordsOfSubstance = 2;
    private const int FewestWordsOfAResult = 3;
    private static readonly char[] Pauses = ['.', ',', ';', ':', '!', '?', '–', '—', '(', ')', '\n'];

    /// <summary>Below this share of everyday English words the text is in another language, and none of our business.</summary>
    private const double LeastEnglish = 0.15;

    private const int FewestWordsToTellALanguage = 4;

    /// <summary>For thanks in one's own words; null when nothing is missing.</summary>
    public static Hint? Suggest(string said) => First(Found(said));

    /// <summary>For the form's three answers, each of which counts for its own question if it says anything at all.</summary>
    public static Hint? Suggest(string did, string changed, string mattered)
    {
        var found = Found($"{did}\n{changed}\n{mattered}");
        void Count(Hint hint, string answer)
        {
            if (HasSubstance(answer))
                found.Add(hint);
        }

        Count(Hint.WhatTheyDid, did);
        Count(Hint.WhatChanged, changed);
        Count(Hint.WhyItMattered, mattered);
        return First(found);
    }

    private static Hint? First(HashSet<Hint> found) => found.Count >= 2 ? null : Enum.GetValues<Hint>().First(hint => !found.Contains(hint));

    private static HashSet<Hint> Found(string text)
    {
        var padded = Pad(text);
        if (IsAnotherLanguage(padded))
            return [.. Enum.GetValues<Hint>()];
        var plain = WithoutStock(padded);
        var found = new HashSet<Hint>();
        if (SaysWhatTheyDid(plain))
            found.Add(Hint.WhatTheyDid);
        if (CoachPhrases.Changed.Any(plain.Contains) || CountsTime(plain) || text.Split(Pauses).Any(IsAResult))
            found.Add(Hint.WhatChanged);
        if (CoachPhrases.Mattered.Any(plain.Contains))
            found.Add(Hint.WhyItMattered);
        return found;
    }

    /// <summary>Somebody else's deed: "you fixed", "for fixing", "your fix"; not "I fixed", and not "helped a lot".</summary>
    private static bool SaysWhatTheyDid(string plain)
    {
        var words = WordsOf(plain);
        for (var i = 0; i < words.Length; i++)
        {
            var before = i == 0 ? "" : words[i - 1];
            var after = words.AsSpan(i + 1);
            if (CoachPhrases.Deeds.Contains(words[i]) && IsTheHelpers(words, i))
                return true;
            if (CoachPhrases.Gifts.Contains(words[i]) && before is "your" or "the" && HasOneOf(words, i, "for", "your"))
                return true;
            if (CoachPhrases.Helping.Contains(words[i]) && Names(after))
                return true;
        }

        return false;
    }

    /// <summary>A clause of some substance about neither the helper nor the thanking: "the migration ran in one go".</summary>
    private static bool IsAResult(string clause)
    {
        var plain = WithoutStock(Pad(clause));
        var words = WordsOf(plain);
        return words.Length > 0 && !CoachPhrases.Addressing.Contains(words[0]) && !CoachPhrases.Deeds.Contains(words[0]) && !words.Any(CoachPhrases.Helper.Contains)
            && words.Count(w => !CoachPhrases.Vague.Contains(w)) >= FewestWordsOfAResult;
    }

    private static string WithoutStock(string padded) => CoachPhrases.Stock.Aggregate(padded, (rest, stock) => rest.Replace(stock, " ", StringComparison.Ordinal));

    /// <summary>Who did it stands shortly before: "you", "for", "and"; at the beginning it goes without saying.</summary>
    private static bool IsTheHelpers(string[] words, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 3); i--)
        {
            if (CoachPhrases.Author.Contains(words[i]))
                return false;
            if (CoachPhrases.Doer.Contains(words[i]))
                return true;
        }

        return verb < 2;
    }

    private static bool HasOneOf(string[] words, int before, string one, string other) => words[Math.Max(0, before - 3)..before].Any(w => w == one || w == other);

    /// <summary>"with the migration", "to set up the build": help with something, rather than help as such.</summary>
    private static bool Names(ReadOnlySpan<string> after)
    {
        var left = after.Length > 0 && after[0] is "me" or "us" ? after[1..] : after;
        if (left.Length == 0 || !CoachPhrases.HelpedWith.Contains(left[0]))
            return false;
        foreach (var word in left[1..])
        {
            if (!CoachPhrases.Vague.Contains(word))
                return true;
        }

        return false;
    }

    private static bool CountsTime(string plain)
    {
        var words = WordsOf(plain);
        return words.Zip(words.Skip(1)).Any(pair => (pair.First.All(char.IsAsciiDigit) || CoachPhrases.Numbers.Contains(pair.First)) && CoachPhrases.Units.Contains(pair.Second));
    }

    private static bool HasSubstance(string answer) => WordsOf(Pad(answer)).Count(w => !CoachPhrases.Vague.Contains(w)) >= FewestWordsOfSubstance;

    private static bool IsAnotherLanguage(string padded)
    {
        var words = WordsOf(padded);
        return words.Length >= FewestWordsToTellALanguage && words.Count(w => CoachPhrases.English.Contains(w) || CoachPhrases.Vague.Contains(w)) < words.Length * LeastEnglish;
    }

    private static string[] WordsOf(string padded) => padded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lower case, no punctuation, a blank around every word, so that a phrase is found as whole words.</summary>
    private static string Pad(string text)
    {
        var padded = new StringBuilder(" ");
        foreach (var letter in text)
            padded.Append(letter is '\'' or '’' ? '\'' : char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        return string.Join(' ', padded.Append(' ').ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? $" {words} " : " ";
    }
}
