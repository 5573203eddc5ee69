namespace ChatConnector.Benchmarks.Quality;

/// <summary>Whoever answered most, ever or lately.</summary>
/// <param name="halfLifeDays">Infinity for ever.</param>
public sealed class MostActive(double halfLifeDays, int people) : IRanker
{
    private readonly (double Value, long Time)[] activity = new (double, long)[people];

    public string Name => double.IsInfinity(halfLifeDays) ? "most active, all time" : $"most active lately ({halfLifeDays} d)";

    public IReadOnlyList<int> Rank(Question question) =>
        Best.Of(Enumerable.Range(0, people).Where(p => activity[p].Value > 0 && p != question.Asker).Select(p => (p, At(p, question.Time))));

    public void Hear(Question question)
    {
    }

    public void Hear(Answer answer) => activity[answer.Person] = (At(answer.Person, answer.Time) + 1, answer.Time);

    private double At(int person, long time)
    {
        var (value, since) = activity[person];
        return value == 0 ? 0 : value * Math.Pow(2, -(time - since) / (halfLifeDays * 86400));
    }
}

/// <summary>Whoever answered similar asks: each of the best asks found votes for those who answered it.</summary>
/// <param name="similar">May be shared by many.</param>
/// <param name="most">Asks that vote.</param>
/// <param name="sharpness">Power of a vote.</param>
/// <param name="halfLifeDays">Of a vote; infinity for none.</param>
public sealed class Voting(SimilarAsks similar, int most, double sharpness, double halfLifeDays) : IRanker
{
    public string Name => double.IsInfinity(halfLifeDays) ? $"votes of similar asks (K {most}, power {sharpness})" : $"votes, fading ({halfLifeDays} d, power {sharpness})";

    public IReadOnlyList<int> Rank(Question question)
    {
        var votes = new Dictionary<int, double>();
        var found = similar.To(question);
        foreach (var (score, answers) in found.Take(most))
            foreach (var answer in answers)
                if (answer.Person != question.Asker)
                    votes[answer.Person] = votes.GetValueOrDefault(answer.Person)
                        + Math.Pow(score / found[0].Score, sharpness) * Math.Pow(2, -(question.Time - answer.Time) / (halfLifeDays * 86400));
        return Best.Of(votes.Select(v => (v.Key, v.Value)));
    }

    public void Hear(Question question) => similar.Hear(question);

    public void Hear(Answer answer) => similar.Hear(answer);
}

/// <summary>One growing document per person: everything they answered and were asked, by BM25.</summary>
public sealed class Profile : IRanker
{
    private const double Saturation = 2;
    private const double LengthMatters = 0.5;

    private readonly PlainIndex asks = new();
    private readonly Dictionary<string, Dictionary<int, int>> holding = [];
    private readonly Dictionary<int, int> lengths = [];

    public string Name => "BM25 person profile";

    public IReadOnlyList<int> Rank(Question question)
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
        return Best.Of(sums.Select(s => (s.Key, s.Value)));
    }

    public void Hear(Question question) => asks.Add(question.Words);

    public void Hear(Answer answer)
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

internal static class Best
{
    private const int Deep = 100;

    // Equals stay in the order they were found in, as in the reference evaluation.
    public static IReadOnlyList<int> Of(IEnumerable<(int Person, double Value)> people) =>
        [.. people.OrderByDescending(p => p.Value).Take(Deep).Select(p => p.Person)];
}
