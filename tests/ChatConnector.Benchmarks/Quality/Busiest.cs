namespace ChatConnector.Benchmarks.Quality;

/// <summary>
/// Who the busiest twentieth are at a moment, by what they answered lately; without them one sees whether a ranker knows more than who is always there.
/// A twentieth of those whom anybody would think of: the most active over four spans and of all time, much as in the reference evaluation.
/// </summary>
public sealed class Busiest(int people)
{
    private const int Lately = 2;
    private const double StillActive = 0.05;

    private static readonly (double Days, int Most)[] Spans = [(7, 60), (30, 80), (90, 80), (365, 60), (double.PositiveInfinity, 60)];

    private readonly double[][] activity = [.. Spans.Select(_ => new double[people])];
    private readonly long[] last = new long[people];

    public void Hear(Answer answer)
    {
        for (var span = 0; span < Spans.Length; span++)
            activity[span][answer.Person] = At(span, answer.Person, answer.Time) + 1;
        last[answer.Person] = answer.Time;
    }

    public HashSet<int> Before(Question question)
    {
        var known = Enumerable.Range(0, people).Where(p => p != question.Asker && last[p] > 0).ToList();
        var thoughtOf = Enumerable.Range(0, Spans.Length).SelectMany(span => known.OrderByDescending(p => At(span, p, question.Time)).Take(Spans[span].Most)).Distinct()
            .Select(p => (Person: p, Value: At(Lately, p, question.Time))).Where(p => p.Value > StillActive).ToList();
        var twentieth = Math.Max(1, (int)Math.Round(thoughtOf.Count * 0.05));
        return [.. thoughtOf.OrderByDescending(p => p.Value).ThenBy(p => p.Person).Take(twentieth).Select(p => p.Person)];
    }

    private double At(int span, int person, long time) => activity[span][person] * Math.Pow(2, -(time - last[person]) / (Spans[span].Days * 86400));
}
