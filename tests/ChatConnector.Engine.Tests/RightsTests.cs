using ChatConnector.Engine.Tests.Teammates;

namespace ChatConnector.Engine.Tests;

/// <summary>Who may do what, and when. What the table does not allow is refused kindly, to nobody but the one who tried, and changes nothing.</summary>
public sealed class RightsTests
{
    /// <summary>Who | when | what. A cell that no line allows is refused.</summary>
    private const string Table = """
        everybody                                  | always     | Greet GetHelp NotUnderstood Dismiss Export ForgetMe ForgetMeForSure

        teammates                                  | always     | SeeStatus GiveFeedback SendFeedback SeeHome
        teammates                                  | always     | WriteAsk PostAsk ListAsks OfferToAsk AskAnyway TalkToContact ThankInWords LookAtAsk SkipAsk
        teammates                                  | always     | EditProfile SaveProfile ConfirmTopic RemoveTopic EditPreferences SavePreferences
        teammates                                  | always     | ChoosePause PauseUntil Resume PauseAsks RestFromAsks Fewer UndoFewer ChooseAvoid Avoid StopAvoiding

        requester                                  | while open | RewriteAsk EditAsk WithdrawAsk CloseAsk
        requester                                  | while open | InviteThese ChoosePeople InviteChosen InviteAnyone ChooseChannel PostInChannel ExplainWhy SayWhy
        requester                                  | while open | AcceptIntroduction Widen TryNextWeek
        requester                                  | always     | MarkSolved FoundAnswer StartedAlready StartAnotherDay
        requester                                  | always     | ItHelped ItHelpedPartly NotTalkedYet NotReally LookFurther
        requester                                  | always     | WriteThanks SendThanks AddDetail SendAnyway AlreadyThanked ThankTomorrow SkipThanks LetThanksGo
        requester                                  | always     | TellOutcome SendOutcome OutcomeTooEarly InTouch NoOutcome GiveBack SendGift EnoughGiven
        requester                                  | always     | SayHello SendHello SkipHello StopHello CloseLoopFirst LoopLater

        invited third-person bystander             | while open | OfferHelp WritePointer SendPointer
        invited third-person bystander             | while open | ThinkOfSomeone ReferSomeone ShareLead LeaveLead ThatIsAll
        was-invited connector steward              | while open | ThinkOfSomeone ReferSomeone ShareLead LeaveLead ThatIsAll
        invited third-person                       | while open | DeclineKindly AcceptReferral DeclineReferral
        invited third-person was-invited           | while open | WrongTopic

        helper                                     | while open | SuitNow SuitCall ChooseDate SuitDate KeepPromise ReleasePromise
        helper                                     | always     | KeepThanksPrivate ShareThanks AcceptTopic DeclineTopic
        helper connector                           | always     | ReplyToThanks SendReply

        steward                                    | while open | AnswerAsSteward SendStewardAnswer PassToSteward

        admin                                      | always     | EditSettings SaveSettings SeeHealth
        """;

    private static readonly string[] Teammates = ["requester", "invited", "was-invited", "helper", "connector", "third-person", "steward", "bystander", "colleague", "admin"];
    private static readonly string[] Outsiders = ["guest", "stranger"];
    private static readonly string[] Stages = ["open", "introduced", "solved", "withdrawn", "closed"];

    public static TheoryData<string> Everybody => [.. Teammates.Concat(Outsiders).Append("left")];

