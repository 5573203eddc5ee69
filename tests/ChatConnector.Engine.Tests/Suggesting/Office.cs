namespace ChatConnector.Engine.Tests.Suggesting;

/// <summary>A small organization, written out as a table.</summary>
internal sealed class Office
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 10, 0);

    private readonly Dictionary<string, Row?> rows = [];
    private int evidence;

    public Office(string table, Settings? settings = null)
    {
        Colleagues = new Colleagues(settings ?? Settings.Default);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            Put(new Teammate(new TeammateId(cells[0].ToLowerInvariant()), cells[0])
            {
                Team = cells[1],
                Title = cells[2],
                Topics = [.. cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Declared)],
                KnowsPeopleIn = cells.Length > 4 ? [.. cells[4].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [],
            });
        }
    }

    public Colleagues Colleagues { get; }

    public static Topic Declared(string name) => new(name, TopicOrigin.Declared, TopicState.Confirmed, Now - Duration.FromDays(100));

    public static TeammateId Id(string who) => new(who);

    public Teammate this[string who] => (Teammate)rows[Teammate.KeyOf(Id(who))]!;

    public Office Put(Row row)
    {
        rows[row.Key] = row;
        Colleagues.Learn(row);
        return this;
    }

    public Office Change(string who, Func<Teammate, Teammate> change) => Put(change(this[who]));

    public Office Invited(string who, string by, double daysAgo, InvitedOutcome outcome = InvitedOutcome.Helped) =>
        Change(who, t => t with { Invited = [.. t.Invited, new Invited(new AskId($"ask-{t.Invited.Count}"), Id(by), Now - Duration.FromDays(daysAgo), outcome)] });

    /// <summary>Somebody helped somebody with something, so many days ago.</summary>
    public Office Helped(string helper, string whom, string with, double daysAgo = 10, EvidenceOrigin origin = EvidenceOrigin.Helped, string? channel = null) =>
        Put(HelpOf(helper, whom, with, daysAgo, origin, channel));

    public Evidence HelpOf(string helper, string whom, string with, double daysAgo = 10, EvidenceOrigin origin = EvidenceOrigin.Helped, string? channel = null) =>
        new($"e{evidence++:D4}", Id(helper), origin, with, Now - Duration.FromDays(daysAgo)) { From = Id(whom), Channel = channel };

    public IReadOnlyList<Candidate> Rank(string requester, string text, int most = 10, string? channel = null) =>
        Colleagues.Rank(new Query(text, Id(requester), Now) { Place = channel is null ? null : new Place(PlaceKind.Channel, channel, channel) }, most);

    public string Ranking(string requester, string text) => string.Join(" ", Rank(requester, text).Where(c => c.Relevance > 0).Select(c => c.Who.Text));

    public string ReasonFor(string colleague, string requester, string text, string? channel = null) => Rank(requester, text, 50, channel).Single(c => c.Who == Id(colleague)).Reason;

    public Decision Decision(string me = "mia") =>
        new(new Situation(rows, Colleagues),
            new Message(new MessageId("m"), new OrganizationId("o"), Id(me), Place.PrivateWith(Id(me)), Now, Guid.Empty, new Said.Words("hi")));

    public string Choose(string requester, string need, int most = 3, params string[] except) =>
        string.Join(" ", Choosing.Choose(Decision(requester), AskOf(requester, need), most, except.Select(Id).ToHashSet()).Select(s => s.Colleague.Text));

    public static Ask AskOf(string requester, string need) => new(new AskId("a"), Id(requester), need, Now);
}
