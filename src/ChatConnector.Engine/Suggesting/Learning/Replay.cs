using ChatConnector.Engine.Suggesting.Index;
using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Suggesting.Learning;

/// <summary>
/// Lives the past once more: an empty index hears what happened in the order of time, and before each of the newest helps everybody
/// is ranked for that ask, by what was known then. What people declare is left out, because they may have declared it since.
/// </summary>
internal sealed class Replay
{
    // People further down are hardly ever named, and each costs time.
    private const int MostCandidates = 100;

    private readonly Knowledge then;
    private readonly Ranker ranker;
    private readonly Workbench bench;
    private readonly Bag bag = new();

    /// <summary>Begins before all evidence, with the people there are now.</summary>
    public Replay(Knowledge now, Signs weights)
    {
        then = new Knowledge(now.Idiom);
        ranker = new Ranker(then, weights);
        bench = new Workbench(now.Idiom);
        for (var number = 0; number < now.People.Count; number++)
            then.People.FindOrAdd(now.People[number].Id).Row = now.People[number].Row;
        for (var number = 1; number < now.Channels.Count; number++)
            then.Channels.NumberOf(now.Channels[number].Id);
    }

    /// <summary>What there is to learn from, in the order of time. Answers of several people to one ask are one example.</summary>
    /// <param name="past">See <see cref="Past.Of"/>.</param>
    public IReadOnlyList<Example> Live(IReadOnlyList<Past> past, int mostAsks)
    {
        var asks = past.Where(p => p.Ask is not null).GroupBy(p => p.Ask!.Value).TakeLast(mostAsks)
            .ToDictionary(ask => ask.First(), ask => ask.Select(p => p.Document.Person).ToHashSet());
        var examples = new List<Example>();
        foreach (var one in past)
        {
            if (asks.TryGetValue(one, out var answerers) && Judge(one, answerers) is { } example)
                examples.Add(example);
            then.Relearn(one.Kind, one.Document, bag.Fill(one.Terms, one.Times));
        }

        return examples;
    }

    private Example? Judge(Past one, HashSet<int> answerers)
    {
        var channel = one.Document.Channel == Channels.None ? null : new Place(PlaceKind.Channel, then.Channels[one.Document.Channel].Id);
        var query = new Query("", then.People[one.Document.From].Id, Instant.FromUnixTimeSeconds(one.Document.Minute * 60L)) { Place = channel };
        bench.Question.Read(one.Terms, one.Times);
        ranker.RankRead(query, bench, MostCandidates);
        var signs = new List<double[]>();
        var answered = new List<int>();
        for (var place = 0; place < bench.Scored.Count; place++)
        {
            if (answerers.Contains(bench[bench.Scored[place].Place].Person))
                answered.Add(place);
            signs.Add(Example.Vector(bench.Scored[place].Signs));
        }

        return answered.Count > 0 ? new Example(signs, answered, 1) : null;
    }
}
