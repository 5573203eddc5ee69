using System.Globalization;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>What a character is for reading, and the plain form people type for it: lower case, no accents, one width.</summary>
public static class Letters
{
    // The invariant runtime does not decompose characters, so the letters people leave accents off are listed here. From the third line on
    // stand the rarer ones of Latin, most of them Vietnamese, and of Greek as it was written before 1982.
    private const string Accents =
        "aàáâãäåāăąǎ bƀ cçćĉċč dďđð eèéêëēĕėęě fƒ gĝğġģ hĥħ iìíîïĩīĭįıİ jĵ kķ lĺļľŀł nñńņňŋ oòóôõöøōŏőǒ rŕŗř sśŝşšș tţťŧț " +
        "uùúûüũūŭůűųǔ wŵẁẃẅ yýÿŷỳ zźżž αά εέ ηή ιίϊΐ οό υύϋΰ ωώ σς еѐё иѝй гѓ кќ уў іїґ اأإآٱ يىئی وؤ ه\u0629 كک " +
        "aǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ bḃḅḇ cḉ dḋḍḏḑḓ eȅȇȩḕḗḙḛḝẹẻẽếềểễệ fḟ gǧǵḡ hȟḣḥḧḩḫẖ iǐȉȋḭḯỉị jǰ kǩḱḳḵ lḷḹḻḽ mḿṁṃ nǹṅṇṉṋ " +
        "oơǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ pṕṗ rȑȓṙṛṝṟ sṡṣṥṧṩ tṫṭṯṱẗ uưǖǘǚǜȕȗṳṵṷṹṻụủứừửữự vṽṿ wẇẉẘ xẋẍ yȳẏẙỵỷỹ zẑẓẕ " +
        "αἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ εἐἑἒἓἔἕὲέ ηἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ ιἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ οὀὁὂὃὄὅὸό ρῤῥ υὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ ωὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ";

    // From \uFF66 on.
    private const string HalfWidth = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    private static readonly LetterKind[] Kinds = new LetterKind[char.MaxValue + 1];
    private static readonly char[] Plains = new char[char.MaxValue + 1];

    static Letters()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var letter = (char)code;
            Kinds[code] = KindFrom(letter);
            Plains[code] = char.ToLowerInvariant(letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                >= '\uFF66' and <= '\uFF9D' => HalfWidth[letter - '\uFF66'],
                _ => letter,
            });
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

    /// <summary>Whether a character only goes on with the letter before it: a mark, or the vowel and end of a Korean syllable that is written apart.</summary>
    public static bool GoesOn(char letter) => KindOf(letter) == LetterKind.Mark || letter is >= '\u1160' and <= '\u11FF';

    /// <summary>
    /// The one letter that a plain letter and what goes on with it are together, where without it there would be another letter: か with its
    /// two strokes is が, and the parts of a Korean syllable are the syllable. A null character for all others, whose marks people leave off.
    /// </summary>
    public static char Together(char letter, char goesOn) => goesOn switch
    {
        '\u3099' or '\uFF9E' when letter is 'う' or 'ウ' => (char)(letter + 0x4E),
        '\u3099' or '\uFF9E' when letter is >= 'か' and <= 'ほ' or >= 'カ' and <= 'ホ' => (char)(letter + 1),
        '\u309A' or '\uFF9F' when letter is >= 'は' and <= 'ほ' or >= 'ハ' and <= 'ホ' => (char)(letter + 2),
        >= '\u1161' and <= '\u1175' when letter is >= '\u1100' and <= '\u1112' => (char)('\uAC00' + ((letter - '\u1100') * 21 + goesOn - '\u1161') * 28),
        > '\u11A7' and <= '\u11C2' when letter is >= '\uAC00' and <= '\uD7A3' && (letter - '\uAC00') % 28 == 0 => (char)(letter + goesOn - '\u11A7'),
        _ => '\0',
    };

    /// <summary>A text in plain letters, for comparing names the way people type them.</summary>
    public static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (plain.Length > 0 && Together(plain[^1], letter) is var together and not '\0')
                plain[^1] = together;
            else if (KindOf(letter) != LetterKind.Mark)
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
        _ when letter is '\uFF9E' or '\uFF9F' => LetterKind.Mark,
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
        >= '\u1100' and <= '\u11FF' or >= '\uAC00' and <= '\uD7AF' => LetterKind.Hangul,
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
