namespace ChatConnector.Benchmarks.Quality;

/// <summary>How often the first three were right, by how much of the ask their best evidence covers: from where on it is honest to name somebody.</summary>
public static class ConfidenceBench
{
    private static readonly double[] From = [0, 0.04, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5];

    public static void Run(Community community)
    {
        var ours = new Sure(community.People);
        var judged = Trial.Run(community, [ours], (int)(community.Questions.Count * 0.7))[ours].Where(j => j.Question.Split == Split.Valid).ToList();
        Console.WriteLine($"\n### {community.Name}, Valid ({judged.Count} asks)\n\n| best cover of the three | asks | S@1 | S@3 |\n|---|---|---|---|");
        for (var bin = 0; bin < From.Length; bin++)
        {
            var until = bin + 1 < From.Length ? From[bin + 1] : 1.01;
            var here = judged.Where(j => ours.Covers[j.Question.Number] is var covers && covers >= From[bin] && covers < until).ToList();
            var score = Score.Of(here);
            Console.WriteLine($"| {From[bin]:0.00} and more | {here.Count} | {score.First:0.000} | {score.Three:0.000} |");
        }
    }

    private sealed class Sure(int people) : Ours(people)
    {
        public Dictionary<int, double> Covers { get; } = [];

        public override IReadOnlyList<int> Rank(Question question)
        {
            var ranked = Colleagues.Rank(QueryOf(question), 3);
            Covers[question.Number] = ranked.Select(c => c.Relevance).DefaultIfEmpty(0).Max();
            return [.. ranked.Select(c => NumberOf(c.Who))];
        }
    }
}
