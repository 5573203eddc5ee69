namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>How many helps fell into each month of thirty days, so that one can tell how much of a month was somebody's.</summary>
internal sealed class Months
{
    private const int Minutes = 30 * 1440;

    private readonly SortedList<int, int> counts = [];

    public static int Of(int minute) => (int)Math.Floor((double)minute / Minutes);

    /// <summary>The months with any help, oldest first.</summary>
    public int Count => counts.Count;

    public (int Month, int Helps) this[int index] => (counts.GetKeyAtIndex(index), counts.GetValueAtIndex(index));

    public int HelpsIn(int month) => counts.GetValueOrDefault(month);

    public void Add(int minute, int change)
    {
        var month = Of(minute);
        var now = counts.GetValueOrDefault(month) + change;
        if (now > 0)
            counts[month] = now;
        else
            counts.Remove(month);
    }
}
