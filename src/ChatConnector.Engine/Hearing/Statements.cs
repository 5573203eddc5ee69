namespace ChatConnector.Engine.Hearing;

/// <summary>
/// Tells "a mentor for our apprentice" from "our apprentice is lost": a whole sentence cannot stand after "you're looking
/// for" by itself.
/// </summary>
internal static class Statements
{
    private static readonly ImmutableHashSet<string> Things =
    [
        "help", "someone", "somebody", "anyone", "anybody", "people", "a", "an", "any", "some", "one", "two", "three", "advice", "feedback", "input", "guidance", "ideas", "tips",
        "recommendations", "experts", "expert", "support", "assistance", "volunteers", "thoughts", "whether",
    ];

    private static readonly ImmutableHashSet<string> Questions = ["how", "where", "why", "what", "when", "which", "who"];

    // Not heard as an ask, and yet often made one: a German sentence is told by how it begins.
    private static readonly ImmutableHashSet<string> InGerman =
        ["wer", "wen", "wem", "wie", "wo", "wann", "warum", "wieso", "welche", "welcher", "welches", "ich", "wir", "mein", "meine", "unser", "unsere"];

    private static readonly PhraseBook<bool> InGermanToo = new(("(kann|könnte|hat|weiss|weiß|gibt|kennt|braucht) (jemand|mir|uns|man|wer|es|hier jemand)…", true));

    private static readonly ImmutableHashSet<string> Speakers = ["i", "i'm", "i've", "we", "we're", "we've", "it", "it's", "they", "they're", "he", "she", "there", "there's", "that's", "this"];

    private static readonly ImmutableHashSet<string> Verbs =
    [
        "is", "are", "was", "were", "am", "isn't", "aren't", "wasn't", "weren't", "does", "do", "did", "doesn't", "don't", "didn't", "won't", "wouldn't", "can't", "cannot", "couldn't",
        "has", "have", "hasn't", "haven't", "keeps", "keep", "fails", "failed", "breaks", "broke", "crashes", "crashed", "hangs", "stopped", "stops", "died", "lost", "needs", "seems",
        "looks", "gets", "got", "goes", "went", "says", "throws", "drives", "makes", "should", "will",
    ];

    private static readonly ImmutableHashSet<string> Joins =
        ["who", "that", "which", "what", "whatever", "whoever", "how", "where", "when", "why", "if", "whether", "to", "can", "could", "would", "will", "should", "might", "may", "i", "you"];

    /// <summary>Whether the first sentence says or asks something rather than naming something.</summary>
    public static bool IsOne(string need)
    {
        var heard = Heard.Of(need);
        if (heard.Words.Count == 0)
            return false;
        if (Questions.Contains(heard.Words[0].Folded))
            return heard.Words.Count > 1 && Verbs.Contains(heard.Words[1].Folded);
        if (Things.Contains(heard.Words[0].Folded))
            return false;
        if (InGerman.Contains(heard.Words[0].Folded) || InGermanToo.At(heard.Words, 0, heard.Words.Count) is not null)
            return true;
        if (Speakers.Contains(heard.Words[0].Folded))
            return true;
        var bracket = need.IndexOf('(', StringComparison.Ordinal);
        for (var at = 0; at < heard.EndOfSentence(0) && (bracket < 0 || heard.Words[at].Start < bracket); at++)
        {
            if (Verbs.Contains(heard.Words[at].Folded) && (at == 0 || !Joins.Contains(heard.Words[at - 1].Folded)))
                return true;
        }
        return false;
    }
}
