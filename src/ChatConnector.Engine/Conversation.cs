using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Engine;

/// <summary>The conversation engine: a pure function from what is known and what was heard to what shall be.</summary>
public static class Conversation
{
    // "please help me with the following" still asks for nothing.
    private const int MostSpacesBeforeForm = 8;

    /// <summary>Decides about one message. Total: whatever arrives, there is a decision, and a refusal is something to say.</summary>
    public static Decision Decide(Situation situation, Message message)
    {
        var d = Roster.Meet(new Decision(situation, message));
        return Counting.Note(message.Said switch
        {
            Said.Words words => InWords(d, Listener.Hear(words, Today(d))),
            Said.Command command => InWords(d, Listener.Hear(command, Today(d))),
            Said.Acted acted => Home.Follow(acted.Act.Detail == Details.Waiting ? Meaning.Acknowledge(d, Do(d, acted.Act), acted.Act) : Do(d, acted.Act)),
            Said.Due due => Wake(d, due.Reminder),
            Said.Joined joined => Roster.Joined(d, joined.Entry),
            Said.Belongs belongs => Guessing.FromGroups(d, belongs.Names),
            Said.Left => Roster.Left(d),
            Said.OpenedHome => Home.Open(d),
            Said.Added => SmallTalk.Added(d),
            Said.Corrected corrected => Correcting.Correct(d, corrected, Today(d)),
            Said.TakenBack takenBack => Correcting.TakeBack(d, takenBack),
            Said.Refused refused => Unreached.Hear(d, refused.Card),
            _ => d,
        });
    }

    /// <summary>
    /// Whether a card that was decided on may still be sent: people who paused, left, or asked to be forgotten in the
    /// meantime are not written to. Null when it may; otherwise the reason it may not.
    /// </summary>
    public static string? WhyNotSend(Situation situation, Message now, Place to, Contact contact) => Sending.WhyNot(new Decision(situation, now), to, contact);

    /// <summary>Whether the act, or what the command means, is of a kind that opens forms. For that nothing has to be known.</summary>
    public static bool MayOpenForm(Message message) => message.Said switch
    {
        Said.Acted acted => Forms.Opens(acted.Act.Verb),
        // Whoever says so much says what they need. And only what is opened depends on the day, not whether.
        Said.Command command => command.Text.AsSpan().Count(' ') <= MostSpacesBeforeForm && Forms.Opens(Listener.Hear(command, message.At.InUtc().Date).Verb),
        _ => false,
    };

    /// <summary>The form that an act or a command opens, prefilled; null when this person may not open it or there is none.</summary>
    public static Form? FormFor(Situation situation, Message message)
    {
        var d = Roster.Meet(new Decision(situation, message));
        return message.Said switch
        {
            Said.Acted acted => FormOf(d, acted.Act),
            Said.Command command => FormOf(d, Meaning.Of(d, Listener.Hear(command, Today(d)))),
            _ => null,
        };
    }

    /// <summary>What is wrong with a filled-in form, by field name; empty when it can be accepted.</summary>
    public static IReadOnlyDictionary<string, string> Check(Situation situation, Message message)
    {
        if (message.Said is not Said.Acted { Act: var act })
            return ImmutableDictionary<string, string>.Empty;
        var d = Roster.Meet(new Decision(situation, message));
        var form = Forms.Openers.Select(opener => FormOf(d, new Act(opener, act.Ask, act.About, act.Detail))).FirstOrDefault(f => f?.Submits.Verb == act.Verb);
        return Checking.Of(d, act, form);
    }

    /// <summary>A teammate's home page.</summary>
    public static Card HomeOf(Situation situation, Message message) => Home.Of(Roster.Meet(new Decision(situation, message)));

    /// <summary>The card of an ask as the reader sees it where they are; null when there is nothing there for them to see.</summary>
    public static Card? Look(Situation situation, Message message, AskId ask) => Looking.At(new Decision(situation, message), ask);

    /// <summary>How people would be found for the reader's own ask now; null when there is no such ask.</summary>
    public static Finding? Explain(Situation situation, Message message, AskId ask) => Proposing.Explain(new Decision(situation, message), ask);

    private static LocalDate Today(Decision d) => OfficeHours.Of(d.Me, d.Settings).DateAt(d.Now);

