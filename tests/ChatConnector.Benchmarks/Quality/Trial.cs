namespace ChatConnector.Benchmarks.Quality;

/// <summary>
/// One pass over a community in the order of time. Everybody ranks before the answer is known; nobody ever hears of anything
/// later than the ask.
/// </summary>
public static class Trial
{
    /// <param name="from">The first ask that is judged; those before are only heard.</param>
    public static IReadOnlyDictionary<IRanker, List<Judged>> Run(Community community, IReadOnlyList<IRanker> rankers, int from)
    {
        var judged = rankers.ToDictionary(r => r, _ => new List<Judged>());
        var busiest = new Busiest(community.People);
        foreach (var (asked, answered) in community.Replay())
        {
            var judging = asked is not null && asked.Number >= from && asked.Answerers.Count > 0;
            var head = judging ? busiest.Before(asked!) : [];
            foreach (var ranker in rankers)
            {
                if (judging)
                    judged[ranker].Add(new Judged(asked!, ranker.Rank(asked!), asked!.Answerers, head));
                if (asked is not null)
                    ranker.Hear(asked);
                if (answered is not null)
                    ranker.Hear(answered);
            }
            if (answered is not null)
                busiest.Hear(answered);
        }
        return judged;
    }
}
