using System.Globalization;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>What a character is for reading, and the plain form people type for it: lower case, no accents, one width.</summary>
public static class Letters
{
    // The invariant runtime does not decompose characters, so the letters people leave accents off are listed here.
    private const string Accents =
        "aàáâãäåāăąǎ bƀ cçćĉċč dďđð eèéêëēĕėęěё fƒ gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŋ oòóôõöøōŏőǒ rŕŗř sśŝşšș tţťŧț " +
        "uùúûüũūŭůűųǔ wŵẁẃẅ yýÿŷỳ zźżž αά εέ ηή ιίϊΐ οό υύϋΰ ωώ σς еѐ иѝ іїґ اأإآٱ يىئی وؤ ه\u0629 كک";

    private static readonly LetterKind[] Kinds = new LetterKind[char.MaxValue + 1];
    private static readonly char[] Plains = new char[char.MaxValue + 1];

    static Letters()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var letter = (char)code;
            Kinds[code] = KindFrom(letter);
            Plains[code] = char.ToLowerInvariant(letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter);
        }
        foreach (var family in Accents.Split(' '))
            foreach (var accented in family.AsSpan(1))
                (Plains[accented], Plains[char.ToUpperInvariant(accented)]) = (family[0], family[0]);
    }

    public static LetterKind KindOf(char letter) => Kinds[letter];

    /// <summary>Lower case without accents. A few letters are two when spelled plainly; see <see cref="SecondOf"/>.</summary>
    public static char Plain(char letter) => letter switch { 'ß' or 'ẞ' => 's', 'æ' or 'Æ' => 'a', 'œ' or 'Œ' => 'o', 'þ' or 'Þ' => 't', _ => Plains[letter] };

    /// <summary>The second letter of one that is spelled plainly with two, or a null character.</summary>
    public static char SecondOf(char letter) =>
        letter switch { 'ß' or 'ẞ' => 's', 'æ' or 'Æ' or 'œ' or 'Œ' => 'e', 'þ' or 'Þ' => 'h', _ => '\0' };

    /// <summary>A text in plain letters, for comparing names the way people type them.</summary>
    public static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (KindOf(letter) == LetterKind.Mark)
                continue;
            plain.Append(Plain(letter));
            if (SecondOf(letter) is var second and not '\0')
                plain.Append(second);
        }
        return plain.ToString();
    }

    private static LetterKind KindFrom(char letter) => char.GetUnicodeCategory(letter) switch
    {
        // The tatweel only stretches an Arabic word.
        _ when letter == '\u0640' => LetterKind.Mark,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.Format when letter is not (>= '\u0E31' and <= '\u0EFF') => LetterKind.Mark,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => letter is >= '\u0E00' and <= '\u0EFF' ? LetterKind.Unspaced : LetterKind.Letter,
        UnicodeCategory.DecimalDigitNumber => LetterKind.Digit,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => ScriptOf(letter),
        _ => LetterKind.None,
    };

    private static LetterKind ScriptOf(char letter) => letter switch
    {
        >= '\u3041' and <= '\u309F' => LetterKind.Hiragana,
        >= '\u30A0' and <= '\u30FF' or >= '\uFF66' and <= '\uFF9F' => LetterKind.Katakana,
        >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => LetterKind.Unspaced,
        >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' => LetterKind.Unspaced,
        >= '\uAC00' and <= '\uD7AF' => LetterKind.Hangul,
        _ => LetterKind.Letter,
    };
}

public enum LetterKind
{
    /// <summary>Not part of a word.</summary>
    None,

    /// <summary>A letter of a script that puts spaces between words.</summary>
    Letter,
    Digit,

    /// <summary>An accent or vowel sign that people leave off.</summary>
    Mark,

    /// <summary>A letter of a script without spaces, such as Han or Thai: read in overlapping pairs.</summary>
    Unspaced,
    Katakana,
    Hiragana,

    /// <summary>Korean: spaced, but words carry endings, so also read in pairs.</summary>
    Hangul,
}
