namespace ChatConnector.Benchmarks.Quality;

/// <summary>How the places in the first three spread over everybody who could have been named.</summary>
/// <param name="Gini">0: everybody alike; 1: all to one.</param>
/// <param name="TopShare">Share of the busiest twentieth.</param>
/// <param name="People">Who got any place at all.</param>
/// <param name="Busiest">Mean over the weeks of the places of that week's busiest person.</param>
public readonly record struct Concentration(double Gini, double TopShare, int People, double Busiest)
{
    private const int Week = 7 * 86400;

    public static Concentration Of(IEnumerable<(long Time, int Person)> places, IReadOnlySet<int> pool)
    {
        var all = places.ToList();
        var counts = all.GroupBy(p => p.Person).ToDictionary(g => g.Key, g => g.Count());
        var values = pool.Union(counts.Keys).Select(p => counts.GetValueOrDefault(p)).Order().ToArray();
        var sum = Math.Max(1, values.Sum());
        var top = Math.Max(1, (int)Math.Round(values.Length * 0.05));
        var gini = values.Select((v, i) => (2.0 * i - values.Length + 1) * v).Sum() / ((double)values.Length * sum);
        var busiest = all.GroupBy(p => p.Time / Week).Select(week => week.GroupBy(p => p.Person).Max(g => g.Count())).DefaultIfEmpty(0).Average();
        return new Concentration(gini, values.TakeLast(top).Sum() / (double)sum, counts.Count, busiest);
    }

    /// <summary>Everybody who answered from a year before these asks to their end.</summary>
    public static HashSet<int> PoolOf(Community community, Split split)
    {
        var times = community.Questions.Where(q => q.Split == split).Select(q => q.Time).ToList();
        return [.. community.Answers.Where(a => a.Time >= times[0] - 365L * 86400 && a.Time <= times[^1]).Select(a => a.Person)];
    }
}
