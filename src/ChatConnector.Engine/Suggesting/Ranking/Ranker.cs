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
        var all = Gather(query, bench);
        for (var place = 0; place < bench.Count; place++)
            if (bench[place].MayBeNamed)
                bench.Scored.Add(Score(query, bench, place, all));
        if (query.Sense is { } sense)
            likening.Rescore(bench, sense, most);
        bench.Scored.Keep(most);
    }

    /// <summary>What this one person would score by words alone, for a question that was read onto the bench before; null when there is no sign for them.</summary>
    public double? ScoreOf(Person person, Query query, Workbench bench)
    {
        var all = Gather(query, bench);
        return bench.PlaceOf(person.Number) is >= 0 and var place && bench[place].MayBeNamed ? Score(query, bench, place, all).Score : null;
    }

    /// <summary>Here, not the requester, and neither avoids the other.</summary>
    public static bool MayBeNamed(Person person, Person? requester, TeammateId requesterId) =>
        person.IsHere && person != requester && !person.Avoids.Contains(requesterId) && (requester is null || !requester.Avoids.Contains(person.Id));

    // Whatever is known of whom for this ask, person by person, and what all of them have together.
    private Shared Gather(Query query, Workbench bench)
    {
        bench.Clear(knowledge.People.Count);
        var (now, requester) = (Knowledge.MinuteOf(query.Now), knowledge.People.Find(query.Requester));
        bench.Channel = knowledge.Channels.Find(query.Place?.Id);
        gathering.Votes(bench, now);
        gathering.Ties(bench, now, requester);
        gathering.Latest(bench, now);
        var all = default(Shared);
        for (var place = 0; place < bench.Count; place++)
        {
            ref var tally = ref bench[place];
            tally.MayBeNamed = MayBeNamed(knowledge.People[tally.Person], requester, query.Requester);
            if (tally.MayBeNamed)
                signing.Count(ref tally, now, ref all);
        }
        return all;
    }

    private Scored Score(Query query, Workbench bench, int place, in Shared all)
    {
        var signs = signing.Of(bench, place, Knowledge.MinuteOf(query.Now), all);
        return new Scored(place, knowledge.People[bench[place].Person].Id, signs, signs.Times(query.Weights ?? weights));
    }
}
