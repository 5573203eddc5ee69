namespace ChatConnector.Engine.Suggesting;

/// <summary>How the invitations of four weeks spread over the people who got any.</summary>
/// <param name="People">Who got at least one.</param>
/// <param name="TopShare">The share that went to the busiest twentieth; 0 while they are too few to speak of a twentieth.</param>
/// <param name="TopFrom">Invitations from which somebody belongs to the busiest twentieth.</param>
public readonly record struct Spread(int People, double TopShare, int TopFrom)
{
    private const int Twentieth = 20;

    internal static Spread Of(SortedDictionary<int, int> peopleByCount)
    {
        var (people, all) = (0, 0);
        foreach (var (times, count) in peopleByCount)
            (people, all) = (people + count, all + count * times);
        if (people < Twentieth)
            return new Spread(people, 0, int.MaxValue);
        var (left, top, from) = (people / Twentieth, 0, 0);
        foreach (var (times, count) in peopleByCount.Reverse())
        {
            if (left == 0)
                break;
            var taken = Math.Min(left, count);
            (left, top, from) = (left - taken, top + taken * times, times);
        }
        return new Spread(people, (double)top / all, from);
    }
}
