using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>Ranks everybody there is some sign for: what is known is gathered person by person, then all signs are weighed together.</summary>
internal sealed class Ranker(Knowledge knowledge, Signs weights)
{
    private readonly Gathering gathering = new(knowledge);
    private readonly Signing signing = new(knowledge);
    private readonly Likening likening = new(knowledge);

    /// <summary>Fills the bench with the best of the scored people, best first.</summary>
    public void Rank(Query query, Workbench bench, int most)
    {
        bench.Question.Read(query.Text, knowledge.Vocabulary);
        RankRead(query, bench, most);
    }

    /// <summary>The same for a question that was read onto the bench before.</summary>
    public void RankRead(Query query, Workbench bench, int most)
    {
        bench.Clear(knowledge.People.Count);
        var now = Knowledge.MinuteOf(query.Now);
        var requester = knowledge.People.Find(query.Requester);
        bench.Channel = knowledge.Channels.Find(query.Place?.Id);
        gathering.Votes(bench, now);
        gathering.Ties(bench, now, requester);
        gathering.Latest(bench, now);
        Score(bench, now, requester, query);
        if (query.Sense is { } sense)
            likening.Rescore(bench, sense, most);
        bench.Scored.Keep(most);
    }

    /// <summary>Here, not the requester, and neither avoids the other.</summary>
    public static bool MayBeNamed(Person person, Person? requester, TeammateId requesterId) =>
        person.IsHere && person != requester && !person.Avoids.Contains(requesterId) && (requester is null || !requester.Avoids.Contains(person.Id));

    private void Score(Workbench bench, int now, Person? requester, Query query)
    {
        var (requesterId, counts) = (query.Requester, query.Weights ?? weights);
        var all = default(Shared);
        for (var place = 0; place < bench.Count; place++)
        {
            ref var tally = ref bench[place];
            tally.MayBeNamed = MayBeNamed(knowledge.People[tally.Person], requester, requesterId);
            if (tally.MayBeNamed)
                signing.Count(ref tally, now, ref all);
        }
        for (var place = 0; place < bench.Count; place++)
            if (bench[place].MayBeNamed)
            {
                var signs = signing.Of(bench, place, now, all);
                bench.Scored.Add(new Scored(place, knowledge.People[bench[place].Person].Id, signs, signs.Times(counts)));
            }
    }
}
