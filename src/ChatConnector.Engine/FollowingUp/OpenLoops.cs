namespace ChatConnector.Engine.FollowingUp;

/// <summary>A helper who has not heard how it ended is mentioned beside a new ask, which goes out all the same.</summary>
public static class OpenLoops
{
    /// <summary>In <see cref="Act.Detail"/>: the outcome is told from the card beside a new ask.</summary>
    public const string Beside = "loop";

    private const int AsksLookedAt = 20;

    public static Decision Mention(Decision d, AskId newAsk)
    {
        var asks = d.Me.Asks.Where(id => id != newAsk).TakeLast(AsksLookedAt).Reverse().Select(id => d.Ask(id)).OfType<Ask>().ToList();
        if (asks.SelectMany(a => a.Helps, (ask, help) => (Ask: ask, Help: help)).FirstOrDefault(loop => IsOpen(d, loop.Help)) is not ({ } open, { } owed))
            return d;
        d = d.Change(open.Id, a => a.ChangeHelp(owed.Helper, h => h with { MentionedAt = d.Now }));
        open = d.Ask(open.Id)!;
        return d.Do(new Effect.Tell(Place.PrivateWith(d.Message.From), Keys.OpenLoop(open, owed.Helper), OutcomeCards.OpenLoop(d, open, owed.Helper), Contact.Reply));
    }

    public static Decision Later(Decision d, Act act) => Circle.HelpIn(d, act) is (var ask, var help)
        ? d.Reply(Keys.OpenLoop(ask, help.Helper), OutcomeCards.LoopLater())
        : d.Reply(Refusals.Card(Refusals.Gone));

    private static bool IsOpen(Decision d, Help help)
    {
        if (help is not { Stage: HelpStage.Introduced, HelpedAt: { } helpedAt, Outcome: not (OutcomeState.Told or OutcomeState.Settled) })
            return false;
        var followUp = d.Settings.FollowUp;
        var outcomeIsDue = help.OutcomeAsked > 0 || helpedAt + Duration.FromDays(followUp.OutcomeAfterDays) <= d.Now;
        // After the last nudge thanks are never brought up again, not even here.
        var thanksAreDue = help.Thanks is ThanksState.NotDue or ThanksState.Prompted && helpedAt + Duration.FromHours(followUp.ThanksAfterHours) <= d.Now;
        return (outcomeIsDue || thanksAreDue)
            && !(help.MentionedAt + Duration.FromDays(followUp.MentionLoopEveryDays) > d.Now)
            && d.Teammate(help.Helper).IsHere && Circle.MayMeet(d, d.Message.From, help.Helper);
    }
}
