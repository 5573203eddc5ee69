using ChatConnector.Benchmarks.Quality;

namespace ChatConnector.Benchmarks.Fairness;

/// <summary>Names people as the product does, remembers whom it named, and so spares them the next time.</summary>
public sealed class Chooser : Ours
{
    public const int Named = 3;

    // Nothing in the rules looks further back.
    private static readonly Duration Remembered = Duration.FromDays(100);

    private readonly Dictionary<string, Row?> rows;

    public Chooser(Community community, Settings settings, string name)
        : base(community.People, name: name)
    {
        rows = Enumerable.Range(0, community.People).Select(p => (Row)TeammateOf(p)).ToDictionary(row => row.Key, row => (Row?)row);
        rows[Settings.TheKey] = settings;
    }

    public override IReadOnlyList<int> Rank(Question question)
    {
        var query = QueryOf(question);
        var message = new Message(new MessageId("m"), new OrganizationId("o"), query.Requester, Place.PrivateWith(query.Requester), query.Now, Guid.Empty, new Said.Words(""));
        var ask = new Ask(new AskId($"a{question.Number}"), query.Requester, query.Text, query.Now)
        {
            Place = query.Place,
            Audience = query.Place is null ? Audience.InvitedOnly : Audience.Channel,
        };
        var named = Choosing.Choose(new Decision(new Situation(rows, Colleagues), message), ask, Named, new HashSet<TeammateId>());
        foreach (var suggestion in named)
            Remember(suggestion.Colleague, ask);
        return [.. named.Select(s => NumberOf(s.Colleague))];
    }

    // Whoever is named counts as asked; what came of it is left open on purpose, so that only the load is measured.
    private void Remember(TeammateId who, Ask ask)
    {
        var row = (Teammate)rows[Teammate.KeyOf(who)]!;
        var invited = row.Invited.RemoveAll(i => ask.PostedAt - i.At > Remembered)
            .Add(new Invited(ask.Id, ask.Requester, ask.PostedAt, InvitedOutcome.Withdrawn) { EndedAt = ask.PostedAt });
        rows[row.Key] = row with { Invited = invited };
        Colleagues.Learn(rows[row.Key]!);
    }
}
