namespace ChatConnector.Benchmarks.Quality;

/// <summary>Each of the best texts found votes for whoever it belongs to: asks for those who answered them, answers for who wrote them.</summary>
/// <param name="similar">May be shared by many.</param>
/// <param name="most">Texts that vote.</param>
/// <param name="sharpness">Power of a vote.</param>
/// <param name="halfLifeDays">Of a vote; infinity for none.</param>
public sealed class Voting(Similar similar, int most, double sharpness, double halfLifeDays) : Scoring
{
    private const long TwoDays = 2 * 86400;

    /// <summary>The sum of the votes times their number, known as CombMNZ.</summary>
    public bool TimesTheirNumber { get; init; }

    /// <summary>An answer that was thanked for or accepted counts twice, one that was both four times.</summary>
    public bool ThanksCount { get; init; }

    public override string Name =>
        TimesTheirNumber ? $"votes of {similar.Name} times their number (K {most})"
        : double.IsInfinity(halfLifeDays) ? $"votes of {similar.Name} (K {most}, power {sharpness})"
        : $"votes, fading ({halfLifeDays} d, power {sharpness})";

    public override IEnumerable<(int Person, double Value)> Values(Question question)
    {
        var votes = new Dictionary<int, (double Sum, int Count)>();
        var found = similar.To(question);
        foreach (var (score, answers) in found.Take(most))
            foreach (var answer in answers)
                if (answer.Person != question.Asker)
                {
                    var (sum, count) = votes.GetValueOrDefault(answer.Person);
                    var vote = Math.Pow(score / found[0].Score, sharpness) * Math.Pow(2, -(question.Time - answer.Time) / (halfLifeDays * 86400));
                    votes[answer.Person] = (sum + vote * (ThanksCount ? Thanks(answer, question.Time) : 1), count + 1);
                }
        return votes.Select(v => (v.Key, TimesTheirNumber ? v.Value.Sum * v.Value.Count : v.Value.Sum));
    }

    public override void Hear(Question question) => similar.Hear(question);

    public override void Hear(Answer answer) => similar.Hear(answer);

    // Nobody notes when an answer was accepted; two days later it mostly was.
    private static double Thanks(Answer answer, long now) =>
        (answer.ThankedAt > 0 && answer.ThankedAt < now ? 2 : 1) * (answer.Accepted && answer.Time + TwoDays < now ? 2 : 1);
}
