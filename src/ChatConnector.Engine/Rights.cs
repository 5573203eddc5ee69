namespace ChatConnector.Engine;

/// <summary>What somebody is to an ask.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Requester = 1,

    /// <summary>Has an invitation that waits for an answer.</summary>
    Invited = 2,

    /// <summary>Offered help and has not stepped back.</summary>
    Helper = 4,

    /// <summary>Thought of somebody, or left a lead.</summary>
    Connector = 8,
    Steward = 16,

    /// <summary>Anybody else of the organization, while the ask is open to a channel.</summary>
    Bystander = 32,

    /// <summary>Was invited once; the invitation no longer waits.</summary>
    WasInvited = 64,
}

/// <summary>
/// Who may do what, and when. Decided here, at commit time, from rows; ids in buttons and forms are only claims.
/// A verb without a rule is refused.
/// </summary>
public static class Rights
{
    private static readonly Rule Anyone = new(null, WhileOpen: false);
    private static readonly Rule Admins = Anyone with { AdminsOnly = true };
    private static readonly Rule Outsiders = Anyone with { OutsidersToo = true };
    private static readonly Rule AnyRequester = new(Roles.Requester, WhileOpen: false);
    private static readonly Rule RequesterWhileOpen = new(Roles.Requester, WhileOpen: true);
    private static readonly Rule Thanking = AnyRequester with { WithoutAskToo = true };
    private static readonly Rule Thanked = new(Roles.Helper | Roles.Connector, WhileOpen: false) { WithoutAskToo = true };
    private static readonly Rule AnyHelper = new(Roles.Helper, WhileOpen: false);
    private static readonly Rule HelperWhileOpen = AnyHelper with { WhileOpen = true };
    private static readonly Rule Colleagues = new(Roles.Invited | Roles.Bystander, WhileOpen: true);
    private static readonly Rule Answering = new(Roles.Invited | Roles.Bystander | Roles.WasInvited | Roles.Connector | Roles.Steward, WhileOpen: true);
    private static readonly Rule Invitees = new(Roles.Invited, WhileOpen: true);
    private static readonly Rule EverInvited = new(Roles.Invited | Roles.WasInvited, WhileOpen: true);
    private static readonly Rule Stewards = new(Roles.Steward, WhileOpen: true);

    private static readonly ImmutableDictionary<Verb, Rule> Rules = Table(
        (Outsiders, [Verb.Greet, Verb.GetHelp, Verb.NotUnderstood, Verb.Dismiss, Verb.Export, Verb.ForgetMe, Verb.ForgetMeForSure]),
        (Anyone, [
            Verb.GiveFeedback, Verb.SendFeedback, Verb.SeeStatus, Verb.WriteAsk, Verb.PostAsk, Verb.ListAsks, Verb.OfferToAsk, Verb.AskAnyway, Verb.TalkToContact, Verb.ThankInWords,
            Verb.SeeHome, Verb.EditProfile, Verb.SaveProfile, Verb.ConfirmTopic, Verb.RemoveTopic, Verb.EditPreferences, Verb.SavePreferences,
            Verb.ChoosePause, Verb.PauseUntil, Verb.Resume, Verb.Fewer, Verb.UndoFewer, Verb.ChooseAvoid, Verb.Avoid, Verb.StopAvoiding,
            Verb.RestFromAsks, Verb.PauseAsks, Verb.LookAtAsk, Verb.SkipAsk]),
        (RequesterWhileOpen, [
            Verb.RewriteAsk, Verb.EditAsk, Verb.WithdrawAsk, Verb.InviteThese, Verb.ChoosePeople, Verb.InviteChosen,
            Verb.InviteAnyone, Verb.ChooseChannel, Verb.PostInChannel, Verb.ExplainWhy, Verb.SayWhy, Verb.AcceptIntroduction,
            Verb.Widen, Verb.TryNextWeek, Verb.CloseAsk]),
        (AnyRequester, [
            Verb.MarkSolved, Verb.FoundAnswer, Verb.StartedAlready, Verb.StartAnotherDay,
            Verb.ItHelped, Verb.ItHelpedPartly, Verb.NotTalkedYet, Verb.NotReally, Verb.LookFurther,
            Verb.AlreadyThanked, Verb.ThankTomorrow, Verb.SkipThanks, Verb.LetThanksGo,
            Verb.TellOutcome, Verb.SendOutcome, Verb.OutcomeTooEarly, Verb.InTouch, Verb.NoOutcome, Verb.GiveBack, Verb.SendGift, Verb.EnoughGiven,
            Verb.SayHello, Verb.SendHello, Verb.SkipHello, Verb.StopHello, Verb.CloseLoopFirst, Verb.LoopLater]),
        (Thanking, [Verb.WriteThanks, Verb.SendThanks, Verb.AddDetail, Verb.SendAnyway]),
        (Thanked, [Verb.ReplyToThanks, Verb.SendReply]),
        (Colleagues, [Verb.OfferHelp, Verb.WritePointer, Verb.SendPointer]),
        (Answering, [Verb.ThinkOfSomeone, Verb.ReferSomeone, Verb.ShareLead, Verb.LeaveLead, Verb.ThatIsAll]),
        (Invitees, [Verb.DeclineKindly, Verb.AcceptReferral, Verb.DeclineReferral]),
        (EverInvited, [Verb.WrongTopic]),
        (HelperWhileOpen, [Verb.SuitNow, Verb.SuitCall, Verb.ChooseDate, Verb.SuitDate, Verb.KeepPromise, Verb.ReleasePromise]),
        (AnyHelper, [Verb.KeepThanksPrivate, Verb.ShareThanks, Verb.AcceptTopic, Verb.DeclineTopic]),
        (Stewards, [Verb.AnswerAsSteward, Verb.SendStewardAnswer, Verb.PassToSteward]),
        (Admins, [Verb.EditSettings, Verb.SaveSettings, Verb.SeeHealth]));

