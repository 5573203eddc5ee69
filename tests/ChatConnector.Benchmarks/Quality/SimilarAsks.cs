namespace ChatConnector.Benchmarks.Quality;

/// <summary>Finds earlier asks like this one and who had answered them by then. Several rankers may share it: what each of them hears is heard once.</summary>
public sealed class SimilarAsks
{
    private const int Most = 300;

    private readonly PlainIndex asks = new();
    private readonly List<List<Answer>> answers = [];
    private readonly Dictionary<int, List<Answer>> answersTo = [];
    private readonly HashSet<int> heard = [];
    private (Question? Question, IReadOnlyList<(double Score, List<Answer> Answers)> Found) latest = (null, []);

    // Asked for first by a ranker that has not yet told of the question itself, and remembered for the others.
    public IReadOnlyList<(double Score, List<Answer> Answers)> To(Question question)
    {
        if (!ReferenceEquals(latest.Question, question))
            latest = (question, [.. asks.Search(question.Words, Most).Select(hit => (hit.Score, answers[hit.Document]))]);
        return latest.Found;
    }

    public void Hear(Question question)
    {
        if (!answersTo.TryAdd(question.Number, []))
            return;
        asks.Add(question.Words);
        answers.Add(answersTo[question.Number]);
    }

    public void Hear(Answer answer)
    {
        if (heard.Add(answer.Number))
            answersTo[answer.Question.Number].Add(answer);
    }
}
