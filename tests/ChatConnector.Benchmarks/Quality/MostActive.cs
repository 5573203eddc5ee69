using System.Globalization;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>Whoever answered most, ever or lately.</summary>
/// <param name="halfLifeDays">Infinity for ever.</param>
public sealed class MostActive(double halfLifeDays, int people) : Scoring
{
    private readonly (double Value, long Time)[] activity = new (double, long)[people];

    public override string Name => double.IsInfinity(halfLifeDays) ? "most active, all time" : $"most active lately ({halfLifeDays} d)";

    public override IEnumerable<(int Person, double Value)> Values(Question question) =>
        Enumerable.Range(0, people).Where(p => activity[p].Value > 0 && p != question.Asker).Select(p => (p, At(p, question.Time)));

    public override void Hear(Question question)
    {
    }

    public override void Hear(Answer answer) => activity[answer.Person] = (At(answer.Person, answer.Time) + 1, answer.Time);

    private double At(int person, long time)
    {
        var (value, since) = activity[person];
        return value == 0 ? 0 : value * Math.Pow(2, -(time - since) / (halfLifeDays * 86400));
    }
}

/// <summary>Whoever answered most lately where it was asked, or whoever asked it.</summary>
/// <param name="group">What asks must have in common: the channel, or the asker.</param>
public sealed class GroupActivity(double halfLifeDays, string name, Func<Question, string> group) : Scoring
{
    private readonly Dictionary<string, Dictionary<int, (double Value, long Time)>> groups = [];

    public override string Name => $"most active {name} ({halfLifeDays} d)";

    public static GroupActivity InChannel(double halfLifeDays) => new(halfLifeDays, "in the channel", q => q.Channel);

    public static GroupActivity ForAsker(double halfLifeDays) => new(halfLifeDays, "for the asker", q => q.Asker.ToString(CultureInfo.InvariantCulture));

    public override IEnumerable<(int Person, double Value)> Values(Question question) =>
        groups.GetValueOrDefault(group(question), []).Where(p => p.Key != question.Asker).Select(p => (p.Key, At(p.Value, question.Time)));

    public override void Hear(Question question)
    {
    }

    public override void Hear(Answer answer)
    {
        if (!groups.TryGetValue(group(answer.Question), out var people))
            groups[group(answer.Question)] = people = [];
        people[answer.Person] = (At(people.GetValueOrDefault(answer.Person), answer.Time) + 1, answer.Time);
    }

    private double At((double Value, long Time) since, long time) => since.Value == 0 ? 0 : since.Value * Math.Pow(2, -(time - since.Time) / (halfLifeDays * 86400));
}
