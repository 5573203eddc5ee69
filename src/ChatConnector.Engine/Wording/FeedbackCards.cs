namespace ChatConnector.Engine.Wording;

/// <summary>Feedback about Connector: the form, what its admins read, and the thanks for it.</summary>
public static class FeedbackCards
{
    public static Form Form() => new("feedback", "Tell us what you think", "Send", new Act(Verb.SendFeedback),
    [
        new Field.Words(Fields.Text, "What works, what doesn't, what's missing?", Required: true, Most: 1000, Tall: true),
        new Field.Choice(Fields.Anonymous, "With your name?", [new("no", "Yes, you may ask back"), new(Fields.Yes, "No, without my name")], "no"),
    ]);

    public static Card Received(Teammate from, string text, bool unnamed) => Card.Of("feedback",
        unnamed ? Text.Of("A colleague sends feedback about me:") : Text.Of($"{from} sends feedback about me:"),
        new Part.Quote(text),
        new Part.Note(Text.Of("You get this because you look after me here.")));

    public static Card PassedOn() => Card.Of("feedback-sent", Text.Of("Thank you. I've passed it on word for word to the people who look after me here."));

    /// <summary>Nobody looks after Connector; the words go back to their author, so that they aren't lost.</summary>
    public static Card NobodyToTell(string text) => Card.Of("feedback-nobody",
        Text.Of("Thank you. Nobody looks after me here yet, so I can't pass this on. Here it is, for when somebody does:"),
        new Part.Quote(text));
}
