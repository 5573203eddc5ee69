namespace ChatConnector.Engine.Wording;

/// <summary>The forms a colleague, a connector or a steward fills in.</summary>
public static class OfferForms
{
    public static Form Date(Ask ask) => new("date", "When will you write?", "Save", new Act(Verb.SuitDate, ask.Id),
        [new Field.Day(Fields.Date, "I'll write by", Required: true)]);

    public static Form Refer(Ask ask) => new("refer", "Who comes to mind?", "Ask them", new Act(Verb.ReferSomeone, ask.Id),
    [
        new Field.People(Fields.Person, "Who?", Required: true),
        new Field.Words(Fields.Why, "What makes you think of them? (they'll read this)", Most: 200, Hint: "She led the last one"),
        new Field.Note(Text.Of("They're asked first, and see that you thought of them. It's a lead, not a guarantee.")),
    ]);

    public static Form Pointer(Ask ask) => new("pointer", "A quick pointer", "Send", new Act(Verb.SendPointer, ask.Id),
    [
        new Field.Words(Fields.Text, "Type it here; I'll pass it on with your name.", Required: true, Most: 1000, Tall: true),
        new Field.Choice(Fields.Reachable, "And then?", [new("no", "That's it"), new(Fields.Yes, "I'm happy to say more")], "no"),
    ]);

    public static Form Lead(Ask ask) => new("lead", "Share a lead", "Send", new Act(Verb.LeaveLead, ask.Id),
        [new Field.Words(Fields.Text, "A name, a link, a document, a line. I'll pass it on with your name.", Required: true, Most: 1000, Tall: true)]);

    public static Form Steward(Ask ask) => new("steward-reply", "Reply to the ask", "Send", new Act(Verb.SendStewardAnswer, ask.Id),
        [new Field.Words(Fields.Text, "A name, a lead, or an honest 'I couldn't find anyone'.", Required: true, Most: 1000, Tall: true)]);
}