    /// <summary>Why this person may not do this now, in words for them; null when they may.</summary>
    public static Text? WhyNot(Decision d, Act act)
    {
        if (!Rules.TryGetValue(act.Verb, out var rule))
            return Refusals.NotPossible;
        var me = d.Me;
        if (me.Presence == Presence.Left || (!me.IsHere && !rule.OutsidersToo))
            return Refusals.OnlyForTeammates;
        if (rule.AdminsOnly && !d.Settings.Admins.Contains(me.Id))
            return Refusals.OnlyForAdmins;
        if (rule.Roles is not { } allowed)
            return null;
        if (act.Ask is null && rule.WithoutAskToo)
            return null;
        if (d.Ask(act.Ask) is not { } ask)
            return Refusals.Gone;
        var roles = RolesOf(me.Id, ask);
        if (rule.WhileOpen && !ask.IsOpen)
            return roles == Roles.None ? Refusals.Gone : Refusals.Ended(ask);
        // Two who are kept apart meet here as any two when an ask is settled, so that nothing gives it away.
        if (roles != Roles.None && (roles & (Roles.Requester | Roles.Helper | Roles.Steward)) == 0 && Avoiding.AreKeptApart(d, me.Id, ask.Requester))
            return Refusals.AnsweredAlready;
        if ((roles & allowed) != 0)
            return null;
        return roles switch
        {
            Roles.None => Refusals.Gone,
            _ when roles.HasFlag(Roles.Requester) && allowed.HasFlag(Roles.Bystander) => Refusals.ThatIsYou,
            _ when allowed == Roles.Requester => Refusals.OnlyTheRequester,
            _ when (roles & (Roles.WasInvited | Roles.Helper)) != 0 => Refusals.AnsweredAlready,
            _ => Refusals.NotPossible,
        };
    }

    public static Roles RolesOf(TeammateId who, Ask ask)
    {
        if (ask.Requester == who)
            return Roles.Requester;
        var roles = Roles.None;
        if (ask.HelpOf(who) is { Stands: true })
            roles |= Roles.Helper;
        else if (ask.InvitationOf(who) is { } invitation)
            roles |= invitation.State == InvitationState.Sent ? Roles.Invited : Roles.WasInvited;
        if (ask.Invitations.Exists(i => i.Connector == who) || ask.Leads.Exists(l => l.From == who))
            roles |= Roles.Connector;
        if (ask.Steward == who)
            roles |= Roles.Steward;
        if (ask.Audience == Audience.Channel && (roles & (Roles.Helper | Roles.Invited)) == 0)
            roles |= Roles.Bystander;
        return roles;
    }

    /// <summary>Every verb that has a rule; the others are refused.</summary>
    public static IEnumerable<Verb> Ruled => Rules.Keys;

    private static ImmutableDictionary<Verb, Rule> Table(params (Rule Rule, Verb[] Verbs)[] table) =>
        table.SelectMany(row => row.Verbs.Select(verb => KeyValuePair.Create(verb, row.Rule))).ToImmutableDictionary();

    /// <param name="Roles">Roles of which one is needed; null when the verb is not about an ask.</param>
    private sealed record Rule(Roles? Roles, bool WhileOpen)
    {
        public bool AdminsOnly { get; init; }
        public bool OutsidersToo { get; init; }

        /// <summary>Whether it can be done without an ask, by anybody; with one the roles count.</summary>
        public bool WithoutAskToo { get; init; }
    }
}
