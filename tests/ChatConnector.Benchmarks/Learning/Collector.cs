using ChatConnector.Benchmarks.Quality;
using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Benchmarks.Learning;

/// <summary>Listens to the asks of a community's history and keeps every candidate's signs, to learn from.</summary>
public sealed class Collector(Community community) : Ours(community.People)
{
    private const int MostCandidates = 400;

    private readonly List<(IReadOnlyList<double[]> Signs, IReadOnlyList<int> Answered)> kept = [];

    public override IReadOnlyList<int> Rank(Question question)
    {
        if (question.Split == Split.History)
            Keep(question);
        return [];
    }

    /// <summary>The newest asks, together weighing as much as those of any other community.</summary>
    public IReadOnlyList<Example> Newest(int most)
    {
        var newest = kept.TakeLast(most).ToList();
        return [.. newest.Select(k => new Example(k.Signs, k.Answered, 1000.0 / newest.Count))];
    }

    private void Keep(Question question)
    {
        var candidates = Colleagues.Explain(QueryOf(question), MostCandidates);
        var answered = Enumerable.Range(0, candidates.Count).Where(i => question.Answerers.Contains(NumberOf(candidates[i].Candidate.Who))).ToList();
        if (answered.Count > 0)
            kept.Add(([.. candidates.Select(c => Example.Vector(c.Signs))], answered));
    }
}
