using FsCheck;
using FsCheck.Fluent;

namespace ChatConnector.Engine.Tests.Suggesting;

/// <summary>Any organization, any history: what must hold whatever happened.</summary>
public sealed class Properties
{
    private static readonly string[] Topics = ["Postgres", "Kafka lag", "freight contract", "help with Go", "React forms", "C# async", "移行", "freight budget for the React contract"];

    // A history is a list of numbers, so that a failing one shrinks to its few telling facts.
    private static readonly Arbitrary<int[]> Histories = ArbMap.Default.ArbFor<int[]>();

    [Fact]
    public void Nobody_is_named_to_themselves_and_only_people_who_are_here_and_do_not_avoid_each_other() => Holds((history, requester) =>
    {
        var rows = RowsOf(history);
        var (colleagues, ask) = (Taught(rows), TopicOf(history));
        var roster = Roster(rows);
        var me = roster.GetValueOrDefault(requester) ?? Teammate.Unknown(requester);
        return colleagues.Rank(new Query(ask, requester, Office.Now), 100).All(c =>
            c.Who != requester
            && roster[c.Who].IsHere
            && !roster[c.Who].Preferences.Avoids.Contains(requester)
            && !me.Preferences.Avoids.Contains(c.Who));
    });

    [Fact]
    public void Nobody_who_paused_is_full_or_avoids_is_ever_chosen() => Holds((history, requester) =>
    {
        var rows = RowsOf(history);
        var roster = Roster(rows);
        var read = roster.Values.ToDictionary(t => t.Key, t => (Row?)t);
        var d = new Decision(new Situation(read, Taught(rows)),
            new Message(new MessageId("m"), new OrganizationId("o"), requester, Place.PrivateWith(requester), Office.Now, Guid.Empty, new Said.Words("")));
        var ask = Office.AskOf(requester.Text, TopicOf(history));
        var named = Choosing.Choose(d, ask, 3, new HashSet<TeammateId>()).Concat(Choosing.PeopleWhoKnowPeople(d, ask, 2, new HashSet<TeammateId>()));
        return named.All(s => Fairness.WhyNotInvite(roster[s.Colleague], d.Teammate(requester), Office.Now, Settings.Default) is null
            && s.Colleague != requester && s.Reason.Length > 0);
    });

    [Fact]
    public void Learning_twice_changes_nothing() => Holds((history, requester) =>
    {
        var rows = RowsOf(history);
        return Same(Taught(rows), Taught([.. rows, .. Latest(rows)]), requester, history);
    });

    [Fact]
    public void The_order_of_learning_does_not_matter() => Holds((history, requester) =>
    {
        var rows = Latest(RowsOf(history));
        var mixed = rows.OrderBy(r => string.GetHashCode(r.Key, StringComparison.Ordinal)).ToList();
        return Same(Taught(rows), Taught(mixed), requester, history) && Same(Taught(rows), Taught([.. Enumerable.Reverse(rows)]), requester, history);
    });

    [Fact]
    public void What_was_forgotten_was_never_there() => Holds((history, requester) =>
    {
        var rows = Latest(RowsOf(history));
        var forgotten = Person(history.Length);
        var taught = Taught(rows);
        taught.Forget(forgotten);
        return Same(taught, Taught([.. rows.Where(r => !Concerns(r, forgotten))]), requester, history);
    });

    /// <summary>Rows change, go, and come back; people are forgotten in between, and some helps lie decades back or ahead.</summary>
    [Fact]
    public void After_any_history_the_index_is_the_one_that_is_built_of_what_is_left() => Holds((history, requester) =>
    {
        var (colleagues, left) = (new Colleagues(), new Dictionary<string, Row>());
        foreach (var (row, at) in RowsOf(history).Select((row, at) => (row, at)))
        {
            var said = row is Evidence e && at % 5 == 0 ? e with { At = e.At + Duration.FromDays(at % 2 == 0 ? -20_000 : 20) } : row;
            colleagues.Learn(said);
            left[said.Key] = said;
            if (at % 4 == 3 && left.Keys.ElementAt(at % left.Count) is var gone)
            {
                colleagues.Forget(gone);
                foreach (var key in left.Where(l => l.Key == gone || left[gone] is Teammate t && Concerns(l.Value, t.Id)).Select(l => l.Key).ToList())
                    left.Remove(key);
            }
        }

        var built = Taught(Enumerable.Reverse(left.Values));
        return Same(colleagues, built, requester, history) && colleagues.SpreadAt(Office.Now) == built.SpreadAt(Office.Now);
    });

