namespace ChatConnector.Engine.Wording;

/// <summary>What is kept about a person, and how it goes away.</summary>
public static class PrivacyCards
{
    public static Text WhatIKeep(Decision d) => Text.Of(
        $"I hear only what is said to me. I keep what you tell me about yourself, your asks (for {d.Settings.KeepTextDays} days after they end; then only their topics), and who helped whom with what (and where, if it was asked in a channel). Nobody learns of a no, and thanks live in your chat, not with me.{WhoElseReads(d)}");

    public static Card WhoSeesWhat(Decision d) => Card.Of("who-sees-what",
        Text.Of("What you ask privately is seen by the people I ask. What you ask in a channel is seen by everybody there. Of your profile others see only what fits their ask."),
        WhatIKeep(d),
        new Part.Actions([new Button("Show what you keep", new Act(Verb.Export)), new Button("Forget me", new Act(Verb.ForgetMe), Look.Danger)]));

    public static Card Export(Decision d, Kept kept) => Card.Of("export",
        Text.Of("Here is everything I keep about you. Only you get this."),
        WhatIKeep(d),
        new Part.Document("connector-about-me.md", new ExportDocument(d, kept).Write()),
        new Part.Actions([.. OfTeammates(d, "Edit profile", Verb.EditProfile), new Button("Forget me", new Act(Verb.ForgetMe), Look.Danger)]));

    public static Card SentPrivately() => Card.Of("export-sent", Text.Of("That's for your eyes only, so I've sent it to you privately."));

    public static Card NothingKept() => Card.Of("nothing-kept", Text.Of("I keep nothing about you."));

    /// <summary>Before everything goes: what that means, once.</summary>
    public static Card ForgetMe(Decision d, int openAsks, int promises) => Card.Of("forget-me",
        Text.Of("Shall I forget you? Your profile, your asks, your preferences and everything that shows you helped or were helped would be gone for good."),
        Text.Of($"{WhatEnds(openAsks, promises)}What you wrote in chats stays there; that's not mine to take away. My own posts of your asks in channels go."),
        new Part.Actions([
            new Button("Forget me for good", new Act(Verb.ForgetMeForSure), Look.Danger),
            new Button("Show what you keep", new Act(Verb.Export)),
            .. OfTeammates(d, "Just take a break", Verb.ChoosePause),
            new Button("Never mind", new Act(Verb.Dismiss)),
        ]));

    public static Card Goodbye(string name) => Card.Of("forgotten",
        Text.Of($"Goodbye, {name}, and thank you for having been here. From now on I know nothing about you."),
        new Part.Note(Text.Of("Your organization's directory may tell me your name again. Then we start afresh, and I won't write to you unless you or somebody else asks.")));

    private static Text WhoElseReads(Decision d) => d.Known.Senses is null
        ? Text.Empty
        : Text.Of(" A language model your organization chose reads asks, titles and topics too, to find who helped with the same in other words.");

    private static IEnumerable<Button> OfTeammates(Decision d, string label, Verb verb) => d.Me.IsHere ? [new Button(label, new Act(verb))] : [];

    private static Text WhatEnds(int openAsks, int promises) => (openAsks, promises) switch
    {
        (0, 0) => Text.Empty,
        (_, 0) => Text.Of("Your open asks are withdrawn. "),
        (0, _) => Text.Of("People you promised a hand hear that you can't after all. "),
        _ => Text.Of("Your open asks are withdrawn, and people you promised a hand hear that you can't after all. "),
    };
}
