using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>
/// The model the reference evaluation recommends: shares multiplied, and how long ago somebody last answered; learned by listwise softmax
/// on the judged part of this community's own history.
/// </summary>
/// <param name="parts">The last of them is the tie, which is smoothed more.</param>
public sealed class Recommended(IReadOnlyList<Scoring> parts) : Combining(parts)
{
    private const double Floor = 0.002;
    private const double TieFloor = 0.02;
    private const double Start = 0.1;
    private const double Pull = 1e-4;

    private readonly List<Example> examples = [];
    private readonly Dictionary<int, long> last = [];
    private double[]? weights;

    public override string Name => "the reference's recommended model, rebuilt";

    public override IEnumerable<(int Person, double Value)> Values(Question question)
    {
        var shares = Shares(question);
        var people = shares.SelectMany(s => s.Keys).Distinct().ToList();
        var signs = people.ConvertAll(p => SignsOf(p, shares, question.Time));
        if (question.Split == Split.History)
        {
            var answered = Enumerable.Range(0, people.Count).Where(i => question.Answerers.Contains(people[i])).ToList();
            // The reference shares the credit evenly among all who answered.
            examples.AddRange(answered.Select(a => new Example(signs, [a], 1.0 / answered.Count)));
            return [];
        }
        weights ??= new Softmax(examples, [.. Enumerable.Repeat(Start, Parts.Count + 1)], Pull).Learn();
        return people.Zip(signs, (p, s) => (p, Math.Exp(s.Zip(weights, (sign, weight) => sign * weight).Sum())));
    }

    public override void Hear(Answer answer)
    {
        base.Hear(answer);
        last[answer.Person] = answer.Time;
    }

    private double[] SignsOf(int person, List<Dictionary<int, double>> shares, long now) =>
    [
        .. shares.Select((s, i) => Math.Log(s.GetValueOrDefault(person) + (i == shares.Count - 1 ? TieFloor : Floor))),
        -Math.Log(1 + (now - last[person]) / 86400.0),
    ];
}
