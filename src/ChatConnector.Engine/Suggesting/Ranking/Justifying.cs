using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>
/// Tries a reason before it is told: without the documents it names, less must speak for the colleague. Mostly it does; but one help
/// less is also one help less with other things, and in a small organization that may weigh more.
/// </summary>
internal sealed class Justifying(Knowledge knowledge, Ranker ranker, Reasoning reasoning)
{
    // Whoever helped more often than this with what a reason names is tried without the newest of it.
    private const int MostTaken = 100;

    /// <summary>
    /// For each of them the first reason, in the order of what counts most, that holds; nobody for whom none does. Takes documents
    /// out for a moment, so nobody else may read.
    /// </summary>
    public IReadOnlyDictionary<TeammateId, Why> For(Query query, IReadOnlyCollection<TeammateId> named, Workbench bench)
    {
        ranker.Rank(query, bench, int.MaxValue);
        // All are read before any is tried, because trying needs the bench.
        var cases = new List<Case>();
        for (var place = 0; place < bench.Scored.Count; place++)
            if (named.Contains(bench.Scored[place].Who))
                cases.Add(CaseOf(bench, bench.Scored[place], query));
        var whys = new Dictionary<TeammateId, Why>();
        foreach (var one in cases)
            if (WhatHolds(one, query, bench) is { } why)
                whys[one.Person.Id] = why;
        return whys;
    }

    private Case CaseOf(Workbench bench, Scored scored, Query query) =>
        new(knowledge.People[bench[scored.Place].Person], scored.Score, [.. Mains(bench, scored, query)], [.. Asides(bench, scored, query)]);

    private Why? WhatHolds(Case one, Query query, Workbench bench)
    {
        var first = one.Mains.FindIndex(told => Holds(told.Grounds));
        if (first < 0)
            return null;
        var main = one.Mains[first].Why;
        return main with { Aside = one.Asides.Find(aside => !Says(main, aside.Aside) && Holds(aside.Grounds)).Aside };

        bool Holds(IReadOnlyList<Ground> grounds) =>
            grounds.Count == 0 || knowledge.Without(grounds, () => ranker.ScoreOf(one.Person, query, bench) is not { } left || left < one.Score);
    }

    private IEnumerable<(Why Why, IReadOnlyList<Ground> Grounds)> Mains(Workbench bench, Scored scored, Query query)
    {
        var (tally, points, person) = (bench[scored.Place], scored.Points, knowledge.People[bench[scored.Place].Person]);
        var told = new List<(double Points, Why Why, IReadOnlyList<Ground> Grounds)>();
        if (tally.Standing.Best is >= 0 and var standing)
            told.Add((points.Standing, Reasoning.ForStanding(person, standing, query), [new(knowledge.Standing, standing)]));
        if (tally.Helped.Best is >= 0 and var help)
            told.Add((points.Helped, reasoning.ForDocument(bench, knowledge.Asks, help, query), [new(knowledge.Asks, help)]));
        if (tally.Contributed.Best is >= 0 and var contribution)
            told.Add((points.Contributed, reasoning.ForDocument(bench, knowledge.Contributions, contribution, query), [new(knowledge.Contributions, contribution)]));
        if (Reasoning.OftenHere(scored))
            told.Add((points.Here, new(Because.TheyOftenHelpHere, query), HelpsHere(bench, person)));
        if (tally.HasTie)
            told.Add((double.NegativeInfinity, new(tally.HelpedRequester ? Because.TheyHelpedYou : Because.YouHaveTies, query), Ties(person, query)));
        if (person.Helps.Count > 0)
            told.Add((double.NegativeInfinity, new(reasoning.HelpedLately(tally, query) ? Because.TheyHelpLately : Because.TheyHelpedBefore, query), Helps(person)));
        return told.OrderByDescending(one => one.Points).Select(one => (one.Why, one.Grounds));
    }

    private IEnumerable<(Aside Aside, IReadOnlyList<Ground> Grounds)> Asides(Workbench bench, Scored scored, Query query)
    {
        var (tally, person) = (bench[scored.Place], knowledge.People[bench[scored.Place].Person]);
        if (tally.HasTie)
            yield return (Reasoning.IsDormant(tally, Knowledge.MinuteOf(query.Now)) ? Aside.YouHadTies : Aside.YouHaveTies, Ties(person, query));
        if (Reasoning.OftenHere(scored))
            yield return (Aside.TheyOftenHelpHere, HelpsHere(bench, person));
        if (reasoning.IsOutside(person, query))
            yield return (Aside.OtherTeam, []);
    }

    private static bool Says(Why main, Aside aside) => aside switch
    {
        Aside.YouHadTies or Aside.YouHaveTies => Reasoning.SaysTies(main),
        Aside.TheyOftenHelpHere => main.Because == Because.TheyOftenHelpHere,
        _ => false,
    };

    private IReadOnlyList<Ground> Helps(Person person) => [.. person.Helps.TakeLast(MostTaken).Select(help => new Ground(knowledge.Asks, help))];

    private IReadOnlyList<Ground> HelpsHere(Workbench bench, Person person) =>
        [.. person.Helps.Where(help => knowledge.Channels[knowledge.Asks.Documents[help].Channel] == bench.Channel).TakeLast(MostTaken).Select(help => new Ground(knowledge.Asks, help))];

    private IReadOnlyList<Ground> Ties(Person person, Query query) => knowledge.People.Find(query.Requester) is not { } requester ? [] :
    [
        .. requester.Helped.Where(help => knowledge.Asks.Documents[help].Person == person.Number)
            .Concat(requester.Helps.Where(help => knowledge.Asks.Documents[help].From == person.Number))
            .TakeLast(MostTaken).Select(help => new Ground(knowledge.Asks, help)),
    ];

    /// <summary>Somebody who is to be named, and what may be said of them.</summary>
    private sealed record Case(
        Person Person, double Score, List<(Why Why, IReadOnlyList<Ground> Grounds)> Mains, List<(Aside Aside, IReadOnlyList<Ground> Grounds)> Asides);
}
