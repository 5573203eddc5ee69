namespace ChatConnector.Engine.Suggesting;

/// <summary>From a ranking to the few who are named: only people who may be asked now, only for a good reason, and not always the same.</summary>
public static class Choosing
{
    // Looking further down finds people who are free when the first are not.
    private const int Ranked = 30;

    /// <summary>The few to suggest, best first; fewer, or nobody, when nothing speaks for more.</summary>
    public static IReadOnlyList<Suggestion> Choose(Decision d, Ask ask, int most, IReadOnlySet<TeammateId> except) =>
        Suggest(d, Free(d, ask, d.Known.Colleagues.Rank(QueryOf(d, ask), Ranked), except).Where(c => c.Candidate.Relevance >= d.Settings.Inviting.LeastRelevance), most);

    /// <summary>Nobody obvious: people who say they know people there, or whose referrals led to help.</summary>
    public static IReadOnlyList<Suggestion> PeopleWhoKnowPeople(Decision d, Ask ask, int most, IReadOnlySet<TeammateId> except) =>
        [.. Free(d, ask, d.Known.Colleagues.RankConnectors(QueryOf(d, ask), Ranked), except).Take(most).Select(c => new Suggestion(c.Candidate.Who, c.Candidate.Reason))];

    private static Query QueryOf(Decision d, Ask ask) => new(ask.Goal.Length > 0 ? ask.Need + "\n" + ask.Goal : ask.Need, ask.Requester, d.Now);

    private static IEnumerable<Fair> Free(Decision d, Ask ask, IReadOnlyList<Candidate> ranked, IReadOnlySet<TeammateId> except)
    {
        var requester = d.Teammate(ask.Requester);
        // Everybody's row is asked for before any is judged, so that one reading suffices.
        var rows = ranked.Select(c => d.Teammate(c.Who)).ToList();
        var spread = d.Known.Colleagues.SpreadAt(d.Now);
        return ranked.Zip(rows)
            .Where(pair => !except.Contains(pair.First.Who) && Fairness.WhyNotSuggest(pair.Second, requester, d.Now, d.Settings) is null
                && !Fairness.IsGuarded(pair.Second, spread, d.Now, d.Settings))
            .Select(pair => new Fair(pair.First, pair.First.Score - Fairness.LoadPenalty(pair.Second, d.Now, d.Settings.Fairness), Fairness.IsRarelyAsked(pair.Second, d.Now)));
    }

    private static List<Suggestion> Suggest(Decision d, IEnumerable<Fair> free, int most)
    {
        var best = free.OrderByDescending(c => c.Score).ThenBy(c => c.Candidate.Who.Text, StringComparer.Ordinal).ToList();
        var chosen = best.Take(most).ToList();
        if (chosen.Count == most && most >= d.Settings.Inviting.Suggestions)
            chosen[^1] = ForTheLastPlace(chosen[..^1], best[(most - 1)..], d.Settings.Fairness.LastPlaceReach);
        return [.. chosen.Select(c => new Suggestion(c.Candidate.Who, c.Candidate.Reason) { RarelyAsked = c.IsRarelyAsked })];
    }

    // The last place brings in somebody hardly anybody asks, and somebody from outside the requester's own circle, if they are nearly as good.
    private static Fair ForTheLastPlace(List<Fair> before, List<Fair> free, double reach)
    {
        var rest = free.FindAll(c => c.Score >= free[0].Score - reach);
        var wantRare = !before.Exists(c => c.IsRarelyAsked);
        var wantFar = !before.Exists(c => c.IsFar);
        return rest.Find(c => (!wantRare || c.IsRarelyAsked) && (!wantFar || c.IsFar))
            ?? rest.Find(c => wantRare && c.IsRarelyAsked)
            ?? rest.Find(c => wantFar && c.IsFar)
            ?? rest[0];
    }

    /// <param name="Score">With the load taken off.</param>
    private sealed record Fair(Candidate Candidate, double Score, bool IsRarelyAsked)
    {
        /// <summary>Of another team, or without a live tie to the requester; a dormant tie is worth waking.</summary>
        public bool IsFar => Candidate.IsOtherTeam || !Candidate.HasTie || Candidate.IsDormantTie;
    }
}
