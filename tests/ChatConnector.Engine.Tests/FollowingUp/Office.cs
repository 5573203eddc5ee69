using ChatConnector.Engine.Tests.Chats;

namespace ChatConnector.Engine.Tests.FollowingUp;

/// <summary>Four people, an ask between them, and what comes after: the shortest way to the moment a test is about.</summary>
internal sealed class Office
{
    public static readonly TeammateId Ana = new("ana");
    public static readonly TeammateId Bo = new("bo");
    public static readonly TeammateId Cleo = new("cleo");
    public static readonly TeammateId Dan = new("dan");

    private static readonly Place Data = new(PlaceKind.Channel, "data", "data");

    /// <summary>It begins on a Monday, half past nine.</summary>
    private readonly Workplace place = new(Instant.FromUtc(2026, 3, 2, 9, 30));

    public Office()
    {
        foreach (var (id, name) in new[] { (Ana, "Ana"), (Bo, "Bo"), (Cleo, "Cleo"), (Dan, "Dan") })
            place.Put(new Teammate(id, name) { Team = "Data" });
    }

    public Instant Now => place.Now;

    public AskId Ask { get; private set; }

    public Ask TheAsk => place.Read<Ask>(Engine.Asks.Ask.KeyOf(Ask))!;

    public IReadOnlyList<OnScreen> Cards => place.Screens.All;

    public Help Help(TeammateId helper) => TheAsk.HelpOf(helper)!;

    public Teammate Who(TeammateId who) => place.Teammate(who);

    public IEnumerable<T> All<T>()
        where T : Row => place.Rows.OfType<T>();

    public void Change(TeammateId who, Func<Teammate, Teammate> change) => place.Put(change(Who(who)));

    public void Change(Func<Ask, Ask> change) => place.Put(change(TheAsk));

    public void Keep(Evidence evidence) => place.Put(evidence);

    public void Do(TeammateId who, Act act, Place? where = null) => place.Hear(who, where ?? Place.PrivateWith(who), new Said.Acted(act));

    /// <summary>Somebody asks for a hand.</summary>
    public Office Asks(TeammateId who, string need = "help with moving reports to the warehouse", bool inChannel = false, bool anonymous = false, params string[] topics)
    {
        Do(who, new Act(Verb.PostAsk).With(Fields.Need, need).With(Fields.Anonymous, anonymous ? Fields.Yes : null), inChannel ? Data : null);
        Ask = Who(who).Asks[^1];
        Change(a => a with { Topics = [.. topics] });
        return this;
    }

    /// <summary>Somebody says yes, and is introduced.</summary>
    public Office Helps(TeammateId helper, TeammateId? thoughtOfBy = null)
    {
        Invite(helper, thoughtOfBy);
        Do(helper, new Act(thoughtOfBy is null ? Verb.OfferHelp : Verb.AcceptReferral, Ask));
        Do(TheAsk.Requester, new Act(Verb.AcceptIntroduction, Ask, helper));
        return this;
    }

    public Office LeavesLead(TeammateId giver, string lead)
    {
        Invite(giver, null);
        Do(giver, new Act(Verb.LeaveLead, Ask).With(Fields.Text, lead));
        return this;
    }

    /// <summary>A working day after the introduction the requester says that it helped.</summary>
    public Office AndItHelped()
    {
        Days(1);
        Press(TheAsk.Requester, "It helped");
        return this;
    }

    /// <summary>Press a button on the latest card that has it.</summary>
    public void Press(TeammateId who, string label) => Do(who, Find(who, label).Act);

    /// <summary>Open the form behind a button, fill it in, and submit it.</summary>
    public Form FillIn(TeammateId who, string label, params (string Field, string Text)[] answers) => Submit(who, Find(who, label).Act, answers);

    public Form Submit(TeammateId who, Act opens, params (string Field, string Text)[] answers)
    {
        var form = Open(who, opens);
        Assert.NotNull(form);
        Do(who, Filling.Submit(form, [.. answers.Select(a => new Chats.Filled(a.Field, a.Text))], text => text));
        return form;
    }

    public Form? Open(TeammateId who, Act act) => place.FormFor(who, Place.PrivateWith(who), new Said.Acted(act));

    public Button Find(TeammateId who, string label) => Assert.IsType<Button>(place.Screens.SeenBy(who).SelectMany(c => c.Card.Buttons).FirstOrDefault(b => b.Label == label));

    /// <summary>What this person alone sees, in order.</summary>
    public IEnumerable<Card> Of(TeammateId who) => Cards.Where(c => c.Place.Owner == who || c.OnlyFor == who).Select(c => c.Card);

    public string Last(TeammateId who) => Showing.Text(Of(who).Last());

    public int Count(TeammateId who, string kind) => Of(who).Count(c => c.Kind == kind);

    /// <summary>The one card of this kind, in plain text.</summary>
    public string Only(TeammateId who, string kind) => Showing.Text(Assert.Single(Of(who), c => c.Kind == kind));

    /// <summary>Nobody of these gets a new card while it happens.</summary>
    public void Silent(Action during, params TeammateId[] people)
    {
        var before = people.Select(p => (Who: p, Cards: Of(p).Count())).ToList();
        during();
        Assert.All(before, b => Assert.Equal(b.Cards, Of(b.Who).Count()));
    }

    public void After(Duration time) => place.Until(Now + time);

    public Office Days(int days)
    {
        After(Duration.FromDays(days));
        return this;
    }

    private void Invite(TeammateId colleague, TeammateId? thoughtOfBy) =>
        Change(a => a with { Invitations = a.Invitations.Add(new Invitation(colleague, "", 1) { IsQuiet = true, State = InvitationState.Sent, Connector = thoughtOfBy, SentAt = Now }) });
}
