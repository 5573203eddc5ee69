using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Engine;

/// <summary>Why the engine wants to be woken.</summary>
public enum ReminderKind
{
    SendInvitation, RemindInvited, ExpireInvitation, NextWave,
    ReportUnanswered, CallSteward, CloseHonestly, ArchiveAsk, TryAgain,
    KickOff, CheckPromise,
    AskWhetherItHelped, AskForThanks, LastThanks, TellHelperSolved,
    SendThanksAsTheyAre, ForgetThanks,
    AskForOutcome, LastOutcome, OfferHandLater, SuggestHello, OfferPayForward,
    SpeakLater, EndPause, ForgetText, ForgetAuthor, ForgetDrafts,
    LearnWeights,
}

/// <summary>A wish to be woken; when it comes due the engine looks at the present and speaks, waits again, or stays silent.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Ask">The ask it is about, if any; its row keeps the reminder. Otherwise the teammate's row does.</param>
/// <param name="Who">The teammate it concerns.</param>
/// <param name="Detail">One short distinction, such as the wave.</param>
public sealed record Reminder(ReminderKind Kind, AskId? Ask, TeammateId Who, string Detail = "")
{
    /// <summary>Where the reminder stands until it is done: the ask's row, or the teammate's, or that of what it is about.</summary>
    public string KeptIn => Ask is { } ask ? Asks.Ask.KeyOf(ask) : Kind == ReminderKind.LearnWeights ? LearnedWeights.TheKey : Teammate.KeyOf(Who);
}

/// <summary>A reminder and when it is due; kept in a row so that the queue can be rebuilt from the store.</summary>
public sealed record Pending(Reminder Reminder, Instant At)
{
    /// <summary>The id of the message it will come back as: the same wish always has the same id.</summary>
    public MessageId MessageId =>
        new($"due/{Reminder.Kind}/{Reminder.Ask}/{Reminder.Who}/{Reminder.Detail}/{At.ToUnixTimeMilliseconds()}");
}
