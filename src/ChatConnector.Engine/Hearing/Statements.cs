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
        "recommendations", "experts", "expert", "support", "assistance", "volunteers", "thoughts", "how", "where", "why", "what", "when", "which", "whether", "who",
    ];

    private static readonly ImmutableHashSet<string> Speakers = ["i", "i'm", "i've", "we", "we're", "we've", "it", "it's", "they", "they're", "he", "she", "there", "there's", "that's", "this"];

    private static readonly ImmutableHashSet<string> Verbs =
    [
        "is", "are", "was", "were", "am", "isn't", "aren't", "wasn't", "weren't", "does", "do", "did", "doesn't", "don't", "didn't", "won't", "wouldn't", "can't", "cannot", "couldn't",
        "has", "have", "hasn't", "haven't", "keeps", "keep", "fails", "failed", "breaks", "broke", "crashes", "crashed", "hangs", "stopped", "stops", "died", "lost", "needs", "seems",
        "looks", "gets", "got", "goes", "went", "says", "throws", "drives", "makes", "should", "will",
    ];

    private static readonly ImmutableHashSet<string> Joins =
        ["who", "that", "which", "what", "whatever", "whoever", "how", "where", "when", "why", "if", "whether", "to", "can", "could", "would", "will", "should", "might", "may", "i", "you"];

    /// <summary>Whether the first sentence says something rather than naming something.</summary>
    public static bool IsOne(string need)
    {
        var heard = Heard.Of(need);
        if (heard.Words.Count == 0 || Things.Contains(heard.Words[0].Folded))
            return false;
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
