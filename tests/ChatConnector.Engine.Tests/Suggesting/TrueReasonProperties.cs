using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ChatConnector.Engine.Tests.Suggesting;

/// <summary>In any small organization: take away what a reason names, and less speaks for whoever it was told of.</summary>
public sealed class TrueReasonProperties
{
    private static readonly string[] Words = ["ledger", "invoice", "freight contract", "freight ledger", "login token", "backup", "the token of the backup", "form"];
    private static readonly TeammateId Me = new("p0");

    [Fact]
    public void Each_reason_told_is_a_reason() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), history =>
    {
        var rows = RowsOf(history);
        var colleagues = Taught(rows);
        var ask = Office.AskOf(Me.Text, Words[history.Length % 8] + " " + Words[(uint)history.Sum(n => n % 1000) % 8]) with
        {
            Audience = history.Length % 3 == 0 ? Audience.InvitedOnly : Audience.Channel,
            Place = new Place(PlaceKind.Channel, "c1", "c1"),
        };
        var d = new Decision(new Situation(rows.OfType<Teammate>().ToDictionary(t => t.Key, t => (Row?)t), colleagues),
            new Message(new MessageId("m"), new OrganizationId("o"), Me, Place.PrivateWith(Me), Office.Now, Guid.Empty, new Said.Words("")));
        var names = Choosing.Choose(d, ask, 3, new HashSet<TeammateId>());
        Assert.Equal(RankedBy(Taught(rows), ask), RankedBy(colleagues, ask));
        foreach (var named in names)
            Falls(rows, named, ScoreIn(colleagues, named.Colleague), without => ScoreIn(Taught(without), named.Colleague));
        foreach (var named in Choosing.PeopleWhoKnowPeople(d, ask, 2, new HashSet<TeammateId>()))
            Falls(rows, named, ConnectingIn(colleagues, named.Colleague), without => ConnectingIn(Taught(without), named.Colleague));

        double ScoreIn(Colleagues among, TeammateId who) => ScoreOf(RankedBy(among, ask), who);
        double ConnectingIn(Colleagues among, TeammateId who) => ScoreOf(among.RankConnectors(QueryOf(ask), 50), who);
    }).Check(Cases.Some);

    private static void Falls(List<Row> rows, Suggestion named, double before, Func<List<Row>, double> scoreOf)
    {
        foreach (var reason in named.Reason.Split("; ").Where(r => r != Reasons.OtherTeam))
        {
            var without = rows.Select(row => Without(row, named.Colleague, reason)).OfType<Row>().ToList();
            Assert.False(without.SequenceEqual(rows), reason);
            Assert.True(scoreOf(without) < before, $"{reason}: {before} to {scoreOf(without)}");
        }
    }

    private static Query QueryOf(Ask ask) => new(ask.Need, Me, Office.Now) { Place = ask.OpenIn };

    private static IReadOnlyList<Candidate> RankedBy(Colleagues colleagues, Ask ask) => colleagues.Rank(QueryOf(ask), 50);

    private static double ScoreOf(IReadOnlyList<Candidate> ranked, TeammateId who) => ranked.SingleOrDefault(c => c.Who == who)?.Score ?? double.NegativeInfinity;

    // The row without what the reason names; null when it is the row itself.
    private static Row? Without(Row row, TeammateId who, string reason) => row switch
    {
        Teammate teammate when teammate.Id == who => teammate with
        {
            Topics = [.. teammate.Topics.Where(t => reason != $"put '{t.Name}' on their ask-me list" && reason != $"is happy to be asked about '{t.Name}'")],
            Title = reason == $"works as {teammate.Title}" ? "" : teammate.Title,
            Team = reason == $"is in the {teammate.Team} team" ? "" : teammate.Team,
            KnowsPeopleIn = [.. teammate.KnowsPeopleIn.Where(field => reason != $"knows people in '{field}'")],
        },
        Evidence evidence when Names(reason, who, evidence) => null,
        _ => row,
    };

    private static bool Names(string reason, TeammateId who, Evidence evidence)
    {
        var isHelp = evidence.Origin is EvidenceOrigin.Helped or EvidenceOrigin.Offered;
        if (reason is Reasons.Together or Reasons.LongAgoTogether or Reasons.HelpedYouBefore)
            return isHelp && (evidence.About == who && evidence.From == Me || evidence.About == Me && evidence.From == who);
        if (evidence.About != who)
            return false;
        if (reason.StartsWith("often helps in", StringComparison.Ordinal))
            return isHelp && evidence.Channel == "c1";
        if (reason == Reasons.KnowsPeople)
            return evidence.Origin == EvidenceOrigin.Connected;
        if (reason is Reasons.HelpsLately or Reasons.HelpedBefore)
            return isHelp;
        return evidence.Origin switch
        {
            EvidenceOrigin.Helped => reason.StartsWith("helped ", StringComparison.Ordinal) && reason.EndsWith(MonthOf(evidence.At), StringComparison.Ordinal),
            EvidenceOrigin.Offered => reason.StartsWith("stepped in ", StringComparison.Ordinal) && reason.EndsWith(MonthOf(evidence.At), StringComparison.Ordinal),
            EvidenceOrigin.Thanked => reason.StartsWith("was thanked ", StringComparison.Ordinal) && reason.EndsWith(MonthOf(evidence.At), StringComparison.Ordinal),
            EvidenceOrigin.Endorsed => reason.StartsWith("was endorsed ", StringComparison.Ordinal),
            _ => false,
        };
    }

    // Nothing is older than a year.
    private static string MonthOf(Instant at) =>
        at.InUtc().Month == Office.Now.InUtc().Month ? "this month" : at.InUtc().Date.ToString("'in' MMMM", CultureInfo.InvariantCulture);

    private static Colleagues Taught(IEnumerable<Row> rows)
    {
        var colleagues = new Colleagues();
        foreach (var row in rows)
            colleagues.Learn(row);
        return colleagues;
    }

    // Of one kind somebody has one piece of evidence a month at most, so that what is told of it names that one.
    private static List<Row> RowsOf(int[] history) =>
        [.. Enumerable.Range(0, 5).Select(Somebody), .. history.Select((number, at) => Said((uint)(number * 2654435761L + at * 40503L), at)).DistinctBy(KindOf)];

    private static object KindOf(Evidence said) => (said.About, said.Origin, said.Origin == EvidenceOrigin.Endorsed ? 0 : said.At.InUtc().Month);

    private static Row Somebody(int number) => new Teammate(new TeammateId($"p{number}"), $"Person {number}")
    {
        Title = number == 1 ? "Freight clerk" : "",
        Team = number % 2 == 0 ? "A" : "Backup",
        Topics = number > 2 ? [Office.Declared(Words[number]), Office.Declared(Words[number - 1])] : [],
        KnowsPeopleIn = number is 1 or 4 ? ["freight", "freight contract"] : [],
    };

    private static Evidence Said(uint fact, int at) =>
        new($"e{at:D4}", new TeammateId($"p{fact % 5}"), (EvidenceOrigin)(fact / 5 % 5), Words[fact / 25 % 8], Office.Now - Duration.FromDays(30 * (fact / 200 % 12)) - Duration.FromHours(1))
        {
            From = new TeammateId($"p{(fact / 2400 % 4 + fact % 5 + 1) % 5}"),
            Channel = fact / 9600 % 3 == 0 ? null : $"c{fact / 9600 % 3}",
        };
}
