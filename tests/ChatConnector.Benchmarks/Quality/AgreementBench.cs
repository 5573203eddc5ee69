using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>Holds our baselines against the reference tables, with the parameters those were made with.</summary>
public static partial class AgreementBench
{
    private const double Tolerance = 0.01;

    /// <param name="tables">The reference's results of the same community, as JSON.</param>
    /// <returns>Whether every number agrees.</returns>
    public static bool Run(Community community, string tables)
    {
        var (asks, answers) = (new SimilarAsks(), new SimilarAnswers());
        var rows = JsonDocument.Parse(File.ReadAllText(tables)).RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => (Row: row, Ranker: RankerOf(row.GetProperty("method").GetString()!, row.GetProperty("params").GetString()!, community.People, asks, answers)))
            .Where(r => r.Ranker is not null).ToList();
        var judged = Trial.Run(community, [.. rows.Select(r => r.Ranker!)], (int)(community.Questions.Count * 0.6));
        Console.WriteLine($"\n### {community.Name}: ours minus the reference\n\n| baseline | split | S@1 | S@3 | S@5 | MRR | R@5 | tail S@5 | within {Tolerance} |\n|---|---|---|---|---|---|---|---|---|");
        var agrees = true;
        foreach (var (row, ranker) in rows)
            foreach (var (split, name) in new[] { (Split.Valid, "valid"), (Split.Test, "test") })
                agrees &= Compare(row, ranker!, [.. judged[ranker!].Where(j => j.Question.Split == split)], name);
        return agrees;
    }

    private static bool Compare(JsonElement row, IRanker ranker, List<Judged> judged, string split)
    {
        var (score, theirs) = (Score.Of(judged), row.GetProperty(split));
        List<double> differences =
        [
            score.First - theirs.GetProperty("S@1").GetDouble(), score.Three - theirs.GetProperty("S@3").GetDouble(), score.Five - theirs.GetProperty("S@5").GetDouble(),
            score.Mrr - theirs.GetProperty("MRR").GetDouble(), score.Recall - theirs.GetProperty("R@5").GetDouble(),
        ];
        // The reference gives the tail for the test asks alone.
        if (split == "test")
            differences.Add(score.Tail - row.GetProperty("tailS5").GetDouble());
        var agrees = differences.TrueForAll(d => Math.Abs(d) <= Tolerance);
        Console.WriteLine($"| {ranker.Name} | {split} | {string.Join(" | ", differences.Select(d => (Math.Round(d, 3) + 0.0).ToString("+0.000;-0.000", CultureInfo.InvariantCulture)))} |{(split == "test" ? "" : " |")} {(agrees ? "yes" : "no")} |");
        return agrees;
    }

    private static IRanker? RankerOf(string method, string parameters, int people, SimilarAsks asks, SimilarAnswers answers)
    {
        var numbers = Numbers().Matches(parameters).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToArray();
        return method switch
        {
            "most active, all time" => new MostActive(double.PositiveInfinity, people),
            "most active, recency-weighted" => new MostActive(numbers[0], people),
            "Model 1: BM25 person profile" => new Profile(),
            "Model 2: Votes" => new Voting(asks, numbers[0], 0, double.PositiveInfinity),
            "Model 2: CombSUM" => new Voting(asks, numbers[0], 1, double.PositiveInfinity),
            "Model 2: powCombSUM (sharpened, as expCombSUM)" => new Voting(asks, numbers[1], numbers[0], double.PositiveInfinity),
            "Model 2: CombMNZ" => new Voting(asks, numbers[0], 1, double.PositiveInfinity) { TimesTheirNumber = true },
            "Model 2 over answer texts" => new Voting(answers, numbers[1], numbers[0], double.PositiveInfinity),
            "PageRank (ExpertiseRank)" => new PageRank(),
            "tag/channel activity" => GroupActivity.InChannel(numbers[0]),
            "RRF of text votes and activity (no training)" => Baselines.Fusion(asks, answers, people),
            "mixture of experts, EM weights" => Baselines.Mixture(asks, answers, people),
            "Model 2 + time decay" => new Voting(asks, 300, numbers[0], numbers[1]),
            _ => null,
        };
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
