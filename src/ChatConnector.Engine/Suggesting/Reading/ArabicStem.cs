namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>Takes the article and the little words glued to it off an Arabic word.</summary>
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
        return word.Length - front;
    }

    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';
}
