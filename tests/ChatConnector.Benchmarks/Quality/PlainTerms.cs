using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>The words of a text as the reference evaluation reads them, so that its baselines and ours are the same ones.</summary>
public static partial class PlainTerms
{
    private const int LongestName = 40;

    private static readonly FrozenSet<string> StopWords =
        """
        a about above after again all also always am an and any anyone are as at be because been before being below best between both but by can cannot could did do does doing don
        down during each else etc ever every few for from further get gets getting give going got had has have having he help her here hers hi hello hey dear him his how however i if im in into is it its itself
        ive just know let like ll look looking make many may maybe me might more most much must my need needs new no nor not now of off ok on once one only or other our out over own per please
        possible problem question re really right s same see seem seems she should simple since so some someone something still such sure t than thank thanks that the their them then there these they thing
        things think this those though through to too trying try tried two under until up us use used using very via want wanted was way we well were what when where whether which while who why will with
        within without wonder wondering work works working would yes yet you your yours
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> In(string text) => Words().Matches(text).SelectMany(match => TermsOf(match.Value));

    private static IEnumerable<string> TermsOf(string word)
    {
        var lower = word.ToLowerInvariant().Trim('\'');
        var parts = word.Contains('_', StringComparison.Ordinal) || !IsOrdinary(word)
            ? word.Split('_').SelectMany(piece => Humps().Matches(piece).Select(hump => hump.Value)).ToList()
            : [];
        if (parts.Count > 1)
        {
            var stems = parts.Where(part => part.Length > 1).Select(part => part.ToLowerInvariant()).Where(part => !StopWords.Contains(part)).Select(Stem);
            return lower.Length <= LongestName ? stems.Prepend(lower) : stems;
        }
        return lower.Length > 1 && !StopWords.Contains(lower) && !(lower.Length > 4 && lower.All(char.IsDigit))
            ? [Stem(lower.Replace("'", "", StringComparison.Ordinal))]
            : [];
    }

    // small, LARGE or Capitalized
    private static bool IsOrdinary(string word)
    {
        var letters = word.Where(c => char.IsUpper(c) || char.IsLower(c)).ToList();
        return letters.Count > 0 && (letters.TrueForAll(char.IsLower) || letters.TrueForAll(char.IsUpper) || IsCapitalized(word));
    }

    private static bool IsCapitalized(string word)
    {
        var inside = false;
        foreach (var letter in word)
        {
            if (char.IsUpper(letter) && inside || char.IsLower(letter) && !inside)
                return false;
            inside = char.IsUpper(letter) || char.IsLower(letter);
        }
        return true;
    }

    private static string Stem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, EnglishStem.Cut(letters));
    }

    [GeneratedRegex(@"[^\W_](?:[\w']*\w)?")]
    private static partial Regex Words();

    [GeneratedRegex(@"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")]
    private static partial Regex Humps();
}
