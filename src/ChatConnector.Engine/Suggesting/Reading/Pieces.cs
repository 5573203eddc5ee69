namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>A run of letters of one kind, with the # or ++ that belongs to it.</summary>
internal readonly record struct Piece(int Length, LetterKind Kind, bool IsCode)
{
    public static Piece Next(ReadOnlySpan<char> text, int from)
    {
        var kind = from < text.Length ? Letters.KindOf(text[from]) : LetterKind.None;
        if (kind is LetterKind.None or LetterKind.Mark)
            return default;
        var end = from + 1;
        while (end < text.Length && Continues(kind, Letters.KindOf(text[end])))
            end++;
        var sign = Sign(text, end);
        return new Piece(end + sign - from, kind == LetterKind.Digit && HasLetter(text[from..end]) ? LetterKind.Letter : kind, sign > 0);
    }

    /// <summary>Whether a new hump of camelCase begins here.</summary>
    public static bool IsHump(ReadOnlySpan<char> text, int at) =>
        char.IsUpper(text[at]) && (char.IsLower(text[at - 1]) || at + 1 < text.Length && char.IsUpper(text[at - 1]) && char.IsLower(text[at + 1]));

    private static bool Continues(LetterKind kind, LetterKind next) =>
        next == LetterKind.Mark || next == kind || kind is LetterKind.Letter or LetterKind.Digit && next is LetterKind.Letter or LetterKind.Digit;

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (Letters.KindOf(letter) == LetterKind.Letter)
                return true;
        return false;
    }

    // c#, f#, c++, g++, and c++17
    private static int Sign(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..] switch { ['+', '+', ..] => 2, ['#', ..] => 1, _ => 0 };
        var next = length > 0 && at + length < text.Length ? Letters.KindOf(text[at + length]) : LetterKind.None;
        return next == LetterKind.None || next == LetterKind.Digit && length == 2 ? length : 0;
    }
}

[Flags]
internal enum Joints
{
    None = 0, Dot = 1, Dash = 2, Underscore = 4, Colons = 8, Apostrophe = 16,
}

/// <summary>What holds the pieces of one word together.</summary>
internal readonly record struct Joint(int Length, Joints Kind)
{
    public static Joint At(ReadOnlySpan<char> text, int at) => text[at..] switch
    {
        ['.', ..] => new(1, Joints.Dot),
        ['-' or '\u2010' or '\u2011', ..] => new(1, Joints.Dash),
        ['_', ..] => new(1, Joints.Underscore),
        [':', ':', ..] => new(2, Joints.Colons),
        ['\'' or '’', ..] => new(1, Joints.Apostrophe),
        _ => default,
    };

    /// <summary>
    /// node.js, max_connections, std::string and CVE-2026-1234 are names; "well-known" is two words, and so is "done.Then",
    /// where somebody forgot the space.
    /// </summary>
    public static bool MakesAName(ReadOnlySpan<char> whole, Joints joints) =>
        joints.HasFlag(Joints.Underscore) || joints.HasFlag(Joints.Colons)
        || joints.HasFlag(Joints.Dot) && !IsForgottenSpace(whole)
        || joints.HasFlag(Joints.Dash) && whole.ContainsAnyInRange('0', '9');

    private static bool IsForgottenSpace(ReadOnlySpan<char> whole)
    {
        var dot = whole.IndexOf('.');
        return char.IsLower(whole[dot - 1]) && char.IsUpper(whole[dot + 1]);
    }
}
