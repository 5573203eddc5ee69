using System.Globalization;
using System.Text;

namespace ChatConnector.Engine.Hearing;

/// <summary>Makes any text fit to be shown inside a sentence of ours.</summary>
internal static class Cleaning
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    private static readonly string[] Smiles = ["🙏", "🙂", "😊", "😅", "👋", ":)", ";)"];

    /// <summary>No control or invisible characters, no broken surrogates, single spaces; ends of lines stay as <c>\n</c>.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029)
                AddSpace(clean, '\n');
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                AddSpace(clean, ' ');
            else if (!IsInvisible(rune))
                clean.Append(rune);
        }
        return clean.ToString().Trim();
    }

    /// <summary>Takes away what only joined the text to what stood before and after it.</summary>
    public static string Trim(string text)
    {
        text = TrimStart(text);
        while (text.StartsWith(". ", StringComparison.Ordinal))
            text = TrimStart(text[2..]);
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            text = text.TrimEnd(' ', ',', ';', ':', '.', '!', '?', '–', '—', '-', '…', '(');
            foreach (var smile in Smiles)
                text = text.EndsWith(smile, StringComparison.Ordinal) ? text[..^smile.Length] : text;
        }
        return text;
    }

    private static string TrimStart(string text) => text.TrimStart(' ', ',', ';', ':', '!', '?', '–', '—', '-', '…', ')');

    // Of several spaces and ends of lines one remains, and an end of a line is the stronger.
    private static void AddSpace(StringBuilder clean, char space)
    {
        if (clean.Length == 0 || clean[^1] is not (' ' or '\n'))
            clean.Append(space);
        else if (space == '\n')
            clean[^1] = space;
    }

    // Direction overrides could reorder our own sentences; joiners stay, because emoji and several scripts need them.
    private static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (ZeroWidthJoiner or ZeroWidthNonJoiner));
}