    [Theory]
    [MemberData(nameof(Everybody))]
    public void The_table_says_who_may_do_what(string who)
    {
        var wrong = new List<string>();
        foreach (var stage in Stages)
        {
            var company = At(stage, isOpenToAll: who == "bystander");
            wrong.AddRange(Enum.GetValues<Verb>().Select(verb => Wrong(company, who, stage, verb)).OfType<string>());
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_verb_has_a_place_in_the_table() =>
        Assert.Equal(Enum.GetValues<Verb>().Order(), Lines.SelectMany(line => line.Verbs).Distinct().Order());

    [Theory]
    [InlineData("no-such-ask")]
    [InlineData("")]
    [InlineData("other-organization|ask")]
    [InlineData("🙈")]
    public void An_ask_nobody_here_has_is_no_longer_available_to_anybody(string id)
    {
        var company = At("open", isOpenToAll: false);
        foreach (var verb in Lines.Where(l => !l.Who.Contains("teammates") && !l.Who.Contains("everybody") && !l.Who.Contains("admin")).SelectMany(l => l.Verbs))
        {
            var decision = company.Decide(company.MessageOf("requester", new Said.Acted(Filled(verb, new AskId(id)))));
            Assert.True(decision.Changed.IsEmpty, $"{verb} changed something");
            Assert.Equal(Refusals.Gone.Plain, decision.Answer().Summary);
        }
    }

    [Theory]
    [InlineData("nobody-here")]
    [InlineData("")]
    [InlineData("left")]
    [InlineData("guest")]
    public void People_nobody_here_knows_are_never_written_to_or_noted(string about)
    {
        foreach (var verb in Enum.GetValues<Verb>().Except([Verb.ForgetMeForSure]))
        {
            var company = At("introduced", isOpenToAll: false);
            var act = Filled(verb, TheAsk) with { About = Company.Id(about) };
            act = act.With(Fields.People, about).With(Fields.Person, about).With(Fields.To, about).With(Fields.Others, about).With(Fields.AnyTime, about).With(Fields.Stewards, about);
            foreach (var who in new[] { "requester", "invited", "helper", "admin" })
            {
                var decision = company.Decide(company.MessageOf(who, new Said.Acted(act)));
                Assert.DoesNotContain(decision.Effects, e => e is Effect.Tell { To.Owner: { } reader } && reader == Company.Id(about));
                Assert.DoesNotContain(decision.Effects, e => e is Effect.Introduce introduce && introduce.People.Contains(Company.Id(about)));
                Assert.DoesNotContain(Teammate.KeyOf(Company.Id(about)), decision.Changed.Keys);
                Assert.DoesNotContain(Company.Id(about), (decision.Changed.GetValueOrDefault(Ask.KeyOf(TheAsk)) as Ask)?.Invitations.Select(i => i.Colleague) ?? []);
            }
        }
    }

    private static readonly AskId TheAsk = new("0123456789abcdef0123456789abcdef");

    private static readonly IReadOnlyList<Line> Lines =
        [.. Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Line(cells[0].Split(' '), cells[1] == "always", [.. cells[2].Split(' ').Select(Enum.Parse<Verb>)]))];

    private static bool IsAllowed(string who, string stage, Verb verb) => Lines.Any(line =>
        line.Verbs.Contains(verb)
        && (line.Always || stage is "open" or "introduced")
        && line.Who.Any(w => w == who || (w == "teammates" && Teammates.Contains(who)) || (w == "everybody" && who != "left")));

    private static string? Wrong(Company company, string who, string stage, Verb verb)
    {
        var place = who == "bystander" ? new Place(PlaceKind.Channel, "c1", "data") : null;
        var message = company.MessageOf(who, new Said.Acted(Filled(verb, TheAsk)), place);
        var decision = company.Decide(message);
        var name = $"{who}, {stage}: {verb}";
        if (IsAllowed(who, stage, verb))
        {
            if (Rights.WhyNot(new Decision(company.Situation(), message), Filled(verb, TheAsk)) is { } why)
                return $"{name} should be allowed, but: {why}";
            return decision.Effects.IsEmpty ? $"{name} is answered with silence" : null;
        }

        if (decision.Effects is not [Effect.Tell { Contact: Contact.Reply, Card.Kind: "refusal" } refusal])
            return $"{name} should be refused with one card, but: {string.Join(", ", decision.Effects)}";
        if (!decision.Changed.IsEmpty)
            return $"{name} was refused and changed {string.Join(", ", decision.Changed.Keys)}";
        var isPrivate = refusal.To.Owner == Company.Id(who) || refusal.OnlyFor == Company.Id(who);
        return isPrivate ? null : $"{name} was refused aloud";
    }

    /// <summary>Any act with everything filled in that any verb could want.</summary>
    private static Act Filled(Verb verb, AskId ask)
    {
        var act = new Act(verb, ask, Company.Id("helper"), verb switch
        {
            Verb.Fewer or Verb.UndoFewer => nameof(Contact.Thank),
            Verb.RestFromAsks => "7",
            _ => null,
        });
        (string Field, string Value)[] fields =
        [
            (Fields.Need, "a hand with my deck"), (Fields.Text, "Try the wiki"), (Fields.Why, "You know it best"), (Fields.People, "colleague"), (Fields.Person, "colleague"),
            (Fields.Channel, "c9"), (Fields.Date, "2026-11-27"), (Fields.Until, "2026-11-27"), (Fields.To, "helper"), (Fields.Did, "You showed me the rollback"),
            (Fields.Changed, "We shipped on Wednesday"), (Fields.Kind, "Resource"), (Fields.AskMeAbout, "Postgres"), (Fields.Admins, "admin"),
        ];
        return fields.Aggregate(act, (so, field) => so.With(field.Field, field.Value));
    }

    /// <summary>One ask with everybody around it, at some stage of its life.</summary>
    private static Company At(string stage, bool isOpenToAll)
    {
        var company = new Company(Teammates);
        company.Hear("guest", new Said.Joined(new DirectoryEntry("Guest", Outside: true)));
        company.Hear("left", new Said.Joined(new DirectoryEntry("Left")));
        company.Hear("left", new Said.Left());
        company.Hear("admin", new Said.Joined(new DirectoryEntry("Admin", Admin: true)));
        company.Rows(AskWith(company.Now, isOpenToAll) with { Steward = Company.Id("steward") });
        company.Change("requester", t => t with { Asks = [TheAsk] }).Change("helper", t => t with { Helping = [TheAsk] });
        if (stage != "open")
            company.Press("requester", Verb.AcceptIntroduction, TheAsk, about: "helper");
        Verb? end = stage switch { "solved" => Verb.MarkSolved, "withdrawn" => Verb.WithdrawAsk, "closed" => Verb.CloseAsk, _ => null };
        if (end is { } verb)
            company.Press("requester", verb, TheAsk);
        return company;
    }

    private static Ask AskWith(Instant now, bool isOpenToAll)
    {
        Invitation To(string who, InvitationState state) => new(Company.Id(who), "because", 1) { State = state, SentAt = now };
        return new Ask(TheAsk, Company.Id("requester"), "a hand with my deck", now)
        {
            Wanted = 3,
            Audience = isOpenToAll ? Audience.Channel : Audience.InvitedOnly,
            Place = isOpenToAll ? new Place(PlaceKind.Channel, "c1", "data") : null,
            Invitations =
            [
                To("invited", InvitationState.Sent), To("was-invited", InvitationState.Declined), To("helper", InvitationState.Accepted),
                To("third-person", InvitationState.Sent) with { Connector = Company.Id("connector") },
            ],
            Helps = [new Help(Company.Id("helper"), now)],
        };
    }

    private sealed record Line(string[] Who, bool Always, Verb[] Verbs);
}
