using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>The working arrays of one ranking at a time, kept for the next one.</summary>
internal sealed class Workbench(Language language)
{
    private int[] placeOf = [];
    private Tally[] tallies = new Tally[256];
    private int[] terms = new int[64];

    public Question Question { get; } = new(language);

    public Search Search { get; } = new();

    public List<Hit> Hits { get; } = [];

    public List<Scored> Scored { get; } = [];

    /// <summary>How much help the found asks called for, by month.</summary>
    public SortedList<int, double> Called { get; } = [];

    /// <summary>Room for the terms of one document.</summary>
    public ref int[] Terms => ref terms;

    public int Count { get; private set; }

    public ref Tally this[int place] => ref tallies[place];

    public void Clear(int people)
    {
        for (var i = 0; i < Count; i++)
            placeOf[tallies[i].Person] = 0;
        if (placeOf.Length < people)
            placeOf = new int[people + people / 4];
        Count = 0;
        Scored.Clear();
        Called.Clear();
    }

    /// <summary>The person's tally, begun when there is none yet.</summary>
    public ref Tally Of(int person)
    {
        if (placeOf[person] == 0)
        {
            if (Count == tallies.Length)
                Array.Resize(ref tallies, Count * 2);
            tallies[Count++] = Tally.Of(person);
            placeOf[person] = Count;
        }
        return ref tallies[placeOf[person] - 1];
    }
}

/// <summary>A person with their signs and what those are worth.</summary>
internal readonly record struct Scored(int Place, TeammateId Who, Signs Signs, Signs Points)
{
    // Beyond the ninth decimal live only the traces of the order of summing.
    public double Score { get; } = Math.Round(Points.Sum, 9);
}
