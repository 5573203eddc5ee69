using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>
/// Says why somebody was ranked, by the evidence that counted most. Of others' asks it repeats only words that the present ask
/// has as well, so nothing private gets about.
/// </summary>
internal sealed class Reasoning(Knowledge knowledge)
{
    // The logarithm of one and a half: that much more often than others do. Nobody gets there by helping once.
    private const double HalfAsMuchAgain = 0.405465;

    // Three months; further back it is not lately.
    private const int LatelyMinutes = 91 * 1440;

    // Half a year without anything between them.
    private const int DormantMinutes = 180 * 1440;

    public Why For(Workbench bench, in Scored scored, Query query)
    {
        ref readonly var tally = ref bench[scored.Place];
        var person = knowledge.People[tally.Person];
        var main = MainReason(bench, scored, query);
        return main with { Aside = AsideOf(main, tally, scored, person) };
    }

    private Why MainReason(Workbench bench, in Scored scored, Query query)
    {
        ref readonly var tally = ref bench[scored.Place];
        return scored.Points switch
        {
            var p when OftenHere(scored) && p.Here > p.Standing && p.Here > p.Helped && p.Here > p.Contributed => new(Because.TheyOftenHelpHere, query),
            { Standing: > 0 } p when p.Standing >= p.Helped && p.Standing >= p.Contributed => ForStanding(knowledge.People[tally.Person], tally.Standing.Best, query),
            { Helped: > 0 } p when p.Helped >= p.Contributed => ForDocument(bench, knowledge.Asks, tally.Helped.Best, query),
            { Contributed: > 0 } => ForDocument(bench, knowledge.Contributions, tally.Contributed.Best, query),
            { Tie: > 0 } when tally.HelpedRequester => new(Because.TheyHelpedYou, query),
            // Where an organization's own weights make nothing of these, they still show what somebody leans to.
            _ when tally.Helped.Best >= 0 => ForDocument(bench, knowledge.Asks, tally.Helped.Best, query),
            _ when tally.Contributed.Best >= 0 => ForDocument(bench, knowledge.Contributions, tally.Contributed.Best, query),
            { Month: > 0 } when HelpedLately(tally, query) => new(Because.TheyHelpLately, query),
            _ when tally.HasTie => new(Because.YouHaveTies, query),
            _ => new(Because.TheyHelpedBefore, query),
        };
    }

    public bool HelpedLately(in Tally tally, Query query) => (double)Knowledge.MinuteOf(query.Now) - knowledge.People[tally.Person].Activity.LastMinute < LatelyMinutes;

    // What the main reason says already is not said again.
    private Aside AsideOf(Why main, in Tally tally, in Scored scored, Person person)
    {
        if (tally.HasTie && !SaysTies(main))
            return IsDormant(tally, Knowledge.MinuteOf(main.Query.Now)) ? Aside.YouHadTies : Aside.YouHaveTies;
        if (OftenHere(scored) && main.Because != Because.TheyOftenHelpHere)
            return Aside.TheyOftenHelpHere;
        return IsOutside(person, main.Query) ? Aside.OtherTeam : Aside.Nothing;
    }

    /// <summary>Whether it tells already that the two have had to do with each other.</summary>
    public static bool SaysTies(Why main) => main.Because is Because.TheyHelpedYou or Because.YouHaveTies || main is { Because: Because.TheyHelped, Words: Reasons.You };

    /// <summary>Whether they have had to do with each other, but not in the last half-year.</summary>
    public static bool IsDormant(in Tally tally, int now) => tally.HasTie && now - tally.LastTogether > DormantMinutes;

    public static Why ForStanding(Person person, int document, Query query)
    {
        foreach (var standing in person.Standing)
            if (!standing.OnConnecting && standing.Document == document)
                return new(BecauseOf(standing.Kind), query) { Words = standing.Words };
        throw new InvalidOperationException("Whoever stands for something says so in one of their documents.");
    }

    private static Because BecauseOf(StandingKind kind) => kind switch
    {
        StandingKind.Declared => Because.TheyDeclaredIt,
        StandingKind.Confirmed => Because.TheyConfirmedIt,
        StandingKind.Title => Because.OfTheirTitle,
        _ => Because.OfTheirTeam,
    };

    public Why ForDocument(Workbench bench, Shelf shelf, int number, Query query)
    {
        var document = shelf.Documents[number];
        var (first, second) = SharedWords(bench, shelf, number);
        var why = (EvidenceOrigin)document.Kind switch
        {
            EvidenceOrigin.Helped => new Why(Because.TheyHelped, query) { Words = WhoMayBeNamed(bench, document, query) },
            EvidenceOrigin.Offered => new Why(Because.TheySteppedIn, query),
            EvidenceOrigin.Endorsed => new Why(Because.TheyWereEndorsed, query),
            _ => new Why(Because.TheyWereThanked, query),
        };
        return why with { First = first, Second = second, Minute = document.Minute };
    }

    // The requester themself; somebody who asked in this same channel, because others may not be open to everybody; otherwise "a colleague".
    private string WhoMayBeNamed(Workbench bench, Document document, Query query)
    {
        if (document.From < 0)
            return Reasons.AColleague;
        var from = knowledge.People[document.From];
        return from.Id == query.Requester ? Reasons.You
            : bench.Channel == knowledge.Channels[document.Channel] && from.IsHere ? from.Row!.Name
            : Reasons.AColleague;
    }

    // Only ever said of the channel the ask itself is open in, so nobody learns of a place they are not in.
    public static bool OftenHere(in Scored scored) => scored is { Points.Here: > 0, Signs.Here: > HalfAsMuchAgain };

    public bool IsOutside(Person person, Query query)
    {
        var requester = knowledge.People.Find(query.Requester)?.Row;
        return requester is { Team.Length: > 0 } && person.Row is { Team.Length: > 0 } row && row.Team != requester.Team;
    }

    // The asker's own words that the document has too, neighbours joined: "postgres migration". The two that say most, in their order.
    private static (Quote First, Quote Second) SharedWords(Workbench bench, Shelf shelf, int document)
    {
        var (question, phrases) = (bench.Question, bench.Phrases);
        phrases.Clear();
        for (var i = 0; i < question.Count; i++)
            if (question[i] is { IsKnown: true } asked && shelf.Postings.Contains(asked.Number, document))
                Join(phrases, new Phrase(asked.From, asked.Until, shelf.RarityOf(asked.Number)), question.Text);
        phrases.Sort(static (left, right) => right.Weight.CompareTo(left.Weight) is var order and not 0 ? order : left.From.CompareTo(right.From));
        return phrases switch
        {
            [] => default,
            [var only] => (only.Place, default),
            [var one, var other, ..] => one.From < other.From ? (one.Place, other.Place) : (other.Place, one.Place),
        };
    }

    private static void Join(List<Phrase> phrases, Phrase next, string text)
    {
        for (var i = 0; i < phrases.Count; i++)
            if (phrases[i].IsBeside(next) && phrases[i].With(next) is var joined && !text.AsSpan()[joined.From..joined.Until].Contains('\n'))
            {
                phrases[i] = joined;
                return;
            }
        phrases.Add(next);
    }
}

/// <summary>Words of an ask that stand together.</summary>
internal readonly record struct Phrase(int From, int Until, double Weight)
{
    public Quote Place => new(From, Until);

    public bool IsBeside(Phrase other) => other.From <= Until + 1 && other.Until >= From - 1;

    public Phrase With(Phrase other) => new(Math.Min(From, other.From), Math.Max(Until, other.Until), Weight + other.Weight);
}
