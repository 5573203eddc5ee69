using System.Collections.Concurrent;
using ChatConnector.Engine.Suggesting.Index;
using ChatConnector.Engine.Suggesting.Learning;
using ChatConnector.Engine.Suggesting.Ranking;
using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting;

/// <summary>
/// Everybody's evidence in memory: who knows what, who helped whom. Fed from rows (teammates and evidence), asked for
/// rankings. Learning the same row twice changes nothing, and the order of learning does not matter.
/// Threads: anybody may ask at any time; one at a time learns, and askers wait for it.
/// </summary>
public sealed class Colleagues
{
    private readonly Gate gate = new();
    private readonly ConcurrentBag<Workbench> benches = [];
    private readonly Knowledge knowledge;
    private readonly Ranker ranker;
    private readonly ConnectorRanker connectorRanker;
    private readonly Reasoning reasoning;
    private readonly Justifying justifying;

    public Colleagues()
        : this(Idiom.English, Weights.Default)
    {
    }

    /// <summary>For an organization that writes in its own way.</summary>
    public Colleagues(Settings settings)
        : this(Idiom.Of(settings), Weights.Default)
    {
    }

    public Colleagues(Idiom idiom, Signs weights)
    {
        knowledge = new Knowledge(idiom);
        ranker = new Ranker(knowledge, weights);
        connectorRanker = new ConnectorRanker(knowledge);
        reasoning = new Reasoning(knowledge);
        justifying = new Justifying(knowledge, ranker, reasoning);
    }

    /// <summary>Whether everything was read as the organization writes now, in these languages and with these words that mean the same; if not, it has to be learned anew.</summary>
    public bool ReadsLike(Settings settings) => knowledge.Idiom.IsThatOf(settings);

    /// <summary>Take in a row; rows that say nothing about who knows what are passed over.</summary>
    public void Learn(Row row)
    {
        switch (row)
        {
            case Teammate teammate:
                gate.Write(() => knowledge.Learn(teammate));
                break;
            case Evidence evidence:
                gate.Write(() => knowledge.Learn(evidence));
                break;
            case TextSense sense:
                gate.Write(() => knowledge.Senses.Learn(sense));
                break;
        }
    }

    /// <summary>Forget everything about a person.</summary>
    public void Forget(TeammateId who) => gate.Write(() => knowledge.Forget(who));

    /// <summary>How many teammates there are, guests and people who left excluded.</summary>
    public int CountHere() => gate.Read(() => Enumerable.Range(0, knowledge.People.Count).Count(number => knowledge.People[number].IsHere));

    /// <summary>The ids of all evidence in which this person stands, as helper or as helped, oldest first.</summary>
    public IReadOnlyList<string> EvidenceConcerning(TeammateId who) => gate.Read(() => knowledge.EvidenceConcerning(who));

    /// <summary>Forget a row that was deleted; of a teammate, everything about them.</summary>
    public void Forget(string key)
    {
        var (teammates, evidence) = (Teammate.KeyOf(new TeammateId("")), Evidence.KeyOf(""));
        if (key.StartsWith(teammates, StringComparison.Ordinal))
            Forget(new TeammateId(key[teammates.Length..]));
        else if (key.StartsWith(evidence, StringComparison.Ordinal))
            gate.Write(() => knowledge.ForgetEvidence(key[evidence.Length..]));
        else if (key.StartsWith(TextSense.Prefix, StringComparison.Ordinal))
            gate.Write(() => knowledge.Senses.Forget(key));
    }

    /// <summary>Texts in these rows whose sense by this model is not known yet; only texts that people allowed to be used.</summary>
    public IReadOnlyList<Unsensed> Unsensed(IReadOnlyList<Row> rows, SenseModel model) => gate.Read(() => knowledge.Senses.Missing(rows, model));

    /// <summary>The keys of senses that are of no use any more: their text is gone, old or not allowed to be used, or they are of another model.</summary>
    public IReadOnlyList<string> OutdatedSenses(SenseModel model) => gate.Read(() => knowledge.Senses.Outdated(model));

    /// <summary>Whether some were told by another model, or by another of the same name: then all texts have to be looked at.</summary>
    public bool HasSensesOfOthers(SenseModel model) => gate.Read(() => knowledge.Senses.HasThoseOfOthers(model));

    /// <summary>The colleagues who most likely can help, best first; the requester, people who left, outsiders and avoided people excluded.</summary>
    public IReadOnlyList<Candidate> Rank(Query query, int most) => Ranked(query, most, CandidateFrom);

    /// <summary>The same ranking with the parts of each score.</summary>
    public IReadOnlyList<Explanation> Explain(Query query, int most) =>
        Ranked(query, most, (bench, scored, asked) => new Explanation(CandidateFrom(bench, scored, asked), scored.Signs, scored.Points));

