namespace ChatConnector.Engine.Wording;

/// <summary>Small answers that fit anywhere.</summary>
public static class General
{
    private const int ShownWords = 120;

    /// <summary>Something is done, in one sentence.</summary>
    /// <param name="kind">The card's kind, for its golden file.</param>
    public static Card Done(Text said, string kind) => Card.Of(kind, said);

    /// <summary>What was said in words needs a form, and a form needs a press.</summary>
    public static Card OpenForm(Act act, string sentence, string label) => Card.Of("open-form",
        Text.Of(sentence), new Part.Actions([new Button(label, act, Look.Primary)]));

    /// <summary>The way out that every message has which Connector starts by itself.</summary>
    public static Button Fewer(Contact kind) => new("Fewer of these", new Act(Verb.Fewer, Detail: $"{kind}"));

    /// <summary>The same, with the words that fit the form.</summary>
    public static Card OpenForm(Act act) => act.Verb switch
    {
        Verb.WriteAsk => OpenForm(act, "What do you need a hand with? One or two sentences is plenty.", "Ask for a hand"),
        Verb.RewriteAsk => OpenForm(act, "Gladly. What should it say?", "Edit"),
        Verb.EditProfile => OpenForm(act, "What may people ask you about, and what are you still learning?", "My profile"),
        Verb.EditPreferences => OpenForm(act, "How much is right for you, and when?", "Preferences"),
        Verb.ThinkOfSomeone => OpenForm(act, "Gladly. Who comes to mind?", "Suggest someone"),
        Verb.ChoosePause => PreferenceCards.PauseUntilWhen(),
        Verb.ChooseAvoid => OpenForm(act, "Whom shall I keep you apart from? Nobody else will know.", "Choose"),
        Verb.GiveFeedback => OpenForm(act, "I'm listening. What should be different?", "Give feedback"),
        Verb.EditSettings => OpenForm(act, "The settings for everybody here.", "Settings"),
        Verb.WriteThanks => OpenForm(act, "Who helped you, and what did they do?", "Write thanks"),
        _ => OpenForm(act, "That takes a small form.", "Open it"),
    };

    public static Card Greeting(Decision d)
    {
        if (!d.Me.IsHere)
            return Card.Of("greeting-stranger", Text.Of("Hello! I connect colleagues who could use a hand with colleagues who can give one."), new Part.Note(Refusals.OnlyForTeammates));
        var parts = new List<Part> { Text.Of($"Hello {d.Me}! What are you stuck on? Tell me in a sentence and I'll look for somebody who can help."), Everyday };
        if (Knowing.Proposed(d.Me).FirstOrDefault() is { } guess)
        {
            parts.Add(Text.Of($"And may people ask you about {guess.Name} ({ProfileCards.Why(guess)})? I won't use it without your yes."));
            parts.Add(ProfileCards.ProposedActions(guess));
        }

        return new Card("greeting", parts);
    }

    public static Card YouAreWelcome() => Card.Of("you-are-welcome",
        Text.Of("You're welcome. If a colleague deserves those words too, 'thanks @name for …' passes them on."));

    public static Card Helpful(PlaceKind where) => Card.Of("helpful", where == PlaceKind.Channel
        ? Text.Of("That's kind. Press the button for it on the ask you mean, and I'll pass it on.")
        : Text.Of("That's kind. Nobody waits for your answer right now; say 'I know about …', and I'll think of you when it fits."));

    public static Card Goodbye(Decision d) => Card.Of("goodbye",
        d.Me.IsKnown ? Text.Of($"Bye {d.Me}. I'm here when something is stuck.") : Text.Of("Bye. I'm here when something is stuck."));

    /// <summary>What can be said here; the same for whoever asks, apart from what is theirs to do.</summary>
    public static Card Help(Decision d, bool isUnknownCommand)
    {
        if (!d.Me.IsHere)
            return Card.Of("help-stranger", Refusals.OnlyForTeammates,
                new Part.Note(Text.Of("'export' shows what I keep about you, and 'forget me' takes it away.")));
        return Card.Of("help",
            isUnknownCommand ? Text.Of("I don't know that command. Here's what I do know.") : Text.Of("Good that you ask."),
            Text.Of("I connect people who need a hand with colleagues who can give one. Say it here, or mention me in a channel:"),
            Text.Of("'I need help with …' – I look for the right person and ask them privately."),
            Text.Of("'thanks @name for …' – I pass it on, the way you'd like it passed on."),
            Text.Of("'my asks', 'status', 'home' – where things stand."),
            Text.Of("'I know about …', 'profile' – what people may ask you about."),
            Text.Of("'pause until Friday', 'preferences' – how much is right for you."),
            new Part.Note(Text.Of("I hear only what is said to me. 'export', 'forget me' and 'feedback' are always there.")),
            new Part.Actions([AskButton, new Button("Home", new Act(Verb.SeeHome)), new Button("My profile", new Act(Verb.EditProfile)), new Button("Preferences", new Act(Verb.EditPreferences))]));
    }