    private static Decision InWords(Decision d, Act heard)
    {
        var act = Meaning.Of(d, heard);
        return Meaning.Acknowledge(d, Do(d, act), act);
    }

    private static Decision Do(Decision d, Act act)
    {
        if (Rights.WhyNot(d, act) is { } why)
            return d.Reply(Refusals.Card(why));
        var done = Carry(Attending.Reacted(d, act), act);
        // Never silence: what leads nowhere is no longer there to be done.
        return done.Effects.IsEmpty ? d.Reply(Refusals.Card(Refusals.Gone)) : done;
    }

    /// <summary>What Connector can be told to do: the product's table of contents.</summary>
    private static Decision Carry(Decision d, Act act) =>
        act.Verb switch
        {
            Verb.AddDetail when FormOf(d, act) is null => d.Reply(ThanksCards.OnTheirWay()),
            Verb.TellOutcome or Verb.CloseLoopFirst when FormOf(d, act) is null => d.Reply(OutcomeCards.SettledAlready()),
            _ when Forms.Opens(act.Verb) && act.Ask is not null && FormOf(d, act) is null => d.Reply(Refusals.Card(Refusals.Gone)),
            _ when Forms.Opens(act.Verb) => d.Reply(General.OpenForm(act)),
            Verb.Greet => SmallTalk.Greet(d, act),
            Verb.GetHelp => SmallTalk.Help(d, act),
            Verb.SeeStatus => d.Reply(act.Detail == Details.Waiting ? HomeCards.CouldYouHelp(d, Home.Waiting(d)) : HomeCards.Status(d)),
            Verb.NotUnderstood => Drafting.Unclear(d, act),
            Verb.OfferToAsk => Drafting.MakeAsk(d, act),
            Verb.Dismiss => SmallTalk.Dismiss(d),
            Verb.TalkToContact => SmallTalk.WhomToTalkTo(d),
            Verb.SendFeedback => Feedback.Send(d, act),

            Verb.PostAsk => Posting.Post(d, Listener.Restate(act)),
            Verb.AskAnyway => Posting.PostAnyway(d),
            Verb.EditAsk => Editing.Edit(d, Listener.Restate(act)),
            Verb.WithdrawAsk => Ending.Withdraw(d, act.Ask ?? default),
            Verb.MarkSolved => Ending.Solve(d, act.Ask ?? default),
            Verb.CloseAsk => Ending.Close(d, act.Ask ?? default),
            Verb.ListAsks => d.Reply(AskCards.List(Posting.OpenAsks(d, d.Me))),

            Verb.InviteThese => Inviting.InviteThese(d, act),
            Verb.InviteChosen => Inviting.InviteChosen(d, act),
            Verb.InviteAnyone => Inviting.InviteAnyone(d, act),
            Verb.PostInChannel => Inviting.PostInChannel(d, act),
            Verb.SayWhy => Inviting.SayWhy(d, act),

            Verb.OfferHelp => Offering.Offer(d, act.Ask ?? default),
            Verb.SuitNow or Verb.SuitCall or Verb.SuitDate => Offering.Suit(d, act),
            Verb.SendPointer => Offering.SendPointer(d, act),
            Verb.DeclineKindly => Offering.Decline(d, act.Ask ?? default),
            Verb.WrongTopic => Offering.WrongTopic(d, act.Ask ?? default),
            Verb.LeaveLead => Offering.LeaveLead(d, act),
            Verb.ThatIsAll => Offering.ThatIsAll(d, act.Ask ?? default),
            Verb.RestFromAsks => Resting.Rest(d, act),

            Verb.ReferSomeone => Referring.Refer(d, act),
            Verb.AcceptReferral => Referring.Accept(d, act.Ask ?? default),
            Verb.DeclineReferral => Referring.Decline(d, act.Ask ?? default),

            Verb.AcceptIntroduction => Introducing.Accept(d, act),
            Verb.FoundAnswer => Introducing.FoundAnswer(d, act.Ask ?? default),
            Verb.StartedAlready => Introducing.StartedAlready(d, act),
            Verb.StartAnotherDay => Introducing.StartAnotherDay(d, act),
            Verb.KeepPromise => Introducing.KeepPromise(d, act),
            Verb.ReleasePromise => Introducing.Release(d, act.Ask ?? default),

            Verb.ItHelped or Verb.ItHelpedPartly => CheckIn.Helped(d, act),
            Verb.NotTalkedYet => CheckIn.NotTalkedYet(d, act),
            Verb.NotReally => CheckIn.NotReally(d, act),
            Verb.LookFurther => CheckIn.LookFurther(d, act),

            Verb.SendThanks => GivingThanks.Send(d, act),
            Verb.ThankInWords => GivingThanks.InWords(d, act),
            Verb.SendAnyway => GivingThanks.SendAnyway(d, act),
            Verb.ThankTomorrow => AskingForThanks.Tomorrow(d, act),
            Verb.AlreadyThanked or Verb.SkipThanks or Verb.LetThanksGo => AskingForThanks.Settle(d, act),
            Verb.KeepThanksPrivate => SharingThanks.KeepPrivate(d, act),
            Verb.ShareThanks => SharingThanks.Share(d, act),
            Verb.SendReply => Replying.Send(d, act),
            Verb.AcceptTopic => Vouching.Accept(d, act),
            Verb.DeclineTopic => Vouching.Decline(d, act),

            Verb.Widen => Ladder.Widen(d, act),
            Verb.TryNextWeek => Ladder.TryNextWeek(d, act.Ask ?? default),
            Verb.SendStewardAnswer => Stewarding.Answer(d, act),
            Verb.PassToSteward => Stewarding.Pass(d, act.Ask ?? default),

            Verb.SendOutcome => Outcomes.Send(d, act),
            Verb.OutcomeTooEarly => Outcomes.TooEarly(d, act),
            Verb.InTouch or Verb.NoOutcome => Outcomes.Settle(d, act),
            Verb.LoopLater => OpenLoops.Later(d, act),
            Verb.SendGift => GivingBack.Send(d, act),
            Verb.EnoughGiven => GivingBack.Enough(d, act),
            Verb.SendHello => Hellos.Send(d, act),
            Verb.SkipHello => Hellos.Skip(d, act),
            Verb.StopHello => Hellos.Stop(d, act),
            Verb.LookAtAsk => PayingForward.Look(d, act),
            Verb.SkipAsk => PayingForward.Skip(d, act),

            Verb.SeeHome => Home.See(d),
            Verb.SaveProfile => Profile.Save(d, act),
            Verb.ConfirmTopic => Profile.Confirm(d, act),
            Verb.RemoveTopic => Profile.Remove(d, act),
            Verb.PauseUntil => Pausing.Until(d, act),
            Verb.PauseAsks => Pausing.FromAsks(d),
            Verb.Resume => Pausing.Resume(d),
            Verb.Fewer => Muting.Fewer(d, act),
            Verb.UndoFewer => Muting.Undo(d, act),
            Verb.Avoid => Avoiding.Avoid(d, act),
            Verb.StopAvoiding => Avoiding.Stop(d, act),
            Verb.SavePreferences => Preferring.Save(d, act),
            Verb.Export => Exporting.Export(d),
            Verb.ForgetMe => Leaving.Ask(d),
            Verb.ForgetMeForSure => Leaving.Forget(d),

            Verb.SaveSettings => Administering.Save(d, act),
            Verb.SeeHealth => Administering.SeeHealth(d),

            _ => d.Reply(Refusals.Card(Refusals.NotPossible)),
        };

