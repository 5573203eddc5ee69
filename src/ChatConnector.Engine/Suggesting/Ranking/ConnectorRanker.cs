using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>Ranks people who may know somebody: by where they say they know people, and by referrals that led to help.</summary>
internal sealed class ConnectorRanker(Knowledge knowledge)
{
    private const int MostDocuments = 300;
    private const double FadeDays = 365;

    // A referral about anything else still shows somebody who likes to connect people.
    private const double AnyReferral = 0.05;

    public IReadOnlyList<Candidate> Rank(Query query, Workbench bench, int most)
    {
        bench.Clear(knowledge.People.Count);
        bench.Question.Read(query.Text, knowledge.Vocabulary);
        bench.Search.Run(knowledge.Connecting, bench.Question, knowledge.Refusals, MostDocuments, bench.Hits);
        var now = Knowledge.MinuteOf(query.Now);
        foreach (var hit in bench.Hits)
        {
            var document = knowledge.Connecting.Documents[hit.Document];
            var covered = Coverage.OfDocument(knowledge.Connecting, hit.Document, bench);
            var faded = document.Minute == Document.Always ? 1 : Activity.Fade((double)now - document.Minute, FadeDays);
            bench.Of(document.Person).Standing.Add(hit.Document, 1, faded, covered);
        }
        foreach (var connector in knowledge.Connectors)
            bench.Of(connector);
        return [.. Candidates(bench, query).OrderByDescending(c => c.Score).ThenBy(c => c.Who.Text, StringComparer.Ordinal).Take(most)];
    }

    private List<Candidate> Candidates(Workbench bench, Query query)
    {
        var requester = knowledge.People.Find(query.Requester);
        var candidates = new List<Candidate>();
        for (var place = 0; place < bench.Count; place++)
        {
            var tally = bench[place];
            var person = knowledge.People[tally.Person];
            if (!Ranker.MayBeNamed(person, requester, query.Requester))
                continue;
            var score = Math.Round(tally.Standing.Sum + AnyReferral * Math.Log(1 + person.Connected), 9);
            candidates.Add(new Candidate(person.Id, score, ReasonFor(person, tally, query), false, Fairness.IsRarelyAsked(person.Row!, query.Now)) { Relevance = tally.Relevance });
        }
        return candidates;
    }

    private static Why ReasonFor(Person person, in Tally tally, Query query)
    {
        foreach (var standing in person.Standing)
            if (standing.OnConnecting && standing.Document == tally.Standing.Best)
                return new(Because.TheyKnowPeopleThere, query) { Words = standing.Words };
        return new(Because.TheyKnowPeople, query);
    }
}
