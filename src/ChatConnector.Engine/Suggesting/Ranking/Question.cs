using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>The distinct terms of an ask, in the order they were said. Kept and read into again.</summary>
internal sealed class Question(Idiom idiom)
{
    private const int MostTerms = 256;

    private readonly Terms terms = new(idiom);
    private readonly Asked[] asked = new Asked[MostTerms];

    public int Count { get; private set; }

    public string Text { get; private set; } = "";

    public Asked this[int index] => asked[index];

    public Question Read(string text, Vocabulary vocabulary)
    {
        (Text, Count) = (text, 0);
        terms.Read(text);
        for (var i = 0; i < terms.Count && Count < MostTerms; i++)
        {
            var number = vocabulary.Find(terms[i]);
            // A compound nobody used says no more than its parts.
            if (number < 0 && terms.At(i).IsCompound)
                continue;
            // Words nobody ever used are told apart by negative numbers: they cannot be found, but they are part of what was asked.
            Add(number >= 0 ? number : -1 - (int)(HashOf(terms[i]) & int.MaxValue), terms.At(i));
        }
        return this;
    }

    /// <summary>An ask of which only the terms are known.</summary>
    public Question Read(int[] read, int[] times)
    {
        (Text, Count) = ("", 0);
        for (var i = 0; i < read.Length && Count < MostTerms; i++)
            asked[Count++] = new Asked(read[i], times[i], 0, 0, times[i] > 1);
        return this;
    }

    public bool Has(int term) => PlaceOf(term) >= 0;

    public int PlaceOf(int term)
    {
        for (var i = 0; i < Count; i++)
            if (asked[i].Number == term)
                return i;
        return -1;
    }

    private void Add(int number, Term term)
    {
        if (PlaceOf(number) is var place and >= 0)
            asked[place] = asked[place] with { Times = asked[place].Times + term.Times };
        else
            asked[Count++] = new Asked(number, term.Times, term.From, term.Until, term.Times > 1);
    }

    private static uint HashOf(ReadOnlySpan<char> term)
    {
        var hash = 2166136261;
        foreach (var letter in term)
            hash = (hash ^ letter) * 16777619;
        return hash;
    }
}

/// <summary>A term of the ask.</summary>
/// <param name="Number">In the vocabulary; negative for a word nobody ever used.</param>
/// <param name="From">Where it first stands in the text.</param>
/// <param name="InHeadline">Whether it first stands in the first line.</param>
internal readonly record struct Asked(int Number, int Times, int From, int Until, bool InHeadline)
{
    public bool IsKnown => Number >= 0;
}
