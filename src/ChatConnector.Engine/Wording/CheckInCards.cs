namespace ChatConnector.Engine.Wording;

/// <summary>Did it help? The question, and what each answer leads to.</summary>
public static class CheckInCards
{
    private const int LongestLabel = 29;

    public static Card Question(Decision d, Ask ask, TeammateId helper) => Card.Of("check-in",
        Text.Of($"How did it go with {d.Teammate(helper)}?"),
        new Part.Actions([.. Answers(ask, helper, "It helped", "Not really"), General.Fewer(Contact.Promise)]),
        new Part.Note(Text.Of($"About {Naming.Short(ask)}. Your answer stays between us; {d.Teammate(helper)} only ever hears the good news.")));

    /// <summary>The requester has just marked the ask as solved.</summary>
    public static Card WasItThem(Decision d, Ask ask, TeammateId helper) => Card.Of("was-it-them",
        Text.Of($"Was it {d.Teammate(helper)} who helped?"),
        new Part.Actions(Answers(ask, helper, "Yes, it helped", "No, another way")));

    public static Card Lovely(Decision d, Ask ask, TeammateId helper) => ask.HelpOf(helper)?.Thanks == ThanksState.Sent
        ? Card.Of("helped", Text.Of($"Lovely. {d.Teammate(helper)} has your thanks already."))
        : Card.Of("helped",
            Text.Of($"Lovely. Two lines from you would mean something to {d.Teammate(helper)} – people tend to underrate how much."),
            new Part.Actions([
                new Button("Write it now", new Act(Verb.WriteThanks, ask.Id, helper), Look.Primary),
                new Button("Already did", new Act(Verb.AlreadyThanked, ask.Id, helper)),
                new Button("Tomorrow", new Act(Verb.ThankTomorrow, ask.Id, helper)),
                new Button("Skip", new Act(Verb.SkipThanks, ask.Id, helper)),
            ]));

    public static Card Partly(Decision d, Ask ask, TeammateId helper) => Card.Of("helped-partly",
        Text.Of($"Part of the way is something. Shall I look for somebody for the rest? And a line to {d.Teammate(helper)} is welcome either way."),
        new Part.Actions(ask.IsOpen
            ?
            [
                new Button("Look for someone", new Act(Verb.LookFurther, ask.Id, helper), Look.Primary),
                new Button("That's enough, it's solved", new Act(Verb.MarkSolved, ask.Id)),
                new Button("Write thanks", new Act(Verb.WriteThanks, ask.Id, helper)),
            ]
            : [new Button("Write thanks", new Act(Verb.WriteThanks, ask.Id, helper), Look.Primary)]));

    public static Card NotReally(Decision d, Ask ask, TeammateId helper) => ask.IsOpen
        ? Card.Of("not-really",
            Text.Of($"Thanks for being straight. Want me to look for someone else? {d.Teammate(helper)} won't see this."),
            new Part.Actions([
                new Button("Look for someone else", new Act(Verb.LookFurther, ask.Id, helper), Look.Primary),
                new Button("I'm sorted", new Act(Verb.MarkSolved, ask.Id)),
            ]))
        : Card.Of("not-really", Text.Of($"Thanks for being straight. {d.Teammate(helper)} won't see this."));

    /// <summary>Solved without anybody's being introduced: a lead may have done it.</summary>
    public static Card ThankForLeads(Decision d, Ask ask, IReadOnlyList<TeammateId> givers) => Card.Of("thank-for-leads",
        givers.Count == 1
            ? Text.Of($"{d.Teammate(givers[0])} left you a lead for this. If it was part of it, a line back is worth a lot.")
            : Text.Of($"{Naming.Each(d, givers)} left you leads for this. If they were part of it, a line back is worth a lot."),
        new Part.Actions([.. givers.Take(4).Select(g => new Button(Naming.Shortened($"Thank {d.Teammate(g).Name}", LongestLabel), new Act(Verb.WriteThanks, ask.Id, g)))]));

    public static Card NotNeeded(Decision d, TeammateId helper) => Card.Of("not-needed",
        Text.Of($"Then I'll let {d.Teammate(helper)} know that there's nothing more to do."));

    public static Card ToldAlready() => Card.Of("told-already", Text.Of("You've told me already, thank you. Nothing has changed."));

    public static Card AskAgain(Ask ask) => Card.Of("ask-again",
        Text.Of($"{Naming.Capital(Naming.Short(ask))} is closed. Say what is still missing and I'll look for somebody new."),
        new Part.Actions([new Button("Ask for a hand", new Act(Verb.WriteAsk), Look.Primary)]));

    private static Button[] Answers(Ask ask, TeammateId helper, string yes, string no) =>
    [
        new(yes, new Act(Verb.ItHelped, ask.Id, helper), Look.Primary),
        new("Partly", new Act(Verb.ItHelpedPartly, ask.Id, helper)),
        new("We haven't talked yet", new Act(Verb.NotTalkedYet, ask.Id, helper)),
        new(no, new Act(Verb.NotReally, ask.Id, helper)),
    ];
}
