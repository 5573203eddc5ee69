namespace ChatConnector.Engine.Wording;

/// <summary>The forms of the weeks after: how it turned out, something to give back, a hello.</summary>
public static class OutcomeForms
{
    /// <param name="from">The card it is opened from, if not the question itself.</param>
    public static Form Outcome(Decision d, Ask ask, TeammateId helper, string? from) => new("outcome", "How did it turn out?", "Send", new Act(Verb.SendOutcome, ask.Id, helper, from),
    [
        new Field.Words(Fields.Text, "How did it turn out? Good or not, two lines are plenty.", Required: true, Most: 600, Tall: true, Hint: "The move went through in March, and nobody noticed – which was the point"),
        new Field.Words(Fields.Changed, $"What did {d.Teammate(helper).Name}'s part make possible? (optional)", Most: 600, Hint: "I now run these moves myself"),
        new Field.Note(Others(d, ask, helper)),
    ]);

    public static Form Gift(Decision d, Act act, TeammateId helper, Gift gift)
    {
        var name = d.Teammate(helper).Name;
        var (title, label) = gift switch
        {
            FollowingUp.Gift.Resource => ("A resource", "A link, a document, a book – and why you thought of it"),
            FollowingUp.Gift.Introduction => ("An introduction", $"Who should {name} meet, and why?"),
            FollowingUp.Gift.Hand => ("Offer a hand", "What could you take off their hands, or help with?"),
            FollowingUp.Gift.Recommendation => ("A recommendation", $"What would you tell others about working with {name}?"),
            _ => ("Ask what they could use", $"Ask {name} in your own words"),
        };
        var fields = new List<Field> { new Field.Words(Fields.Text, label, Required: true, Most: 1000, Tall: true) };
        if (gift == FollowingUp.Gift.Introduction)
            fields.Insert(0, new Field.People(Fields.Person, "Who? (optional)"));
        fields.Add(new Field.Note(Text.Of($"{d.Teammate(helper)} gets this in your words, privately.")));
        return new Form("gift", title, "Send", new Act(Verb.SendGift, act.Ask, act.About, $"{gift}"), fields);
    }

    public static Form Hello(Decision d, Act act) => new("hello", "Say hello", "Send", new Act(Verb.SendHello, act.Ask, act.About),
    [
        new Field.Words(Fields.Text, $"A line to {d.Teammate(act.About ?? default).Name}", Required: true, Most: 600, Tall: true, Hint: "I walked past the old server room and had to think of you. How are things?"),
        new Field.Note(Text.Of("It goes out in your words, privately. Only if you've a moment to read the answer.")),
    ]);

    private static Text Others(Decision d, Ask ask, TeammateId helper)
    {
        var others = Circle.Connectors(ask, helper).Concat(Circle.OtherLeadGivers(ask, helper)).Where(o => d.Teammate(o).IsHere).Distinct().ToList();
        return others.Count == 0
            ? Text.Of($"{d.Teammate(helper)} gets this privately.")
            : Text.Of($"{d.Teammate(helper)} gets this privately, and with them {Naming.Each(d, others)}, for their part in it.");
    }
}
