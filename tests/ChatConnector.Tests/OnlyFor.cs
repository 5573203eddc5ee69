using ChatConnector.Engine;

namespace ChatConnector.Tests;

/// <summary>What only some may do with an ask, on whatever platform the buttons are pressed.</summary>
internal static class OnlyFor
{
    /// <summary>Those who are asked, and those who said yes.</summary>
    public static readonly Verb[] TheInvited = [Verb.OfferHelp, Verb.DeclineKindly, Verb.AcceptReferral, Verb.DeclineReferral, Verb.SuitNow, Verb.ReleasePromise, Verb.WrongTopic, Verb.AnswerAsSteward];

    public static readonly Verb[] TheRequester =
    [
        Verb.EditAsk, Verb.WithdrawAsk, Verb.InviteThese, Verb.InviteChosen, Verb.InviteAnyone, Verb.PostInChannel, Verb.SayWhy, Verb.AcceptIntroduction,
        Verb.Widen, Verb.TryNextWeek, Verb.CloseAsk, Verb.MarkSolved, Verb.FoundAnswer, Verb.ItHelped, Verb.NotReally, Verb.LookFurther, Verb.SendOutcome, Verb.SendGift,
    ];
}
