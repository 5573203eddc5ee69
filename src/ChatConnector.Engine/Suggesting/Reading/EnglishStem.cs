namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>
/// A light English stemmer: plurals, -ed, -ing and a final e. Light on purpose: names of tools are everyday words here,
/// and a stemmer that cuts deeper makes strangers of them more often than it makes friends of word forms.
/// </summary>
public static class EnglishStem
{
    public static int Cut(Span<char> word)
    {
        var length = Plural(word);
        if (length > 5 && word[..length].EndsWith("ing") && HasVowel(word[..(length - 3)]))
            length = Undouble(word[..(length - 3)]);
        else if (length > 4 && word[..length].EndsWith("ed") && HasVowel(word[..(length - 2)]))
            length = Undouble(word[..(length - 2)]);
        return length > 3 && word[length - 1] == 'e' ? length - 1 : length;
    }

    private static int Plural(Span<char> word)
    {
        var length = word.Length;
        if (length > 4 && word.EndsWith("ies"))
        {
            word[length - 3] = 'y';
            return length - 2;
        }
        if (length > 4 && word.EndsWith("sses"))
            return length - 2;
        return length > 3 && word[length - 1] == 's' && word[length - 2] is not ('s' or 'u' or 'i') ? length - 1 : length;
    }

    // "string" is no form of "str".
    private static bool HasVowel(ReadOnlySpan<char> word) => word.IndexOfAny('a', 'e', 'i') >= 0 || word.IndexOfAny('o', 'u', 'y') >= 0;

    // "planning" and "planned" meet at "plan"; "calling" keeps its double letter, as "call" does.
    private static int Undouble(Span<char> word) =>
        word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'z') ? word.Length - 1 : word.Length;
}
