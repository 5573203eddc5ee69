namespace ChatConnector.Benchmarks.Quality;

/// <summary>What several rankers say together.</summary>
public abstract class Combining(IReadOnlyList<Scoring> parts) : Scoring
{
    protected IReadOnlyList<Scoring> Parts { get; } = parts;

    public override void Hear(Question question)
    {
        foreach (var part in Parts)
            part.Hear(question);
    }

    public override void Hear(Answer answer)
    {
        foreach (var part in Parts)
            part.Hear(answer);
    }

    /// <summary>What each part gives of one whole to whom.</summary>
    protected List<Dictionary<int, double>> Shares(Question question) => [.. Parts.Select(part =>
    {
        var values = part.Values(question).ToList();
        var all = values.Sum(v => v.Value);
        return values.Where(v => v.Value > 0).ToDictionary(v => v.Person, v => v.Value / all);
    })];
}

/// <summary>Fusion of ranks, untrained: the nearer to the top of more rankings, the better.</summary>
public sealed class RankFusion(IReadOnlyList<Scoring> parts) : Combining(parts)
{
    private const double Smoothing = 60;

    public override string Name => "rank fusion of votes and activity";

    public override IEnumerable<(int Person, double Value)> Values(Question question)
    {
        var sums = new Dictionary<int, double>();
        foreach (var part in Parts)
            foreach (var (place, person) in part.Rank(question).Index())
                sums[person] = sums.GetValueOrDefault(person) + 1 / (Smoothing + place);
        return sums.Select(s => (s.Key, s.Value));
    }
}

/// <summary>A weighed sum of shares; the weights make those who answered in the judged part of the history likeliest (EM).</summary>
public sealed class Mixture(IReadOnlyList<Scoring> parts) : Combining(parts)
{
    private const int Rounds = 40;

    private readonly List<double[]> answered = [];
    private double[]? weights;

    public override string Name => "mixture of votes and activity";

    public override IEnumerable<(int Person, double Value)> Values(Question question)
    {
        var shares = Shares(question);
        var people = shares.SelectMany(s => s.Keys).Distinct().ToList();
        if (question.Split == Split.History)
        {
            answered.AddRange(people.Where(question.Answerers.Contains).Select(p => (double[])[.. shares.Select(s => s.GetValueOrDefault(p)), 1.0 / people.Count]));
            return [];
        }
        weights ??= Learn();
        return people.Select(p => (p, shares.Select((s, i) => weights[i] * s.GetValueOrDefault(p)).Sum()));
    }

    // The last weight is for anybody, whatever the parts say.
    private double[] Learn()
    {
        var now = Enumerable.Repeat(1.0 / (Parts.Count + 1), Parts.Count + 1).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var next = new double[now.Length];
            foreach (var shares in answered)
            {
                var all = shares.Select((s, i) => now[i] * s).Sum();
                for (var i = 0; i < now.Length; i++)
                    next[i] += now[i] * shares[i] / Math.Max(all, 1e-12);
            }
            now = [.. next.Select(n => n / next.Sum())];
        }
        return now;
    }
}
