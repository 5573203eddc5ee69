using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>
/// Says why somebody was ranked, by the evidence that counted most. Of others' asks it repeats only words that the present ask
/// has as well, so nothing private gets about.
/// </summary>
internal sealed class Reasoning(Knowledge knowledge)
{
    private const int MostPhrases = 2;

    // The logarithm of one and a half: that much more often than others do. Nobody gets there by helping once.
    private const double HalfAsMuchAgain = 0.405465;

    // Half a year without anything between them.
    private const int DormantMinutes = 180 * 1440;

    public string For(Workbench bench, Scored scored, Query query)
    {
        var tally = bench[scored.Place];
        var person = knowledge.People[tally.Person];
        var main = MainReason(bench, scored, query);
        var aside = (main.Together ? null : Tied(tally, query)) ?? (main.Here || !OftenHere(scored) ? null : Reasons.OftenHelpsIn(query.Place!.Name)) ?? Outside(person, query);
        return Reasons.Join(main.Words, aside);
    }

    private Reason MainReason(Workbench bench, Scored scored, Query query)
    {
        var tally = bench[scored.Place];
        return scored.Points switch
        {
            var p when OftenHere(scored) && p.Here > p.Standing && p.Here > p.Helped && p.Here > p.Contributed => new(Reasons.OftenHelpsIn(query.Place!.Name), Here: true),
            { Standing: > 0 } p when p.Standing >= p.Helped && p.Standing >= p.Contributed => new(ForStanding(knowledge.People[tally.Person], tally.Standing.Best)),
            { Helped: > 0 } p when p.Helped >= p.Contributed => ForDocument(bench, knowledge.Asks, tally.Helped.Best, query),
            { Contributed: > 0 } => ForDocument(bench, knowledge.Contributions, tally.Contributed.Best, query),
            { Tie: > 0 } when tally.HelpedRequester => new(Reasons.HelpedYouBefore, Together: true),
            { Month: > 0 } => new(Reasons.HelpsLately),
            _ => new(Reasons.Together, Together: true),
        };
    }

    /// <summary>Whether they have had to do with each other, but not in the last half-year.</summary>
    public static bool IsDormant(in Tally tally, int now) => tally.HasTie && now - tally.LastTogether > DormantMinutes;

    private static string ForStanding(Person person, int document)
    {
        var standing = person.Standing.Find(s => !s.OnConnecting && s.Document == document);
        return standing.Kind switch
        {
            StandingKind.Declared => Reasons.OnTheirList(standing.Words),
            StandingKind.Confirmed => Reasons.HappyToBeAsked(standing.Words),
            StandingKind.Title => Reasons.WorksAs(standing.Words),
            _ => Reasons.InTeam(standing.Words),
        };
    }

    private Reason ForDocument(Workbench bench, Shelf shelf, int number, Query query)
    {
        var document = shelf.Documents[number];
        var about = SharedWords(bench, shelf, number);
        var when = (Instant.FromUnixTimeSeconds(document.Minute * 60L), query.Now);
        return (EvidenceOrigin)document.Kind switch
        {
            EvidenceOrigin.Helped when WhoMayBeNamed(document, query) is var whom => new(Reasons.Helped(whom, about, when), Together: whom == Reasons.You),
            EvidenceOrigin.Offered => new(Reasons.SteppedIn(about, when)),
            EvidenceOrigin.Endorsed => new(Reasons.Endorsed(about)),
            _ => new(Reasons.Thanked(about, when)),
        };
    }

    // The requester themself; somebody who asked in the open; otherwise "a colleague".
    private string WhoMayBeNamed(Document document, Query query)
    {
        if (document.From < 0)
            return Reasons.AColleague;
        var from = knowledge.People[document.From];
        return from.Id == query.Requester ? Reasons.You
            : document.Open && from.IsHere ? from.Row!.Name
            : Reasons.AColleague;
    }

    private static string? Tied(in Tally tally, Query query) =>
        !tally.HasTie ? null : IsDormant(tally, Knowledge.MinuteOf(query.Now)) ? Reasons.LongAgoTogether : Reasons.Together;

    // Only ever said of the channel the ask itself is open in, so nobody learns of a place they are not in.
    private static bool OftenHere(Scored scored) => scored is { Points.Here: > 0, Signs.Here: > HalfAsMuchAgain };

    private string? Outside(Person person, Query query)
    {
        var requester = knowledge.People.Find(query.Requester)?.Row;
        return requester is { Team.Length: > 0 } && person.Row is { Team.Length: > 0 } row && row.Team != requester.Team ? Reasons.OtherTeam : null;
    }

    // The asker's own words that the document has too, neighbours joined: "postgres migration".
    private static string SharedWords(Workbench bench, Shelf shelf, int document)
    {
        var (question, phrases) = (bench.Question, bench.Phrases);
        phrases.Clear();
        for (var i = 0; i < question.Count; i++)
            if (question[i] is { IsKnown: true } asked && shelf.Postings.Contains(asked.Number, document))
                Join(phrases, new Phrase(asked.From, asked.Until, shelf.RarityOf(asked.Number)));
        phrases.Sort(static (left, right) => right.Weight.CompareTo(left.Weight) is var order and not 0 ? order : left.From.CompareTo(right.From));
        if (phrases.Count > MostPhrases)
            phrases.RemoveRange(MostPhrases, phrases.Count - MostPhrases);
        phrases.Sort(static (left, right) => left.From.CompareTo(right.From));
        return Reasons.Phrases([.. phrases.Select(p => question.Text[p.From..p.Until])]);
    }

    private static void Join(List<Phrase> phrases, Phrase next)
    {
        for (var i = 0; i < phrases.Count; i++)
            if (phrases[i].IsBeside(next))
            {
                phrases[i] = phrases[i].With(next);
                return;
            }
        phrases.Add(next);
    }

    /// <param name="Together">Whether it already says that the two have had to do with each other.</param>
    /// <param name="Here">Whether it already says that they help in this channel.</param>
    private readonly record struct Reason(string Words, bool Together = false, bool Here = false);
}

/// <summary>Words of an ask that stand together.</summary>
internal readonly record struct Phrase(int From, int Until, double Weight)
{
    public bool IsBeside(Phrase other) => other.From <= Until + 1 && other.Until >= From - 1;

    public Phrase With(Phrase other) => new(Math.Min(From, other.From), Math.Max(Until, other.Until), Weight + other.Weight);
}
