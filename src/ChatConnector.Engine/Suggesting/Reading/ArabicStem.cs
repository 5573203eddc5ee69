namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>Takes off an Arabic word the article with the little words glued to it, and the commonest endings of gender and number.</summary>
public static class ArabicStem
{
    public static int Cut(Span<char> word)
    {
        var front = word switch
        {
            ['و' or 'ب' or 'ك' or 'ف', 'ا', 'ل', _, _, ..] => 3,
            ['ا', 'ل', _, _, ..] or ['ل', 'ل', _, _, ..] => 2,
            _ => 0,
        };
        word[front..].CopyTo(word);
        var length = word.Length - front;
        return word[..length] switch
        {
            [_, _, _, .., 'ا', 'ت'] or [_, _, _, .., 'و' or 'ي', 'ن'] => length - 2,
            [_, _, _, .., 'ه'] => length - 1,
            _ => length,
        };
    }

    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';
}