    /// <summary>What Connector was to be reminded of, if it still wants to be.</summary>
    private static Decision Wake(Decision d, Reminder reminder)
    {
        if (d.Read<Row>(reminder.KeptIn) is not { } row || row.Pending.Find(p => p.MessageId == d.Message.Id) is not { } pending)
            return d;
        d = d.Save(row with { Pending = row.Pending.Remove(pending) });
        return reminder.Kind switch
        {
            ReminderKind.SendInvitation => Inviting.Send(d, reminder),
            ReminderKind.RemindInvited => Inviting.Remind(d, reminder),
            ReminderKind.ExpireInvitation => Inviting.Expire(d, reminder),
            ReminderKind.NextWave => Inviting.NextWave(d, reminder),
            ReminderKind.ReportUnanswered => Ladder.Report(d, reminder),
            ReminderKind.CallSteward => Ladder.CallSteward(d, reminder),
            ReminderKind.CloseHonestly => Ladder.CloseHonestly(d, reminder),
            ReminderKind.ArchiveAsk => Ladder.Archive(d, reminder),
            ReminderKind.TryAgain => Ladder.TryAgain(d, reminder),
            ReminderKind.KickOff => Introducing.KickOff(d, reminder),
            ReminderKind.CheckPromise => Introducing.CheckPromise(d, reminder),
            ReminderKind.ForgetDrafts => Drafting.Forget(d, reminder.Who),
            ReminderKind.EndPause => Pausing.End(d, reminder),
            ReminderKind.AskWhetherItHelped => CheckIn.Ask(d, reminder),
            ReminderKind.AskForThanks => AskingForThanks.First(d, reminder),
            ReminderKind.LastThanks => AskingForThanks.Last(d, reminder),
            ReminderKind.SendThanksAsTheyAre => GivingThanks.SendAsTheyAre(d, reminder),
            ReminderKind.ForgetThanks => DeliveringThanks.Forget(d, reminder),
            ReminderKind.TellHelperSolved => TellingSolved.Tell(d, reminder),
            ReminderKind.AskForOutcome => Outcomes.First(d, reminder),
            ReminderKind.LastOutcome => Outcomes.Last(d, reminder),
            ReminderKind.OfferHandLater => GivingBack.RemindOfHand(d, reminder),
            ReminderKind.SuggestHello => Hellos.Suggest(d, reminder),
            ReminderKind.OfferPayForward => PayingForward.Offer(d, reminder),
            ReminderKind.SpeakLater => Speaking.SayHeld(d, reminder),
            ReminderKind.LearnWeights => Refitting.Learn(d),
            ReminderKind.ForgetText => Ending.ForgetText(d, reminder),
            ReminderKind.ForgetAuthor => Ending.ForgetAuthor(d, reminder),
            _ => d,
        };
    }