    /// <summary>
    /// Those of the ranked colleagues for whom a reason holds, by words alone: without the evidence it names less would speak for them. Each has the first such reason.
    /// Trying takes some rankings while everybody else waits, so this is for the few who are named.
    /// </summary>
    public IReadOnlyList<Candidate> Justify(Query query, IReadOnlyList<Candidate> candidates)
    {
        var whys = gate.Write(() => AtAFreeBench(bench => justifying.For(query with { Sense = null }, [.. candidates.Select(c => c.Who)], bench)));
        return [.. candidates.Where(c => whys.ContainsKey(c.Who)).Select(c => c with { Why = whys[c.Who] })];
    }

    /// <summary>People who may know somebody who can help, best first; nobody when nothing speaks for anybody.</summary>
    public IReadOnlyList<Candidate> RankConnectors(Query query, int most) => AtABench(bench => connectorRanker.Rank(query, bench, most));

    /// <summary>How many helps are remembered.</summary>
    public int CountHelps() => gate.Read(() => knowledge.Timeline.Count);

    /// <summary>The newest answered asks with what was known of everybody before each of them, to learn weights from. Takes a second or so; only a copy is made while others wait to learn.</summary>
    public IReadOnlyList<Example> Answered(int mostAsks)
    {
        var (past, replay) = gate.Read(() => (Past.Of(knowledge), new Replay(knowledge, Weights.Default)));
        return replay.Live(past, mostAsks);
    }

    /// <summary>How the invitations of the last four weeks spread over people.</summary>
    public Spread SpreadAt(Instant now) => gate.Read(() => knowledge.Load.At(now));

    /// <summary>Teammates a part of whose name starts like this, for people pickers; best first.</summary>
    public IReadOnlyList<Teammate> Find(string name, int most) => gate.Read(() =>
    {
        var plain = Letters.Plain(name.Trim());
        return knowledge.Names.Find(name).Select(number => knowledge.People[number]).Where(p => p.IsHere).Select(p => p.Row!)
            .OrderByDescending(t => Letters.Plain(t.Name).StartsWith(plain, StringComparison.Ordinal))
            .ThenBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Id.Text, StringComparer.Ordinal)
            .Take(most).ToList();
    });

    private List<TResult> Ranked<TResult>(Query query, int most, Func<Workbench, Scored, Query, TResult> select) => AtABench(bench =>
    {
        ranker.Rank(query, bench, most);
        var ranked = new List<TResult>(bench.Scored.Count);
        for (var place = 0; place < bench.Scored.Count; place++)
            ranked.Add(select(bench, bench.Scored[place], query));
        return ranked;
    });

    private TResult AtABench<TResult>(Func<Workbench, TResult> work) => gate.Read(() => AtAFreeBench(work));

    private TResult AtAFreeBench<TResult>(Func<Workbench, TResult> work)
    {
        if (!benches.TryTake(out var bench))
            bench = new Workbench(knowledge.Idiom);
        var result = work(bench);
        benches.Add(bench);
        return result;
    }

    private Candidate CandidateFrom(Workbench bench, Scored scored, Query query)
    {
        var tally = bench[scored.Place];
        var row = knowledge.People[tally.Person].Row!;
        var team = knowledge.People.Find(query.Requester)?.Row?.Team ?? "";
        return new Candidate(scored.Who, scored.Score, reasoning.For(bench, scored, query), tally.HasTie, Fairness.IsRarelyAsked(row, query.Now))
        {
            Relevance = tally.Relevance,
            IsDormantTie = Reasoning.IsDormant(tally, Knowledge.MinuteOf(query.Now)),
            IsOtherTeam = team.Length > 0 && row.Team.Length > 0 && row.Team != team,
        };
    }
}

/// <summary>What a ranking is asked for.</summary>
/// <param name="Text">The ask. Its first line is a headline and counts twice.</param>
public sealed record Query(string Text, TeammateId Requester, Instant Now)
{
    /// <summary>The channel it is open in; null for what others must not learn the place of. Helpers may be told its name.</summary>
    public Place? Place { get; init; }

    /// <summary>The organization's own weights; null for the shipped ones.</summary>
    public Signs? Weights { get; init; }

    /// <summary>What the ask means; null to rank by words alone.</summary>
    public Sense? Sense { get; init; }
}

/// <summary>A ranked colleague.</summary>
/// <param name="Score">Comparable within one ranking only.</param>
/// <param name="Why">Names evidence that really contributed.</param>
/// <param name="HasTie">Whether requester and colleague have had to do with each other.</param>
/// <param name="IsRarelyAsked">At most one invitation in four weeks.</param>
public sealed record Candidate(TeammateId Who, double Score, Why Why, bool HasTie, bool IsRarelyAsked)
{
    /// <summary>Why, in words for the requester that go on after the name.</summary>
    public string Reason => Reasons.Tell(Why);

    /// <summary>How much of the ask their best evidence covers, 0 to 1.</summary>
    public double Relevance { get; init; }

    /// <summary>They have had to do with each other, but not for half a year.</summary>
    public bool IsDormantTie { get; init; }

    public bool IsOtherTeam { get; init; }
}

/// <summary>A ranked colleague and how the score came about.</summary>
/// <param name="Signs">What speaks for them.</param>
/// <param name="Points">What each sign is worth; together they are the score.</param>
public sealed record Explanation(Candidate Candidate, Signs Signs, Signs Points);
