namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>
/// A light German stemmer: endings of nouns and adjectives, and the letters that join the parts of a compound. Light for the same
/// reason as the English one, and cut alike where words are borrowed, so that "Services" is the same in both.
/// </summary>
public static class GermanStem
{
    // Borrowed words that only look like plurals.
    private static readonly string[] Kept = ["token", "maven", "screen"];

    // Bilder, Bücher, Passwörter: not every -er is an ending, as "Server" and "Ordner" show.
    private static readonly string[] Plurals =
        ["amter", "bander", "bilder", "blatter", "bucher", "facher", "felder", "glieder", "guter", "hauser", "kinder", "lander", "rader", "schilder", "worter"];

    private static readonly string[] Adjectives = ["isch", "lich", "ig", "bar", "sam", "los", "ell"];

    public static int Cut(Span<char> word)
    {
        var length = Dative(word);
        return length > 4 && Ends(word[..length], Plurals) ? length - 2 : Ending(word[..length]);
    }

    // "Servern" and "Regeln" lose their n, "intern" does not.
    private static int Dative(ReadOnlySpan<char> word) =>
        word.Length > 6 && word.EndsWith("ern") || word.Length > 5 && word.EndsWith("eln") ? word.Length - 1 : word.Length;

    private static int Ending(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        if (length > 6 && word.EndsWith("innen"))
            return length - 3;
        if (length > 4 && (word.EndsWith("en") || word.EndsWith("es")) && !Kept.AsSpan().Contains(word.ToString()))
            return Undouble(word[..^2]);
        if (length > 5 && (word.EndsWith("er") || word.EndsWith("em")) && Ends(word[..^2], Adjectives))
            return length - 2;
        if (length > 3 && word[^1] == 'e')
            return Undouble(word[..^1]);
        return length > 3 && word[^1] == 's' && word[^2] is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 'p' or 't' or 'w' ? length - 1 : length;
    }

    // Ergebnis, Ergebnisse.
    private static int Undouble(ReadOnlySpan<char> word) => word.EndsWith("niss") ? word.Length - 1 : word.Length;

    private static bool Ends(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending))
                return true;
        return false;
    }
}
