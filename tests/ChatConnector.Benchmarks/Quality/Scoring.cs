namespace ChatConnector.Benchmarks.Quality;

/// <summary>A ranker that gives people values, none below zero, and so can be a part of another.</summary>
public abstract class Scoring : IRanker
{
    private const int Deep = 100;

    public abstract string Name { get; }

    // Equals stay in the order they were found in, as in the reference evaluation.
    public IReadOnlyList<int> Rank(Question question) => [.. Values(question).OrderByDescending(p => p.Value).Take(Deep).Select(p => p.Person)];

    public abstract IEnumerable<(int Person, double Value)> Values(Question question);

    public abstract void Hear(Question question);

    public abstract void Hear(Answer answer);
}
