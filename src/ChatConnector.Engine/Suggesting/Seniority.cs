using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting;

/// <summary>Who is a director or above, by the words of their title. Data: add a title, nothing else changes.</summary>
public static class Seniority
{
    private static readonly string[] Titles =
    [
        "director", "vp", "svp", "evp", "avp", "vice president", "president", "head of", "chief", "ceo", "cto", "cfo", "coo", "cio", "ciso", "cpo", "cmo", "chro",
        "founder", "co-founder", "managing partner", "general manager", "board member", "chairman", "chairwoman", "chair",
    ];

    public static bool IsSenior(string title)
    {
        var plain = $" {Letters.Plain(title).Replace(',', ' ').Replace('/', ' ').Replace('(', ' ')} ";
        return !plain.Contains(" assistant to ", StringComparison.Ordinal) && !plain.Contains(" office of ", StringComparison.Ordinal)
            && Titles.Any(senior => plain.Contains($" {senior} ", StringComparison.Ordinal));
    }
}
