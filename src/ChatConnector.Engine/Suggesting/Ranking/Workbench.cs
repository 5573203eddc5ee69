using ChatConnector.Engine.Suggesting.Index;
using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>The working arrays of one ranking at a time, kept for the next one.</summary>
internal sealed class Workbench(Idiom idiom)
{
    private int[] placeOf = [];
    private Tally[] tallies = new Tally[256];
    private int[] terms = new int[64];

    public Question Question { get; } = new(idiom);

    public Search Search { get; } = new();

    public List<Hit> Hits { get; } = [];

    public Ranked Scored { get; } = new();

    public Calls Calls { get; } = new();

    /// <summary>Where the ask is open, if it is and anybody helped there before.</summary>
    public Channel? Channel { get; set; }

    /// <summary>Room for what an ask and a document have in common.</summary>
    public List<Phrase> Phrases { get; } = [];

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
        Calls.Clear();
    }

    /// <summary>Where the person's tally is; -1 while there is none.</summary>
    public int PlaceOf(int person) => placeOf[person] - 1;

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
