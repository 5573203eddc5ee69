using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChatConnector.Teams.Rendering;

/// <summary>Takes the sting out of what people typed, leaving what it says.</summary>
public static class PeoplesWords
{
    // Signs that Markdown or mentions could be made of. Without them a text is only a text.
    private static readonly SearchValues<char> Lively = SearchValues.Create("\\`*_[]#<>|~&\n\r");

    // They turn the reading direction around for everything that follows, so that a sentence says something else than it holds.
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>To be shown where nothing is read into a text, such as in runs, titles and inputs.</summary>
    /// <param name="most">Characters; what is beyond is cut off with an ellipsis.</param>
    public static string Plain(string words, int most = int.MaxValue)
    {
        var plain = new StringBuilder(Math.Min(words.Length, 1000));
        foreach (var rune in words.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength >= most)
            {
                plain.Append('…');
                break;
            }

            if (rune.Value == '\n' || (!IsControl(rune) && !(rune.IsBmp && Turning.Contains((char)rune.Value))))
                plain.Append(rune.ToString());
            else if (rune.Value is '\t')
                plain.Append(' ');
        }

        return plain.Replace("<at", "‹at").Replace("</at", "‹/at").Replace("<AT", "‹AT").Replace("</AT", "‹/AT").Replace("<At", "‹At").Replace("</At", "‹/At")
            .Replace("<aT", "‹aT").Replace("</aT", "‹/aT").ToString();
    }

    /// <summary>A name as it may stand in a mention, where Teams reads tags and Markdown.</summary>
    public static string Name(string name)
    {
        var tame = new StringBuilder(name.Length);
        foreach (var c in Plain(name, 80))
        {
            tame.Append(c switch
            {
                '[' => '(',
                ']' => ')',
                '<' => '‹',
                '>' => '›',
                '&' => '＆',
                '\n' => ' ',
                _ when Lively.Contains(c) => ' ',
                _ => c,
            });
        }

        var joined = string.Join(' ', tame.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimStart('-', '+', ' ');
        // "1. " would begin a list.
        if (StartsList(joined))
            joined = joined.Replace('.', ' ').Replace(')', ' ');
        return joined.Length > 0 ? joined : "somebody";
    }

    /// <summary>Whether nothing can be read into a text by whoever reads Markdown.</summary>
    public static bool IsInert(string text) => !text.AsSpan().ContainsAny(Lively) && !StartsList(text);

    private static bool StartsList(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start is ['-' or '+', ..] || (start.Length > 0 && char.IsAsciiDigit(start[0]) && start.TrimStart("0123456789") is ['.' or ')', ..]);
    }

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || rune == Rune.ReplacementChar;
}
