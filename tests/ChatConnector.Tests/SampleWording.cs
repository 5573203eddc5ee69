using System.Collections.Immutable;
using System.Reflection;
using ChatConnector.Engine;
using ChatConnector.Engine.Asks;
using ChatConnector.Engine.Connecting;
using ChatConnector.Engine.FollowingUp;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Engine.Wording;
using NodaTime;

namespace ChatConnector.Tests;

/// <summary>Where sample cards are shown, and what people there type and are called.</summary>
/// <param name="Typed">Typed by a person; must never come alive on that platform.</param>
/// <param name="Names">Of Priya, Bo, Ana and Lin; Lin is of another platform.</param>
public sealed record SampleOffice(OrganizationId Organization, TeammateId Priya, TeammateId Bo, TeammateId Ana, Place Channel, string Typed, string WhyThem, string[] Names);

/// <summary>
/// Every card and form there is, found by looking at what <c>Wording</c> can make, with people who type what people should not.
/// A card that is added tomorrow is in it tomorrow.
/// </summary>
public sealed class SampleWording
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 10, 0);
    private static readonly TeammateId Lin = new("elsewhere:1:lin");

    private readonly SampleOffice office;
    private readonly Help help;
    private readonly Ask ask;
    private readonly Teammate[] everybody;

    public SampleWording(SampleOffice office)
    {
        this.office = office;
        help = new Help(office.Bo, Now) { Connector = office.Ana, Stage = HelpStage.Introduced, Suits = "a message now" };
        ask = new Ask(new AskId("0123456789abcdef0123456789abcdef"), office.Priya, office.Typed, Now)
        {
            Goal = "reports in _one_ place",
            Audience = Audience.Channel,
            Place = office.Channel,
            Topics = ["reports"],
            Suggestions = [new Suggestion(office.Bo, "put `Postgres` on their list"), new Suggestion(Lin, "led the ~old~ migration")],
            Invitations = [new Invitation(office.Bo, "because *they* know", 1) { Word = office.WhyThem, State = InvitationState.Sent, SentAt = Now }],
            Helps = [help],
            Leads = [new Lead(office.Ana, office.Typed, Now)],
            Steward = office.Ana,
        };
        everybody = [Person(office.Priya, 0), Person(office.Bo, 1), Person(office.Ana, 2), Person(Lin, 3)];
    }

    /// <summary>Class and method, and what it makes.</summary>
    public IEnumerable<(string Name, Card Card)> Cards => Made<Card>();

    public IEnumerable<(string Name, Form Form)> Forms => Made<Form>();

    private IEnumerable<(string Name, T Made)> Made<T>() =>
        from type in typeof(Card).Assembly.GetTypes()
        where type.Namespace == typeof(Card).Namespace && type.IsAbstract && type.IsSealed
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.ReturnType == typeof(T)
        let name = $"{type.Name}.{method.Name}" + (method.GetParameters() is var p && type.GetMethods().Count(m => m.Name == method.Name) > 1 ? $".{p.Length}" : "")
        orderby name
        select (name, (T)method.Invoke(null, [.. method.GetParameters().Select(Value)])!);

    private object? Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(Decision) => Known(),
        var t when t == typeof(Ask) => ask,
        var t when t == typeof(Help) => help,
        var t when t == typeof(Invitation) => ask.Invitations[0],
        var t when t == typeof(Lead) => ask.Leads[0],
        var t when t == typeof(Teammate) => parameter.Name is "me" or "requester" ? everybody[0] : everybody[1],
        var t when t == typeof(TeammateId) || t == typeof(TeammateId?) => parameter.Name is "requester" or "reader" ? office.Priya : parameter.Name == "connector" ? office.Ana : office.Bo,
        var t when t == typeof(Topic) => Reports,
        var t when t == typeof(Thanks) => new Thanks(office.Priya, office.Bo, ask.Id) { Did = office.Typed, Changed = "We shipped", Others = [office.Ana], Share = true },
        var t when t == typeof(Settings) => Settings.Default with { Resources = office.Typed },
        var t when t == typeof(Act) => new Act(Verb.WriteAsk, ask.Id),
        var t when t == typeof(Place) => office.Channel,
        var t when t == typeof(Text) => Text.Of($"as {office.Typed} says, {everybody[1]}"),
        var t when t == typeof(string) => parameter.Name == "kind" ? "done" : office.Typed,
        var t when t == typeof(int) || t == typeof(int?) => 3,
        var t when t == typeof(bool) => true,
        var t when t == typeof(Instant) || t == typeof(Instant?) => Now + Duration.FromHours(3),
        var t when t == typeof(LocalDate) || t == typeof(LocalDate?) => new LocalDate(2026, 11, 26),
        var t when t == typeof(Contact) => Contact.Thank,
        var t when t.IsEnum => Enum.GetValues(t).GetValue(0),
        var t when Nullable.GetUnderlyingType(t) is { IsEnum: true } e => Enum.GetValues(e).GetValue(0),
        var t when t.IsAssignableFrom(typeof(ImmutableList<Ask>)) => ImmutableList.Create(ask),
        var t when t.IsAssignableFrom(typeof(ImmutableList<Topic>)) => ImmutableList.Create(Reports),
        var t when t.IsAssignableFrom(typeof(ImmutableList<TeammateId>)) => ImmutableList.Create(office.Bo, Lin),
        var t when t.IsAssignableFrom(typeof(ImmutableList<Teammate>)) => ImmutableList.Create(everybody[1], everybody[3]),
        var t when t == typeof(Kept) => new Kept([ask]) { Helping = [ask], Drafts = [new Draft(office.Priya, ImmutableDictionary<string, string>.Empty.Add("need", office.Typed), office.Channel)] },
        var t when t == typeof(Spread) => new Spread(40, 0.15, 3),
        var t when t.IsAssignableFrom(typeof(ImmutableList<(LocalDate, Figures)>)) => ImmutableList.Create((new LocalDate(2026, 11, 1), BusyMonth), (new LocalDate(2026, 10, 1), new Figures([]))),
        var t when t.IsAssignableFrom(typeof(ImmutableList<string>)) => ImmutableList.Create(office.Typed),
        var t => throw new NotSupportedException($"{parameter.Member.DeclaringType?.Name}.{parameter.Member.Name} wants a {t.Name} ({parameter.Name}); give it a sample here."),
    };

    private static Figures BusyMonth => new([new Health("2026-11", 0)
    {
        Counts = Enum.GetValues<Measure>().ToImmutableDictionary(m => m, m => 40 - (2 * (int)m)),
    }]);

    private Topic Reports => new("reports *&* <more>", TopicOrigin.Title, TopicState.Proposed, Now) { Because = office.Typed };

    private Decision Known()
    {
        var rows = everybody.Cast<Row>().Append(ask).Append(Settings.Default with { Admins = [office.Priya], Stewards = [office.Ana] }).ToDictionary(r => r.Key, Row? (r) => r);
        var message = new Message(new MessageId("m1"), office.Organization, office.Priya, office.Channel, Now, new Guid(1, 2, 3, new byte[8]), new Said.Words(office.Typed));
        return new Decision(new Situation(rows, new Colleagues()), message);
    }

    private Teammate Person(TeammateId id, int number) =>
        new(id, office.Names[number]) { Title = "Data engineer", Team = "Data", Topics = [new Topic("Postgres", TopicOrigin.Declared, TopicState.Confirmed, Now)] };
}
