namespace ChatConnector.Engine.Wording;

/// <summary>The keys of the cards about one ask: the same card is edited in place, never posted twice.</summary>
public static class Keys
{
    public static CardKey Receipt(Ask ask) => CardKey.For(ask.Id, "receipt");

    public static CardKey Suggestions(Ask ask) => CardKey.For(ask.Id, "suggestions");

    /// <summary>The card that stands in a channel, open to everyone there. Another one in every channel, for a card does not move.</summary>
    public static CardKey Open(Ask ask) => CardKey.For(ask.Id, ask.Channels > 1 ? $"open-{ask.Channels}" : "open");

    /// <summary>That it cannot stand in the channel where it was to; once for every channel.</summary>
    public static CardKey NotPosted(Ask ask) => CardKey.For(ask.Id, $"not-posted-{ask.Channels}");

    /// <summary>That somebody whom the requester chose cannot be asked after all.</summary>
    public static CardKey NoRoom(Ask ask, TeammateId chosen) => CardKey.For(ask.Id, "no-room", chosen);

    public static CardKey Invitation(Ask ask, TeammateId colleague) =>
        CardKey.For(ask.Id, ask.InvitationOf(colleague) is { Times: > 1 and var times } ? $"invitation-{times}" : "invitation", colleague);

    /// <summary>The one reminder to a colleague who has not answered.</summary>
    public static CardKey StillOpen(Ask ask, TeammateId colleague) => CardKey.For(ask.Id, "still-open", colleague);

    /// <summary>What the requester sees of one helper's offer.</summary>
    public static CardKey Offer(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "offer", helper);

    public static CardKey Lead(Ask ask, TeammateId from) => CardKey.For(ask.Id, $"lead-{ask.Leads.Count}", from);

    /// <summary>What a connector hears of the person they thought of.</summary>
    public static CardKey Referral(Ask ask, TeammateId connector) => CardKey.For(ask.Id, "referral", connector);

    /// <summary>That the person a connector thought of said yes.</summary>
    public static CardKey ReferralNews(Ask ask, TeammateId third) => CardKey.For(ask.Id, "referral-news", third);

    public static CardKey Introduction(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "introduction", helper);

    /// <summary>That the two could not be brought together in a conversation.</summary>
    public static CardKey WriteYourself(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "write-yourself", helper);

    public static CardKey KickOff(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "kick-off", helper);

    public static CardKey Promise(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "promise", helper);

    /// <summary>That a helper can't after all.</summary>
    public static CardKey Released(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "released", helper);

    public static CardKey Unanswered(Ask ask) => CardKey.For(ask.Id, $"unanswered-{ask.Rounds}");

    public static CardKey Steward(Ask ask, TeammateId steward) => CardKey.For(ask.Id, "steward", steward);

    public static CardKey Closure(Ask ask) => CardKey.For(ask.Id, $"closure-{ask.Rounds}");

    /// <summary>Did it help? A new card each time the two had not talked yet, for an edit would go unnoticed.</summary>
    public static CardKey CheckIn(Ask ask, TeammateId helper) => CardKey.For(ask.Id, $"check-in{Again(ask.HelpOf(helper)?.NotYets)}", helper);

    /// <summary>The card about thanks that the requester sees: the answer to the check-in, the prompt, or the last one.</summary>
    public static CardKey ThanksPrompt(Ask ask, TeammateId to) => ask.HelpOf(to) switch
    {
        { Thanks: ThanksState.PromptedLast } => CardKey.For(ask.Id, "thanks-prompt-last", to),
        { Thanks: ThanksState.Prompted } => CardKey.For(ask.Id, "thanks-prompt", to),
        _ => CheckIn(ask, to),
    };

    /// <summary>The thanks as a reader gets them.</summary>
    public static CardKey Thanks(Ask ask, TeammateId helper, TeammateId reader) => CardKey.For(ask.Id, $"thanks-to-{helper}", reader);

    public static CardKey SharedThanks(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "shared-thanks", helper);

    /// <summary>That it is solved, for somebody who had a part in it.</summary>
    public static CardKey Solved(Ask ask, TeammateId reader) => CardKey.For(ask.Id, "solved", reader);

    public static CardKey ThankForLeads(Ask ask) => CardKey.For(ask.Id, "thank-for-leads");

    /// <summary>How did it turn out? A new card each time it is asked.</summary>
    public static CardKey Outcome(Ask ask, TeammateId helper) => CardKey.For(ask.Id, $"outcome{Again(ask.HelpOf(helper)?.OutcomeAsked - 1)}", helper);

    /// <summary>How it turned out, as a reader gets it.</summary>
    public static CardKey OutcomeNews(Ask ask, TeammateId helper, TeammateId reader) => CardKey.For(ask.Id, $"outcome-of-{helper}", reader);

    public static CardKey OfferHand(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "offer-hand", helper);

    public static CardKey Hello(Ask ask, TeammateId helper) => CardKey.For(ask.Id, "hello", helper);

    /// <summary>A helper who has not heard how it ended, mentioned beside a new ask.</summary>
    public static CardKey OpenLoop(Ask ask, TeammateId helper) => CardKey.For(ask.Id, $"open-loop-{ask.HelpOf(helper)?.MentionedAt?.ToUnixTimeSeconds()}", helper);

    /// <summary>An open ask laid before somebody who was helped lately.</summary>
    public static CardKey PayForward(Ask ask, TeammateId reader) => CardKey.For(ask.Id, "pay-forward", reader);

    private static string Again(int? times) => times is > 0 and var again ? $"-{again}" : "";
}
