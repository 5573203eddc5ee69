namespace ChatConnector.Engine.Wording;

/// <summary>The form in which people say what they know.</summary>
public static class ProfileForms
{
    private const int LongestList = 1000;

    public static Form Profile(Teammate me)
    {
        var fields = new List<Field>
        {
            new Field.Words(Fields.AskMeAbout, "Ask me about (separate with commas)", Most: LongestList, Tall: true,
                Initial: string.Join(", ", Knowing.Confirmed(me).Select(t => t.Name)), Hint: "Postgres, giving talks, our invoices"),
        };
        var proposed = Knowing.Proposed(me).Select(t => new Option(t.Name, $"{t.Name} – {ProfileCards.Why(t).Plain}")).ToList();
        if (proposed.Count > 0)
            fields.Add(new Field.Choices(Fields.Proposed, "I'd guess these too. Tick what fits; I use only what you tick.", proposed));
        fields.Add(new Field.Words(Fields.StillLearning, "Still learning", Most: LongestList, Initial: string.Join(", ", me.StillLearning), Hint: "Kubernetes, writing short"));
        fields.Add(new Field.Words(Fields.KnowsPeopleIn, "I know people in", Most: LongestList, Initial: string.Join(", ", me.KnowsPeopleIn), Hint: "Finance, the Lisbon office"));
        fields.Add(new Field.Note(Text.Of("You needn't be the expert. Only you see this list; others see what fits their ask.")));
        return new Form("profile", "My profile", "Save", new Act(Verb.SaveProfile, Detail: Teammates.Profile.WholeList), fields);
    }
}
