using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>How much help the found asks called for, by month, oldest first.</summary>
internal sealed class Calls
{
    private (int Month, double Called, int Helps)[] calls = new (int, double, int)[32];
    private int count;

    public void Clear() => count = 0;

    /// <param name="everybodys">All helps, with similar asks or not.</param>
    public void Add(int month, double called, Months everybodys)
    {
        // Mostly newer than those before.
        var place = count;
        while (place > 0 && calls[place - 1].Month > month)
            place--;
        if (place > 0 && calls[place - 1].Month == month)
        {
            calls[place - 1].Called += called;
            return;
        }
        if (count == calls.Length)
            Array.Resize(ref calls, count * 2);
        Array.Copy(calls, place, calls, place + 1, count - place);
        calls[place] = (month, called, everybodys.HelpsIn(month));
        count++;
    }

    /// <summary>What somebody would have got of these by helping no more with them than with anything else at the time.</summary>
    public double ExpectedOf(Months theirs)
    {
        double expected = 0;
        for (int their = 0, call = 0; their < theirs.Count; their++)
        {
            var (month, helps) = theirs[their];
            while (call < count && calls[call].Month < month)
                call++;
            if (call == count)
                break;
            if (calls[call].Month == month)
                expected += calls[call].Called * helps / calls[call].Helps;
        }
        return expected;
    }
}
