namespace ChatConnector.Engine.Wording;

/// <summary>What a colleague sees who is asked: the invitation and everything it turns into, in place.</summary>
public static class InvitationCards
{
    public static Card Invitation(Decision d, Ask ask, Invitation invitation) => invitation.Connector is { } connector
        ? Referral(d, ask, invitation, connector)
        : new Card("invitation",
        [
            Text.Of($"{Naming.Capital(Naming.Asker(d, ask, invitation.Colleague))} could use a hand: {Naming.Need(ask)}."),
            .. Details(ask, Why(ask, invitation)),
            new Part.Actions([
                new Button("I can help", new Act(Verb.OfferHelp, ask.Id), Look.Primary),
                new Button("I know someone", new Act(Verb.ThinkOfSomeone, ask.Id), Look.Primary),
                new Button("Quick pointer", new Act(Verb.WritePointer, ask.Id)),
                new Button("Not now", new Act(Verb.DeclineKindly, ask.Id)),
                new Button("Pause asks", new Act(Verb.PauseAsks, ask.Id)),
            ]),
            new Part.Note(Text.Of($"Came from {Origin(ask)}. Any answer is fine, and only a yes or a lead is passed on.")),
        ]);

    public static Card StillOpen(Decision d, Ask ask) => Card.Of("still-open",
        Text.Of($"Still open, if you've room: {Naming.Short(ask)}. If not, no reply needed – I'll ask elsewhere."),
        new Part.Actions([
            new Button("I can help", new Act(Verb.OfferHelp, ask.Id), Look.Primary),
            new Button("I know someone", new Act(Verb.ThinkOfSomeone, ask.Id), Look.Primary),
            new Button("Not now", new Act(Verb.DeclineKindly, ask.Id)),
            new Button("Fewer of these", new Act(Verb.Fewer, Detail: nameof(Contact.Invitation))),
        ]),
        new Part.Note(Text.Of("You were asked on your last working day. This is the only reminder.")));

    public static Card Covered(Decision d, Ask ask) => Card.Of("covered", ask.Stage switch
    {
        Stage.Withdrawn => Text.Of("Withdrawn – nothing more to do. Thank you for being there."),
        Stage.Closed => Text.Of("Closed – nothing more to do. Thank you for being there."),
        _ => Text.Of("Covered now – thank you for being there."),
    });

    public static Card Expired(Decision d, Ask ask) => Card.Of("expired", Text.Of($"I've asked elsewhere about {Naming.Short(ask)}. No harm done, and nothing to do."));

    /// <param name="isFirst">Whether it is the first they see of the ask in private, and has to say what it is about.</param>
    public static Card WhatSuits(Decision d, Ask ask, bool isFirst = false) => new("what-suits",
    [
        Text.Of($"Lovely. {Naming.Capital(Naming.Asker(d, ask, d.Message.From))} hears about it now, and I'll introduce you as soon as they say yes. What suits you?"),
        new Part.Actions([
            new Button("Message now", new Act(Verb.SuitNow, ask.Id)),
            new Button("15-min call", new Act(Verb.SuitCall, ask.Id)),
            new Button("I'll write by…", new Act(Verb.ChooseDate, ask.Id)),
            new Button("Can't after all", new Act(Verb.ReleasePromise, ask.Id)),
        ]),
        .. isFirst ? [new Part.Note(Text.Of($"About {Naming.Short(ask)}, from {Origin(ask)}."))] : Array.Empty<Part>(),
    ]);

    public static Card Suited(Decision d, Ask ask, Help help) => Card.Of("suited",
        Text.Of($"Noted: {Suits(d, help)}. I'll introduce you as soon as they say yes."),
        new Part.Actions([new Button("Can't after all", new Act(Verb.ReleasePromise, ask.Id))]));

    /// <summary>How a helper would like it, in words.</summary>
    public static Text Suits(Decision d, Help help) => help switch
    {
        { By: { } by } => Text.Of($"a few lines by {Times.Day(by, OfficeHours.Of(d.Teammate(help.Helper), d.Settings).DateAt(d.Now))}"),
        { Suits.Length: > 0 } => Text.Ours(help.Suits),
        _ => Text.Of("whatever suits you both"),
    };

    public static Card Declined(Decision d, Ask ask) => Card.Of("declined",
        Text.Of("Understood, thanks for saying so. Anyone come to mind? A name or a link counts."),
        new Part.Actions([
            new Button("Suggest someone", new Act(Verb.ThinkOfSomeone, ask.Id)),
            new Button("Share a link", new Act(Verb.ShareLead, ask.Id)),
            new Button("That's all", new Act(Verb.ThatIsAll, ask.Id)),
            new Button("Rest a week", new Act(Verb.RestFromAsks, Detail: "7")),
            new Button("Rest a month", new Act(Verb.RestFromAsks, Detail: "30")),
            new Button("Wrong topic", new Act(Verb.WrongTopic, ask.Id)),
        ]));

