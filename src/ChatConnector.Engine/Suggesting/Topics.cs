using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting;

/// <summary>The few words and phrases that an ask is about: what remains of it once its text is forgotten.</summary>
public static class Topics
{
    private const int Most = 5;
    private const int LongestPhrase = 3;
    private const int LongestWord = 40;

    /// <summary>At most five, as they were written, in the order they came; nothing for a text that says nothing.</summary>
    /// <param name="settings">Tell in which languages people write.</param>
    public static IEnumerable<string> In(string text, Settings settings)
    {
        var phrases = PhrasesIn(text, new Idiom(Idiom.ChosenBy(settings)));
        var best = phrases.OrderByDescending(p => WeightOf(text, p)).ThenBy(p => p.From).Take(Most).OrderBy(p => p.From);
        return best.Select(p => text[p.From..p.Until]).DistinctBy(Letters.Plain).ToList();
    }

    // Neighbouring words with only a space between them belong together.
    private static List<Phrase> PhrasesIn(string text, Idiom idiom)
    {
        var phrases = new List<Phrase>();
        foreach (var term in WholeTerms(text, idiom))
        {
            if (phrases.Count > 0 && phrases[^1] is var last && last.Words < LongestPhrase && BelongTogether(text, last, term))
                phrases[^1] = last with { Until = term.Until, Words = last.Words + 1, IsCode = last.IsCode || term.IsCode };
            else
                phrases.Add(new Phrase(term.From, term.Until, 1, term.IsCode));
        }
        return phrases;
    }

    // Parts of a made-up name are left to the whole; pairs of a script without spaces overlap and are joined.
    private static List<Term> WholeTerms(string text, Idiom idiom)
    {
        var terms = new Terms(idiom).Read(text);
        var whole = new List<Term>();
        foreach (var term in Enumerable.Range(0, terms.Count).Select(terms.At).OrderBy(t => t.From).ThenByDescending(t => t.Until))
        {
            if (whole.Count > 0 && term.Until <= whole[^1].Until)
                continue;
            if (whole.Count > 0 && term.From < whole[^1].Until)
                whole[^1] = whole[^1] with { Until = term.Until };
            else
                whole.Add(term);
        }
        return whole.FindAll(t => t.Until - t.From <= LongestWord);
    }

    private static bool BelongTogether(string text, Phrase phrase, Term next) => next.From - phrase.Until == 1 && text[phrase.Until] is ' ' or '-' or '/';

    // Made-up names and names with capitals say most, then longer phrases, then longer words.
    private static double WeightOf(string text, Phrase phrase)
    {
        var words = text.AsSpan(phrase.From, phrase.Until - phrase.From);
        var capitals = 0;
        for (var i = 0; i < words.Length; i++)
            if (char.IsUpper(words[i]) && (phrase.From + i > 0 || i > 0))
                capitals++;
        return (phrase.IsCode ? 6 : 0) + Math.Min(capitals, 3) * 2 + phrase.Words * 2 + Math.Min(words.Length, 24) / 4.0;
    }

    private readonly record struct Phrase(int From, int Until, int Words, bool IsCode);
}