    private static void Holds(Func<int[], TeammateId, bool> property) =>
        Prop.ForAll(Histories, history => property(history, Person(history.Sum(n => n % 7))))
            .Check(Cases.Many);

    private static bool Same(Colleagues one, Colleagues other, TeammateId requester, int[] history)
    {
        var query = new Query(TopicOf(history), requester, Office.Now) { Place = ChannelOf(history.Length % 4) is { } id ? new Place(PlaceKind.Channel, id) : null };
        return one.Rank(query, 20).SequenceEqual(other.Rank(query, 20)) && one.RankConnectors(query, 20).SequenceEqual(other.RankConnectors(query, 20));
    }

    private static string? ChannelOf(int number) => number == 0 ? null : $"c{number}";

    private static string TopicOf(int[] history) => Topics[(uint)history.Sum(n => n % 1000) % Topics.Length];

    private static Colleagues Taught(IEnumerable<Row> rows)
    {
        var colleagues = new Colleagues();
        foreach (var row in rows)
            colleagues.Learn(row);
        return colleagues;
    }

    private static Dictionary<TeammateId, Teammate> Roster(IEnumerable<Row> rows) => Latest(rows).OfType<Teammate>().ToDictionary(t => t.Id);

    // Of every row, what it said last.
    private static List<Row> Latest(IEnumerable<Row> rows) => [.. rows.GroupBy(r => r.Key).Select(same => same.Last())];

    private static bool Concerns(Row row, TeammateId who) => row is Teammate t ? t.Id == who : row is Evidence e && (e.About == who || e.From == who);

    private static TeammateId Person(int number) => new($"p{Math.Abs(number % 7)}");

    private static List<Row> RowsOf(int[] history) => [.. history.Select((number, at) => RowOf((uint)(number * 2654435761L), at))];

    private static Row RowOf(uint fact, int at)
    {
        var (who, other, topic) = (Person((int)(fact % 7)), Person((int)(fact / 7 % 7)), Topics[fact / 49 % 8]);
        var when = Office.Now - Duration.FromHours(fact / 400 % 5000);
        if (fact / 392 % 3 > 0)
            return new Evidence($"e{fact % 97}", who, (EvidenceOrigin)(fact / 1200 % 5), topic, when) { From = other, Channel = ChannelOf((int)(fact / 7000 % 4)) };
        return new Teammate(who, $"Person {who}")
        {
            Presence = (fact / 1200 % 8) switch { 0 => Presence.Left, 1 => Presence.Outside, _ => Presence.Here },
            Title = Topics[fact / 9600 % 8],
            Team = fact % 2 == 0 ? "A" : "B",
            Topics = [new Topic(topic, (TopicOrigin)(fact / 3 % 4), (TopicState)(fact / 5 % 3), when)],
            KnowsPeopleIn = [Topics[fact / 77 % 8]],
            Preferences = new Preferences
            {
                PausedUntil = fact % 11 == 0 ? Office.Now + Duration.FromDays(1) : null,
                PerWeek = fact % 13 == 0 ? 0 : null,
                Avoids = fact % 5 == 0 ? [other] : [],
            },
            Invited = [.. Enumerable.Range(0, (int)(fact / 31 % 4)).Select(n => new Invited(new AskId($"a{n}"), other, when - Duration.FromDays(n), (InvitedOutcome)(fact / 17 % 6)))],
        };
    }
}
