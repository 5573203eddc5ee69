using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Engine.Suggesting;

/// <summary>From a ranking to the few who are named: only people who may be asked now, only for a good reason, and not always the same.</summary>
public static class Choosing
{
    // Looking further down finds people who are free when the first are not.
    private const int Ranked = 30;

    // Somebody who was named before may stand further down by now.
    private const int Sought = 300;

    /// <summary>The few to suggest, best first; fewer, or nobody, when nothing speaks for more.</summary>
    public static IReadOnlyList<Suggestion> Choose(Decision d, Ask ask, int most, IReadOnlySet<TeammateId> except) =>
        [.. Weigh(d, ask, most, except).Named.Select(c => c.Suggestion)];

    /// <summary>The same choice with everything that led to it.</summary>
    public static Choice Weigh(Decision d, Ask ask, int most, IReadOnlySet<TeammateId> except)
    {
        var ranked = d.Known.Colleagues.Explain(QueryOf(d, ask), Ranked);
        var people = Judge(d, ask, [.. ranked.Select(e => e.Candidate)], except).Zip(ranked, (person, parts) => (person with { Parts = parts }).IfRelevant(d.Settings));
        return Justified(d, QueryOf(d, ask), Place([.. people], most, most >= d.Settings.Inviting.Suggestions ? d.Settings.Fairness.LastPlaceReach : null));
    }

    /// <summary>Nobody obvious: people who say they know people there, or whose referrals led to help.</summary>
    public static IReadOnlyList<Suggestion> PeopleWhoKnowPeople(Decision d, Ask ask, int most, IReadOnlySet<TeammateId> except) =>
        [.. Judge(d, ask, d.Known.Colleagues.RankConnectors(QueryOf(d, ask), Ranked), except).Where(c => c.MayBeNamed).Take(most).Select(c => c.Suggestion)];

    /// <summary>Why this colleague was thought of, as far as it is still so: the same, what speaks for them instead, or nothing.</summary>
    public static string ReasonNow(Decision d, Ask ask, TeammateId colleague, string then)
    {
        var (colleagues, query) = (d.Known.Colleagues, WordsOf(d, ask));
        var ranked = colleagues.Justify(query, [.. colleagues.Rank(query, Sought).Where(c => c.Who == colleague)]);
        var reasons = ranked.Concat(colleagues.RankConnectors(query, Sought).Where(c => c.Who == colleague)).Select(c => c.Reason).ToList();
        return reasons.Contains(then) ? then : reasons.FirstOrDefault("");
    }

    // Whoever no reason holds for is not named.
    private static Choice Justified(Decision d, Query query, Choice choice)
    {
        var told = d.Known.Colleagues.Justify(query, [.. choice.Named.Select(c => c.Candidate)]).ToDictionary(c => c.Who);
        return choice with { People = [.. choice.People.Select(With)], Named = [.. choice.Named.Where(c => told.ContainsKey(c.Candidate.Who)).Select(With)] };

        Considered With(Considered person) => person with { Candidate = told.GetValueOrDefault(person.Candidate.Who) ?? person.Candidate };
    }

    private static Query QueryOf(Decision d, Ask ask)
    {
        var query = WordsOf(d, ask);
        return query with { Sense = d.Known.SenseOf(query.Text) };
    }

    private static Query WordsOf(Decision d, Ask ask) =>
        new(ask.Goal.Length > 0 ? ask.Need + "\n" + ask.Goal : ask.Need, ask.Requester, d.Now) { Place = ask.OpenIn, Weights = Refitting.WeightsOf(d) };

    private static IEnumerable<Considered> Judge(Decision d, Ask ask, IReadOnlyList<Candidate> ranked, IReadOnlySet<TeammateId> except)
    {
        var requester = d.Teammate(ask.Requester);
        // Everybody's row is asked for before any is judged, so that one reading suffices.
        var rows = ranked.Select(c => d.Teammate(c.Who)).ToList();
        var spread = d.Known.Colleagues.SpreadAt(d.Now);
        return ranked.Zip(rows, (candidate, row) => new Considered(candidate, Fairness.LoadPenalty(row, d.Now, d.Settings.Fairness), Fairness.IsRarelyAsked(row, d.Now))
        {
            WasAsked = except.Contains(row.Id),
            Hindrance = Fairness.WhyNotSuggest(row, requester, d.Now, d.Settings),
            IsGuarded = Fairness.IsGuarded(row, spread, d.Now, d.Settings),
        });
    }

    /// <param name="reach">How much less may speak for whoever the last place is kept for; null when it is kept for nobody.</param>
    private static Choice Place(List<Considered> people, int most, double? reach)
    {
        var best = people.Where(c => c.MayBeNamed).OrderByDescending(c => c.Score).ThenBy(c => c.Candidate.Who.Text, StringComparer.Ordinal).ToList();
        var named = best.Take(most).ToList();
        if (named.Count < most || reach is null)
            return new Choice(people, named);
        var first = named[^1];
        named[^1] = ForTheLastPlace(named[..^1], best[(most - 1)..].FindAll(c => c.Score >= first.Score - reach));
        return new Choice(people, named) { GaveWay = named[^1] == first ? null : first };
    }

    // The last place brings in somebody hardly anybody asks, and somebody from outside the requester's own circle, if they are nearly as good.
    private static Considered ForTheLastPlace(List<Considered> before, List<Considered> rest)
    {
        var wantRare = !before.Exists(c => c.IsRarelyAsked);
        var wantFar = !before.Exists(c => c.IsFar);
        return rest.Find(c => (!wantRare || c.IsRarelyAsked) && (!wantFar || c.IsFar))
            ?? rest.Find(c => wantRare && c.IsRarelyAsked)
            ?? rest.Find(c => wantFar && c.IsFar)
            ?? rest[0];
    }
}
