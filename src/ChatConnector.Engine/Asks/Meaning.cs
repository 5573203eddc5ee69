namespace ChatConnector.Engine.Asks;

/// <summary>What is meant by "withdraw it", "I can help" or "yes", said without pointing at anything.</summary>
public static class Meaning
{
    private static readonly ImmutableHashSet<Verb> AboutMyAsk = [Verb.RewriteAsk, Verb.WithdrawAsk, Verb.MarkSolved];
    private static readonly ImmutableHashSet<Verb> AboutAnInvitation = [Verb.OfferHelp, Verb.DeclineKindly, Verb.ThinkOfSomeone];

    public static Act Of(Decision d, Act heard) => heard switch
    {
        { Ask: not null } => heard,
        { Verb: Verb.Greet, Detail: Details.Yes or Details.No } => ToMyQuestion(d, heard),
        { Verb: Verb.Greet, Detail: Details.Helpful } => d.Message.Place.Kind == PlaceKind.Private && Home.Waiting(d).Count > 0 ? new Act(Verb.SeeStatus, Detail: Details.Waiting) : new Act(Verb.Greet, Detail: Details.Fine),
        _ when AboutMyAsk.Contains(heard.Verb) => OfMyAsk(d, heard),
        _ when AboutAnInvitation.Contains(heard.Verb) => OfAnInvitation(d, heard),
        _ => heard,
    };

    /// <summary>An answer in words, or on a card of all that waits, changes its own card further up; whoever wrote it is told that it arrived.</summary>
    public static Decision Acknowledge(Decision before, Decision d, Act act) => act.Verb switch
    {
        _ when before.Ask(act.Ask)?.InvitationOf(d.Message.From) is not { State: InvitationState.Sent } => d,
        Verb.OfferHelp or Verb.AcceptReferral when d.Ask(act.Ask) is { } ask && ask.HelpOf(d.Message.From) is { Stands: true } =>
            d.Reply(General.Done(Text.Of($"Wonderful, I've passed it on. On my message about {Naming.Short(ask)} you can say what suits you."), "passed-on")),
        Verb.DeclineKindly or Verb.DeclineReferral => d.Reply(General.Done(Text.Of("That's fine, and only you and I know."), "declined-in-words")),
        _ => d,
    };

    // The only open ask, if there is just one; words that wait to become one; otherwise the list to choose from.
    private static Act OfMyAsk(Decision d, Act heard)
    {
        if (heard.Verb == Verb.WithdrawAsk && d.Read<Draft>(Draft.UnclearKeyOf(d.Message.From)) is not null)
            return new Act(Verb.Dismiss);
        return Posting.OpenAsks(d, d.Me) is [var only] ? heard with { Ask = only.Id } : new Act(Verb.ListAsks);
    }

    // The only ask that waits for their answer; with several a card on which each has its own buttons. In a channel another ask may be meant, of which nothing waits.
    private static Act OfAnInvitation(Decision d, Act heard) => (d.Message.Place.Kind == PlaceKind.Private ? Home.Waiting(d) : [], heard.Verb) switch
    {
        ([var only], var verb) => Referring.Answer(only, d.Message.From, verb),
        ([_, _, ..], _) => new Act(Verb.SeeStatus, Detail: Details.Waiting),
        (_, Verb.OfferHelp or Verb.ThinkOfSomeone) => new Act(Verb.Greet, Detail: Details.Helpful),
        _ => new Act(Verb.Greet, Detail: Details.Fine),
    };

    // Words that were kept wait for "is it something you could use a hand with?". To an invitation a yes is a promise, so it is asked for with its buttons.
    private static Act ToMyQuestion(Decision d, Act heard) =>
        d.Message.Place.Kind != PlaceKind.Private ? heard
        : d.Read<Draft>(Draft.UnclearKeyOf(d.Message.From)) is { Place.Kind: PlaceKind.Private } ? new Act(heard.Detail == Details.Yes ? Verb.OfferToAsk : Verb.Dismiss)
        : Home.Waiting(d).Count > 0 ? new Act(Verb.SeeStatus, Detail: Details.Waiting)
        : heard;
}
