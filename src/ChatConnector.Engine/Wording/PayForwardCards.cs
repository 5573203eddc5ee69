namespace ChatConnector.Engine.Wording;

/// <summary>An open ask, laid before somebody who was helped lately.</summary>
public static class PayForwardCards
{
    public static Card Offer(Decision d, Ask ask) => Card.Of("pay-forward",
        Text.Of($"Someone could use a hand with {Naming.Short(ask)}. It's close to what you know."),
        new Part.Actions([
            new Button("Have a look", new Act(Verb.LookAtAsk, ask.Id), Look.Primary),
            new Button("Not now", new Act(Verb.SkipAsk, ask.Id)),
            General.Fewer(Contact.PayForward),
        ]),
        new Part.Note(Text.Of("You were helped lately, so I thought of you. Nothing is owed, and nobody sees what you choose.")));

    public static Card HereItIs() => Card.Of("pay-forward-shown", Text.Of("Here it is. Looking promises nothing."));

    public static Card AskedAlready() => Card.Of("pay-forward-asked", Text.Of("That one has come to you by itself in the meantime. Nothing more to do here."));

    public static Card Skipped() => Card.Of("pay-forward-skipped", Text.Of("Another time, then. Nobody knows I asked."));
}
