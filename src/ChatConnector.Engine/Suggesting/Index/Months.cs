namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>How many helps fell into each month of thirty days, so that one can tell how much of a month was somebody's.</summary>
internal sealed class Months
{
    private const int Minutes = 30 * 1440;

    private (int Month, int Helps)[] counts = [];

    public static int Of(int minute) => (int)Math.Floor((double)minute / Minutes);

    /// <summary>The months with any help, oldest first.</summary>
    public int Count { get; private set; }

    public (int Month, int Helps) this[int index] => counts[index];

    public int HelpsIn(int month) => PlaceOf(month) is var place && IsAt(place, month) ? counts[place].Helps : 0;

    public void Add(int minute, int change)
    {
        var month = Of(minute);
        var place = PlaceOf(month);
        if (!IsAt(place, month))
            Insert(place, month);
        counts[place].Helps += change;
        if (counts[place].Helps <= 0)
            Array.Copy(counts, place + 1, counts, place, Count-- - place - 1);
    }

    private bool IsAt(int place, int month) => place < Count && counts[place].Month == month;

    // Mostly the newest.
    private int PlaceOf(int month)
    {
        var place = Count;
        while (place > 0 && counts[place - 1].Month >= month)
            place--;
        return place;
    }

    private void Insert(int place, int month)
    {
        if (Count == counts.Length)
            Array.Resize(ref counts, Math.Max(2, Count * 2));
        Array.Copy(counts, place, counts, place + 1, Count - place);
        counts[place] = (month, 0);
        Count++;
    }
}
