namespace ChatConnector.Benchmarks.Quality;

/// <summary>Something that ranks people for an ask and hears, in the order of time, what happens.</summary>
public interface IRanker
{
    string Name { get; }

    /// <summary>The people most likely to answer, best first, judged by nothing later than the ask.</summary>
    IReadOnlyList<int> Rank(Question question);

    /// <summary>The ask is known now.</summary>
    void Hear(Question question);

    /// <summary>The answer is known now.</summary>
    void Hear(Answer answer);
}
