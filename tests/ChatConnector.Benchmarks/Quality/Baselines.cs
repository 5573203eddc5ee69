namespace ChatConnector.Benchmarks.Quality;

/// <summary>The methods to hold ours against: of each family the member that does best on validation.</summary>
public static class Baselines
{
    private const double Never = double.PositiveInfinity;

    public static List<List<IRanker>> Families(Community community)
    {
        var (asks, answers, people) = (new SimilarAsks(), new SimilarAnswers(), community.People);
        List<List<IRanker>> families =
        [
            [new MostActive(Never, people)],
            [.. new[] { 7.0, 30, 90, 365 }.Select(days => new MostActive(days, people))],
            [new Profile()],
            [.. new[] { 20, 50, 100, 300 }.Select(most => new Voting(asks, most, 1, Never))],
            [.. new[] { 20, 50, 100, 300 }.Select(most => new Voting(asks, most, 1, Never) { TimesTheirNumber = true })],
            [.. from power in new[] { 1.0, 2, 3 } from days in new[] { 90.0, 180, 365 } select new Voting(asks, 300, power, days)],
            [.. from power in new[] { 1.0, 2, 3 } from most in new[] { 50, 100, 300 } select new Voting(answers, most, power, Never)],
            [Fusion(asks, answers, people)],
        ];
        // Both learn from more answers than a small community has.
        if (!community.IsSmall)
            families.AddRange([[new PageRank()], [Mixture(asks, answers, people)], [Recommended(asks, answers, people)]]);
        if (community.Questions.Select(q => q.Channel).Distinct().Skip(1).Any())
            families.Insert(2, [.. new[] { 30.0, 90, 365 }.Select(days => GroupActivity.InChannel(days))]);
        return families;
    }

    public static RankFusion Fusion(SimilarAsks asks, SimilarAnswers answers, int people) =>
        new([new Voting(asks, 300, 2, 180), new Voting(answers, 300, 2, 180), new MostActive(7, people), new MostActive(90, people)]);

    public static Mixture Mixture(SimilarAsks asks, SimilarAnswers answers, int people) =>
        new(
        [
            new Voting(asks, 300, 2, 180) { ThanksCount = true }, new Voting(answers, 300, 2, 180), .. new[] { 7.0, 30, 90, 365 }.Select(days => new MostActive(days, people)),
            GroupActivity.InChannel(90),
        ]);

    public static Recommended Recommended(SimilarAsks asks, SimilarAnswers answers, int people) =>
        new(
        [
            new Voting(asks, 300, 2, 180) { ThanksCount = true }, new Voting(answers, 300, 2, 180), new Sharpened(new Profile(), 4),
            new MostActive(7, people), new MostActive(90, people), GroupActivity.InChannel(90), GroupActivity.ForAsker(365),
        ]);
}
