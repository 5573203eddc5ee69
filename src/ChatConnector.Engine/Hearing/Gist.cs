namespace ChatConnector.Engine.Hearing;

/// <summary>What matters of a text: where it comes to the point, and where afterthoughts begin. Remembered, since it is asked for at every clause.</summary>
internal sealed class Gist(Heard heard)
{
    private const int LongestAfterthought = 8;

    // Nobody asks once more as often as this; a text that does is no conversation.
    private const int MostRounds = 12;

    private readonly Dictionary<int, int> begins = [];
    private readonly Dictionary<int, int> ends = [];

    /// <summary>The first word that matters, from one on.</summary>
    public int Begin(int from) =>
        Remembered(begins, from, at => Noise.Before.At(heard.Words, at, heard.Words.Count) is { } filler ? filler.End : at);

    /// <summary>Where afterthoughts begin, or the word <paramref name="before"/> when there are none.</summary>
    public int End(int before) => Remembered(ends, before, end => Afterthought(0, end, IsAfterthought));

    /// <summary>The same behind the beginning of an ask, where people also ask once more.</summary>
    public int EndOfAsk(int from)
    {
        var end = Math.Max(from, End(heard.Words.Count));
        for (var (round, before) = (0, -1); round < MostRounds && before != end; round++)
        {
            before = end;
            end = Afterthought(from, end, (at, e) => IsAfterthought(at, e) || (at > from && IsPaused(at) && Noise.OnceMore.Whole(heard.Words, at, e) is not null));
        }
        return end;
    }

    private static int Afterthought(int from, int end, Func<int, int, bool> isOne)
    {
        for (var at = Math.Max(from, end - LongestAfterthought); at < end; at++)
        {
            if (isOne(at, end))
                return at;
        }
        return end;
    }

    private bool IsAfterthought(int at, int end) =>
        Noise.After.Whole(heard.Words, at, end) is not null
        || (at > 0 && IsPaused(at) && Noise.AfterPause.Whole(heard.Words, at, end) is not null);

    private bool IsPaused(int at) => heard.PauseBefore(at) != Pause.None;

    // Follows steps until one leads nowhere; every place on the way leads to the same end.
    private static int Remembered(Dictionary<int, int> known, int from, Func<int, int> step)
    {
        var way = new List<int>();
        var at = from;
        while (!known.ContainsKey(at))
        {
            way.Add(at);
            var next = step(at);
            if (next == at)
                known[at] = at;
            at = next;
        }
        foreach (var place in way)
            known[place] = known[at];
        return known[from];
    }
}
