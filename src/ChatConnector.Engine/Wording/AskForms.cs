namespace ChatConnector.Engine.Wording;

/// <summary>The forms about an ask.</summary>
public static class AskForms
{
    public static readonly IReadOnlyList<Option> Days = [new(nameof(ByWhen.Today), "Today"), new(nameof(ByWhen.ThisWeek), "This week"), new(nameof(ByWhen.NoRush), "No rush")];

    public static readonly IReadOnlyList<Option> Sizes =
    [
        new(nameof(Size.Pointer), "A quick pointer"), new(nameof(Size.FiveMinutes), "5 minutes"),
        new(nameof(Size.HalfAnHour), "30 minutes"), new(nameof(Size.Longer), "Longer"),
    ];

    public static readonly IReadOnlyList<Option> Types =
    [
        new(nameof(AskType.Advice), "Advice"), new(nameof(AskType.Hands), "Hands-on help"), new(nameof(AskType.Intro), "An introduction"),
        new(nameof(AskType.Feedback), "Feedback"), new(nameof(AskType.Listening), "Someone to listen"), new(nameof(AskType.Info), "A piece of information"),
    ];

    /// <summary>The form for a new ask.</summary>
    /// <param name="need">What is known already.</param>
    /// <param name="here">The channel it would be posted to, if it is asked in one.</param>
    public static Form New(Decision d, string need, Place? here)
    {
        var fields = Body(need, "", ByWhen.ThisWeek, Size.HalfAnHour, AskType.Advice, d.Settings.Asks.LongestNeed);
        fields.Add(new Field.Choice(Fields.Audience, "Who may see it?", Audiences(here), here is null ? nameof(Audience.InvitedOnly) : nameof(Audience.Channel)));
        if (!d.Me.WasEncouraged)
            fields.Add(new Field.Note(Text.Of("Most people are happier to be asked than we expect.")));
        return new Form("ask", "Ask for a hand", "Ask", new Act(Verb.PostAsk, Detail: here is null ? null : "form"), fields);
    }

    public static Form Edit(Ask ask, Settings settings) => new("edit-ask", "Reword your ask", "Save", new Act(Verb.EditAsk, ask.Id),
        Body(ask.Need, ask.Goal, ask.ByWhen, ask.Size, ask.Type, settings.Asks.LongestNeed));

    public static Form ChoosePeople(Ask ask) => new("choose-people", "Who shall I ask?", "Ask them", new Act(Verb.InviteChosen, ask.Id),
    [
        new Field.People(Fields.People, "Up to five people", Most: 5, Required: true),
        new Field.Words(Fields.Why, "A word on why you thought of them? It helps. (optional)", Most: 200),
    ]);

    public static Form ChooseChannel(Ask ask) => new("choose-channel", "Ask in a channel", "Post it", new Act(Verb.PostInChannel, ask.Id),
    [
        new Field.Channel(Fields.Channel, "Which channel?", Required: true),
        new Field.Note(Text.Of(ask.Anonymous ? "Your name isn't shown." : "It's posted with your name and a button to help.")),
    ]);

    public static Form WhyYou(Ask ask) => new("why-you", "A word on why them", "Save", new Act(Verb.SayWhy, ask.Id),
    [
        new Field.Words(Fields.Why, "Why did you think of them?", Required: true, Most: 200, Initial: ask.Word, Hint: "You explained the last migration so clearly."),
    ]);

    private static List<Field> Body(string need, string goal, ByWhen by, Size size, AskType type, int most) =>
    [
        new Field.Words(Fields.Need, "What do you need? One or two sentences is plenty.", Required: true, Most: most, Tall: true, Initial: need,
            Hint: "help with moving our reports to the new warehouse"),
        new Field.Words(Fields.Goal, "What would good look like? (optional)", Most: 200, Initial: goal),
        new Field.Choice(Fields.By, "By when?", Days, $"{by}"),
        new Field.Choice(Fields.Size, "How big is it?", Sizes, $"{size}"),
        new Field.Choice(Fields.Type, "What kind of help?", Types, $"{type}"),
    ];

    private static IReadOnlyList<Option> Audiences(Place? here)
    {
        var invited = new Option(nameof(Audience.InvitedOnly), "Only people I'm connected with");
        var anonymous = new Option(nameof(Ask.Anonymous), "Anonymous until somebody says yes");
        return here is { } place ? [new Option(nameof(Audience.Channel), place.Name.Length > 0 ? $"Everyone in #{place.Name}" : "Everyone in this channel"), invited, anonymous] : [invited, anonymous];
    }
}
