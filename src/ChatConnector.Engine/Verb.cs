namespace ChatConnector.Engine;

/// <summary>
/// Everything a person can do with Connector. The names are stored in buttons that stay on people's screens
/// for months, so a verb may be added but never renamed.
/// </summary>
public enum Verb
{
    // Talking to Connector.
    Greet, GetHelp, SeeStatus, GiveFeedback, SendFeedback, NotUnderstood, Dismiss,

    // Asks.
    WriteAsk, PostAsk, RewriteAsk, EditAsk, WithdrawAsk, MarkSolved, ListAsks, OfferToAsk,
    CloseLoopFirst, LoopLater, AskAnyway, TalkToContact,

    // Suggestions and where the ask goes.
    InviteThese, ChoosePeople, InviteChosen, InviteAnyone, ChooseChannel, PostInChannel, ExplainWhy, SayWhy,

    // Answers of a colleague.
    OfferHelp, SuitNow, SuitCall, ChooseDate, SuitDate,
    ThinkOfSomeone, ReferSomeone, WritePointer, SendPointer,
    DeclineKindly, ShareLead, LeaveLead, ThatIsAll, RestFromAsks, PauseAsks, WrongTopic,

    // A person somebody thought of.
    AcceptReferral, DeclineReferral,

    // The requester's answer to an offer, and what follows an introduction.
    AcceptIntroduction, FoundAnswer, StartedAlready, StartAnotherDay, KeepPromise, ReleasePromise,

    // Nobody answered yet.
    Widen, TryNextWeek, CloseAsk, AnswerAsSteward, SendStewardAnswer, PassToSteward,

    // Did it help? Thanks.
    ItHelped, ItHelpedPartly, NotTalkedYet, NotReally, LookFurther,
    WriteThanks, SendThanks, AddDetail, SendAnyway, AlreadyThanked, ThankTomorrow, SkipThanks, LetThanksGo, ThankInWords,
    KeepThanksPrivate, ShareThanks, ReplyToThanks, SendReply,
    AcceptTopic, DeclineTopic,

    // Weeks later.
    TellOutcome, SendOutcome, OutcomeTooEarly, InTouch, NoOutcome, GiveBack, SendGift, EnoughGiven,
    SayHello, SendHello, SkipHello, StopHello, LookAtAsk, SkipAsk,

    // A teammate's own affairs.
    SeeHome, EditProfile, SaveProfile, ConfirmTopic, RemoveTopic, EditPreferences, SavePreferences,
    ChoosePause, PauseUntil, Resume, Fewer, UndoFewer, ChooseAvoid, Avoid, StopAvoiding,
    Export, ForgetMe, ForgetMeForSure,

    // The person who installed it.
    EditSettings, SaveSettings, SeeHealth,
}