    private static Form? FormOf(Decision d, Act act)
    {
        if (!Forms.Opens(act.Verb) || Rights.WhyNot(d, act) is not null)
            return null;
        var ask = d.Ask(act.Ask);
        return (act.Verb, ask) switch
        {
            (Verb.WriteAsk, _) => AskForms.New(d, Drafted(d, act), d.Message.Place.Kind == PlaceKind.Channel ? d.Message.Place : null),
            (Verb.EditProfile, _) => ProfileForms.Profile(d.Me),
            (Verb.ChoosePause, _) => PreferenceForms.Pause(d),
            (Verb.EditPreferences, _) => PreferenceForms.Preferences(d),
            (Verb.ChooseAvoid, _) => PreferenceForms.Avoid(d.Me),
            (Verb.GiveFeedback, _) => FeedbackCards.Form(),
            (Verb.EditSettings, _) => SettingsForms.Settings(d.Settings),
            (Verb.RewriteAsk, { } known) => AskForms.Edit(known, d.Settings),
            (Verb.ChoosePeople, { } known) => AskForms.ChoosePeople(known),
            (Verb.ChooseChannel, { } known) => AskForms.ChooseChannel(known),
            (Verb.ExplainWhy, { } known) => AskForms.WhyYou(known),
            (Verb.ChooseDate, { } known) => OfferForms.Date(known),
            (Verb.ThinkOfSomeone, { } known) => OfferForms.Refer(known),
            (Verb.WritePointer, { } known) => OfferForms.Pointer(known),
            (Verb.ShareLead, { } known) => OfferForms.Lead(known),
            (Verb.AnswerAsSteward, { } known) => OfferForms.Steward(known),
            (Verb.WriteThanks or Verb.AddDetail, _) => GivingThanks.FormFor(d, act),
            (Verb.TellOutcome or Verb.CloseLoopFirst, _) => Outcomes.FormFor(d, act),
            (Verb.GiveBack, _) => GivingBack.FormFor(d, act),
            (Verb.SayHello, _) => Circle.HelpIn(d, act) is null ? null : OutcomeForms.Hello(d, act),
            (Verb.ReplyToThanks, _) => Replying.To(d, act) is null ? null : ThanksForms.Reply(act),
            _ => null,
        };
    }

    private static string Drafted(Decision d, Act act) =>
        act.Detail == "draft" && d.Read<Draft>(Draft.KeyOf(d.Message.From)) is { } draft
            ? draft.Fields.GetValueOrDefault(Fields.Need, "")
            : act.Field(Fields.Text);
}
