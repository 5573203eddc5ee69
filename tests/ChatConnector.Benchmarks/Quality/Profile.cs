namespace ChatConnector.Benchmarks.Quality;

/// <summary>One growing document per person: everything they answered and were asked, by BM25.</summary>
public sealed class Profile : Scoring
{
    private const double Saturation = 2;
    private const double LengthMatters = 0.5;

    private readonly PlainIndex asks = new();
    private readonly Dictionary<string, Dictionary<int, int>> holding = [];
    private readonly Dictionary<int, int> lengths = [];

    public override string Name => "BM25 person profile";

    public override IEnumerable<(int Person, double Value)> Values(Question question)
    {
        var mean = lengths.Count == 0 ? 1 : lengths.Values.Average();
        var sums = new Dictionary<int, double>();
        foreach (var (term, _) in asks.Strongest(question.Words))
        {
            if (!holding.TryGetValue(term, out var people))
                continue;
            var rarity = Math.Log(1 + (lengths.Count - people.Count + 0.5) / (people.Count + 0.5)) * (Saturation + 1);
            foreach (var (person, times) in people)
                sums[person] = sums.GetValueOrDefault(person)
                    + rarity * times / (times + Saturation * (1 - LengthMatters + LengthMatters * lengths[person] / mean));
        }
        sums.Remove(question.Asker);
        return sums.Select(s => (s.Key, s.Value));
    }

    public override void Hear(Question question) => asks.Add(question.Words);

    public override void Hear(Answer answer)
    {
        Add(answer.Person, answer.Question.Words);
        Add(answer.Person, PlainIndex.Count(answer.Text));
    }

    private void Add(int person, IReadOnlyDictionary<string, int> counts)
    {
        foreach (var (term, times) in counts)
        {
            if (!holding.TryGetValue(term, out var people))
                holding[term] = people = [];
            people[person] = people.GetValueOrDefault(person) + times;
            lengths[person] = lengths.GetValueOrDefault(person) + times;
        }
    }
}

/// <summary>The same order with the first further ahead.</summary>
public sealed class Sharpened(Scoring part, double power) : Scoring
{
    public override string Name => $"{part.Name}, power {power}";

    public override IEnumerable<(int Person, double Value)> Values(Question question)
    {
        var values = part.Values(question).ToList();
        var best = values.Select(v => v.Value).DefaultIfEmpty(1).Max();
        return values.Select(v => (v.Person, Math.Pow(v.Value / best, power)));
    }

    public override void Hear(Question question) => part.Hear(question);

    public override void Hear(Answer answer) => part.Hear(answer);
}