    /// <summary>The first words to somebody who has just let Connector in.</summary>
    public static Card Welcome(Decision d) => !d.Me.IsHere ? Greeting(d) : Card.Of("welcome",
        Text.Of($"Hello {d.Me}, good to meet you. I connect people who need a hand with colleagues who can give one."),
        Text.Of("Stuck on something? Tell me in a sentence – 'I need help with …' – and I'll look for the right person, privately. Good at something? 'I know about …' lets others find you."),
        new Part.Note(Text.Of("I hear only what is said to me, and 'help' shows the rest.")),
        Everyday);

    /// <summary>The one introduction to a channel, by name of whoever brought Connector in.</summary>
    public static Card AddedToChannel(Decision d) => Card.Of("added-to-channel",
        d.Me.IsKnown
            ? Text.Of($"Hello! {d.Me} added me here. I connect people who need a hand with colleagues who can give one.")
            : Text.Of("Hello! I was just added here. I connect people who need a hand with colleagues who can give one."),
        Text.Of("Mention me with what you're stuck on – 'I need help with …' – and everyone here can offer a hand, or say who might. Prefer it private? Write to me directly."),
        new Part.Note(Text.Of("I hear only messages that mention me, and I won't write to anybody here unless there's a reason.")),
        new Part.Actions([new Button("Ask for a hand", new Act(Verb.WriteAsk), Look.Primary), new Button("What can you do?", new Act(Verb.GetHelp))]));

    /// <summary>Never silence: the words are said back, and making them an ask is one press.</summary>
    public static Card NotUnderstood(string words, bool inChannel) => inChannel
        ? Card.Of("not-understood-in-channel",
            Text.Of($"Shall I help find someone for this? “{Naming.Shortened(words, ShownWords)}”"),
            new Part.Actions([
                new Button("Yes, quietly", new Act(Verb.OfferToAsk, Detail: Drafting.Quietly), Look.Primary),
                new Button("Yes, here", new Act(Verb.OfferToAsk, Detail: Drafting.Here)),
                new Button("No thanks", new Act(Verb.Dismiss)),
            ]),
            new Part.Note(Text.Of("Only you see this.")))
        : Card.Of("not-understood",
            Text.Of($"I'm not sure what you'd like me to do with “{Naming.Shortened(words, ShownWords)}”. Is it something you could use a hand with?"),
            new Part.Actions([
                new Button("Make it an ask", new Act(Verb.OfferToAsk), Look.Primary),
                new Button("What can you do?", new Act(Verb.GetHelp)),
                new Button("Never mind", new Act(Verb.Dismiss)),
            ]));

    public static Card Dismissed() => Card.Of("dismissed", Text.Of("All right. I'm here when something is stuck."));

    /// <summary>Whom to talk to when things are hard.</summary>
    public static Card TalkTo(Settings settings, bool hasDraft)
    {
        var parts = new List<Part>();
        if (settings.ResourceContact.Length > 0)
            parts.Add(Text.Of($"This is who to talk to: {settings.ResourceContact}"));
        if (settings.Resources.Length > 0)
            parts.Add(Text.Of($"{settings.Resources}"));
        if (parts.Count == 0)
            parts.Add(Text.Of("Nobody has been named here yet. Please talk to somebody you trust, or call your local emergency number if it can't wait."));
        parts.Add(new Part.Note(Text.Of("I haven't told anybody that you asked.")));
        if (hasDraft)
            parts.Add(new Part.Actions([new Button("Continue as a normal ask", new Act(Verb.AskAnyway)), new Button("Throw away what I wrote", new Act(Verb.Dismiss))]));
        return new Card("talk-to", parts);
    }

    private static Part Everyday => new Part.Actions([AskButton, new Button("My asks", new Act(Verb.ListAsks)), new Button("My profile", new Act(Verb.EditProfile)), HelpButton]);

    private static Button AskButton => new("Ask for a hand", new Act(Verb.WriteAsk), Look.Primary);

    private static Button HelpButton => new("What can you do?", new Act(Verb.GetHelp));
}
