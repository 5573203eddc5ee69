using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>How much help the found asks called for, by month, oldest first.</summary>
internal sealed class Calls
{
    private (int Month, double Called)[] calls = new (int, double)[32];
    private int count;

    public void Clear() => count = 0;

    public void Add(int month, double called)
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
        calls[place] = (month, called);
        count++;
    }

    /// <summary>What somebody would have got of these by helping no more with them than with anything else at the time.</summary>
    public double ExpectedOf(Months theirs, Months everybodys)
    {
        double expected = 0;
        for (int call = 0, their = 0, all = 0; call < count && their < theirs.Count;)
        {
            var (month, helps) = theirs[their];
            if (month < calls[call].Month)
            {
                their++;
                continue;
            }
            if (month == calls[call].Month)
            {
                while (everybodys[all].Month < month)
                    all++;
                expected += calls[call].Called * helps / everybodys[all].Helps;
                their++;
            }
            call++;
        }
        return expected;
    }
}