    public static Card WrongTopic(Ask ask, IReadOnlyList<Topic> topics) => topics.Count == 0
        ? Card.Of("wrong-topic", Text.Of("Thanks, that helps me do better next time."))
        : Card.Of("wrong-topic",
            Text.Of("Thanks, that helps me do better next time. Shall I stop asking you about this?"),
            new Part.Actions([.. topics.Take(3).Select(t => new Button($"Remove {t.Name}", new Act(Verb.RemoveTopic, Detail: t.Name))), new Button("Keep it", new Act(Verb.ThatIsAll, ask.Id))]));

    public static Card ThatIsAll() => Card.Of("that-is-all", Text.Of("Thank you. Nothing more to do."));

    public static Card PassedOn(Decision d, Ask ask) => Card.Of("passed-on",
        Text.Of("Passed on, with your name. Thank you – small things count."));

    public static Card Resting(Decision d, Teammate me, Instant until) => Card.Of("resting",
        Text.Of($"No new asks until {Day(d, me, until)}. You can still ask for help yourself."),
        new Part.Actions([new Button("Take that back", new Act(Verb.Resume))]));

    public static Card SoftPause(Decision d, Teammate colleague, Instant until) => Card.Of("soft-pause",
        Text.Of($"You seem to have a lot on, so I won't send you asks until {Day(d, colleague, until)}. Nothing to do, and nobody else knows."),
        new Part.Actions([new Button("I'm around", new Act(Verb.Resume)), new Button("How much is right?", new Act(Verb.EditPreferences))]));

    public static Card ReferralAsked(Decision d, TeammateId third) => Card.Of("referral-asked",
        Text.Of($"I'll ask {d.Teammate(third)} and tell you how it goes. It's fine if it doesn't work out."));

    public static Card ReferralAccepted(Decision d, Ask ask, Teammate third) => Card.Of("referral-accepted",
        Text.Of($"Good thinking: {third} is up for helping with {Naming.Short(ask)}. Thank you for making the connection."));

    public static Card ReferralEnded() => Card.Of("referral-ended", Text.Of("That one didn't work out this time, which is fine. Thank you for thinking of somebody."));

    public static Card CannotRefer(Text why, Ask ask) => Card.Of("cannot-refer", why,
        new Part.Actions([
            new Button("Somebody else", new Act(Verb.ThinkOfSomeone, ask.Id), Look.Primary),
            new Button("Share a link", new Act(Verb.ShareLead, ask.Id)),
            new Button("That's all", new Act(Verb.ThatIsAll, ask.Id)),
        ]));

    private static Card Referral(Decision d, Ask ask, Invitation invitation, TeammateId connector) => new("referral",
    [
        Text.Of($"{d.Teammate(connector)} thought of you for this: {Naming.Need(ask)}."),
        .. invitation.Why.Length > 0 ? [new Part.Quote(invitation.Why)] : Array.Empty<Part>(),
        Text.Of($"Open to an introduction to {Naming.Asker(d, ask, invitation.Colleague)}?"),
        .. Details(ask, Text.Empty),
        new Part.Actions([
            new Button("Yes", new Act(Verb.AcceptReferral, ask.Id), Look.Primary),
            new Button("Quick pointer", new Act(Verb.WritePointer, ask.Id)),
            new Button("I know someone", new Act(Verb.ThinkOfSomeone, ask.Id)),
            new Button("Not this time", new Act(Verb.DeclineReferral, ask.Id)),
            new Button("Pause asks", new Act(Verb.PauseAsks, ask.Id)),
        ]),
        new Part.Note(Text.Of("It's a suggestion, not a promise anyone made for you.")),
    ]);

    private static IEnumerable<Part> Details(Ask ask, Text why)
    {
        if (ask.Goal.Length > 0)
            yield return Text.Of($"What good would look like: {ask.Goal}");
        if (why.Spans.Count > 0)
            yield return Text.Of($"Why you: {why}");
        yield return new Part.Note(Text.Of($"Size: {Naming.Of(ask.Size)} · {Naming.Of(ask.ByWhen)}"));
        if (ask.Anonymous)
            yield return new Part.Note(Text.Of("You'll see who before you start, and can still step back."));
    }

    private static Text Why(Ask ask, Invitation invitation) => (invitation.Word, invitation.Why) switch
    {
        ({ Length: > 0 } theirs, _) => Text.Of($"“{theirs}”"),
        (_, { Length: > 0 } ours) when Reasons.ToThem(ours, ask.Anonymous) is { Length: > 0 } theirs => Text.Said(theirs),
        _ => Text.Of("they thought of you"),
    };

    private static Text Origin(Ask ask) => ask is { Audience: Audience.Channel, Place: { } place } ? Text.Of($"{place}") : Text.Of("a private ask");

    private static Text Day(Decision d, Teammate reader, Instant until)
    {
        var hours = OfficeHours.Of(reader, d.Settings);
        return Times.Day(hours.DateAt(until), hours.DateAt(d.Now));
    }
}
