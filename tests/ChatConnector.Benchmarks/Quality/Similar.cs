namespace ChatConnector.Benchmarks.Quality;

/// <summary>Finds earlier texts like an ask. Several rankers may share it: what each of them hears is heard once.</summary>
public abstract class Similar
{
    protected const int Most = 300;

    private readonly HashSet<int> heard = [];
    private (Question? Question, IReadOnlyList<(double Score, List<Answer> Answers)> Found) latest = (null, []);

    public abstract string Name { get; }

    /// <summary>The best texts, best first, each with the answers that speak for somebody.</summary>
    // Asked for first by a ranker that has not yet told of the question itself, and remembered for the others.
    public IReadOnlyList<(double Score, List<Answer> Answers)> To(Question question)
    {
        if (!ReferenceEquals(latest.Question, question))
            latest = (question, Find(question));
        return latest.Found;
    }

    public abstract void Hear(Question question);

    public void Hear(Answer answer)
    {
        if (heard.Add(answer.Number))
            Add(answer);
    }

    protected abstract IReadOnlyList<(double Score, List<Answer> Answers)> Find(Question question);

    protected abstract void Add(Answer answer);
}

/// <summary>Earlier asks like this one and who had answered them by then.</summary>
public sealed class SimilarAsks : Similar
{
    private readonly PlainIndex asks = new();
    private readonly List<List<Answer>> answers = [];
    private readonly Dictionary<int, List<Answer>> answersTo = [];

    public override string Name => "similar asks";

    public override void Hear(Question question)
    {
        if (!answersTo.TryAdd(question.Number, []))
            return;
        asks.Add(question.Words);
        answers.Add(answersTo[question.Number]);
    }

    protected override IReadOnlyList<(double Score, List<Answer> Answers)> Find(Question question) =>
        [.. asks.Search(question.Words, Most).Select(hit => (hit.Score, answers[hit.Document]))];

    protected override void Add(Answer answer) => answersTo[answer.Question.Number].Add(answer);
}

/// <summary>Earlier answers in words like this ask's.</summary>
public sealed class SimilarAnswers : Similar
{
    private readonly PlainIndex texts = new();
    private readonly List<List<Answer>> answers = [];

    public override string Name => "similar answers";

    public override void Hear(Question question)
    {
    }

    protected override IReadOnlyList<(double Score, List<Answer> Answers)> Find(Question question) =>
        [.. texts.Search(question.Words, Most).Select(hit => (hit.Score, answers[hit.Document]))];

    protected override void Add(Answer answer)
    {
        texts.Add(PlainIndex.Count(answer.Text));
        answers.Add([answer]);
    }
}
