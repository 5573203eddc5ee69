namespace ChatConnector.Engine.Wording;

/// <summary>A hello without a reason.</summary>
public static class HelloCards
{
    public static Card Suggestion(Decision d, Ask ask, TeammateId helper) => Card.Of("hello-suggested",
        Text.Of($"It's been a while since you and {d.Teammate(helper)} talked. No ask needed – a hello does. Only if you've a moment to read the answer."),
        new Part.Actions([
            new Button("Say hello", new Act(Verb.SayHello, ask.Id, helper), Look.Primary),
            new Button("Not now", new Act(Verb.SkipHello, ask.Id, helper)),
            new Button("Stop for this person", new Act(Verb.StopHello, ask.Id, helper)),
            General.Fewer(Contact.Hello),
        ]),
        new Part.Note(Text.Of($"They once helped you with {Naming.Short(ask)}. I suggest one hello a week at most.")));

    public static Card ForHelper(Decision d, Ask ask, string text) => Card.Of("hello",
        Text.Of($"{d.Teammate(ask.Requester)} says hello:"), new Part.Quote(text), new Part.Actions([ThanksNews.Reply(ask)]));

    public static Card Sent(Decision d, TeammateId to) => Card.Of("hello-sent", Text.Of($"On its way to {d.Teammate(to)}."));

    public static Card Skipped() => Card.Of("hello-skipped", Text.Of("Another time, then."));

    public static Card Stopped(Decision d, TeammateId helper) => Card.Of("hello-stopped", Text.Of($"I won't suggest hellos to {d.Teammate(helper)} any more. They don't hear of this."));
}
