namespace ChatConnector.Engine.Wording;

/// <summary>Offers, leads and introductions, and the days right after.</summary>
public static class IntroductionCards
{
    public static Card Offer(Decision d, Ask ask, Help help)
    {
        var helper = d.Teammate(help.Helper);
        var parts = new List<Part> { Text.Of($"{helper} is up for helping with {Naming.Short(ask)}. Shall I introduce you?") };
        if (help.Connector is { } connector)
            parts.Add(Text.Of($"{d.Teammate(connector)} thought of them."));
        if (help.Suits.Length > 0 || help.By is not null)
            parts.Add(Text.Of($"What suits them: {InvitationCards.Suits(d, help)}."));
        if (ask.Anonymous)
            parts.Add(new Part.Note(Text.Of("They'll see your name when you say yes.")));
        parts.Add(new Part.Actions([
            new Button("Yes, please", new Act(Verb.AcceptIntroduction, ask.Id, help.Helper), Look.Primary),
            new Button("I've found an answer", new Act(Verb.FoundAnswer, ask.Id)),
        ]));
        return new Card("offer", parts);
    }

    public static Card Pointer(Decision d, Ask ask, Teammate from, string text, bool reachable) => Card.Of("pointer",
        Text.Of($"{from} left you a pointer for {Naming.Short(ask)}:"),
        new Part.Quote(text),
        reachable ? Text.Of("They're happy to say more if you'd like.") : Text.Of("If that does it, tell me; if not, I'll keep looking."),
        new Part.Actions([new Button("That solved it", new Act(Verb.MarkSolved, ask.Id)), new Button("Send thanks", new Act(Verb.WriteThanks, ask.Id, from.Id))]));

    public static Card Lead(Decision d, Ask ask, Teammate from, string text) => Card.Of("lead",
        Text.Of($"{from} can't take this on and left you a lead:"),
        new Part.Quote(text),
        new Part.Actions([new Button("That solved it", new Act(Verb.MarkSolved, ask.Id)), new Button("Send thanks", new Act(Verb.WriteThanks, ask.Id, from.Id))]));

    /// <summary>The first message of an introduction: who, what, and who goes first.</summary>
    public static Card Opening(Decision d, Ask ask, Help help)
    {
        var requester = d.Teammate(ask.Requester);
        var helper = d.Teammate(help.Helper);
        var parts = new List<Part>
        {
            Text.Of($"{requester}, meet {helper}. {helper}, meet {requester}."),
            ask.Goal.Length > 0
                ? Text.Of($"{requester} is looking for {ask.Need}. What good would look like: {ask.Goal}")
                : Text.Of($"{requester} is looking for {ask.Need}."),
        };
        if (help.Connector is { } connector)
            parts.Add(Text.Of($"{d.Teammate(connector)} thought you two should talk."));
        if (InCommon(requester, helper) is { } shared)
            parts.Add(Text.Of($"In common: {shared}."));
        parts.Add(Text.Of($"{requester}, would you start – what have you tried, and what's the part you're least sure of? I'll leave you to it."));
        return new Card("introduction", parts);
    }

    /// <summary>A first line in the requester's own voice, for platforms where only a person can open the chat.</summary>
    public static string Draft(Decision d, Ask ask, Help help)
    {
        var helper = d.Teammate(help.Helper).Name;
        return help.Connector is { } connector
            ? $"Hi {helper}, {d.Teammate(connector).Name} suggested we talk – I'm looking for {ask.Need}. When could you spare {Naming.Of(ask.Size).Plain}?"
            : $"Hi {helper}, thank you for offering – I'm looking for {ask.Need}. When could you spare {Naming.Of(ask.Size).Plain}?";
    }

    /// <summary>For the one who goes first, where no conversation can be opened for them.</summary>
    public static Card WriteYourself(Decision d, Ask ask, Help help) => Card.Of("write-yourself",
        Text.Of($"I couldn't open a conversation for you and {d.Teammate(help.Helper)}. They said yes and wait for a line from you, perhaps this one:"),
        new Part.Quote(Draft(d, ask, help)),
        About(ask));

    /// <summary>For the one who goes first. Where they do differs: some platforms open the conversation, on others they do it with the first line.</summary>
    public static Card GoFirst(Decision d, Ask ask, TeammateId helper) => Card.Of("introduced",
        Text.Of($"You and {d.Teammate(helper)} are introduced, and you go first. A line is enough."),
        About(ask));

    /// <summary>For the one who is written to.</summary>
    public static Card Introduced(Decision d, Ask ask) => Card.Of("introduced",
        Text.Of($"You and {d.Teammate(ask.Requester)} are introduced. They go first, so there's nothing to do until they write."),
        About(ask));

    public static Card KickOff(Decision d, Ask ask, TeammateId helper) => Card.Of("kick-off",
        Text.Of($"{d.Teammate(helper)} is ready when you are. A first line is enough: 'Here's where I'm stuck…'"),
        new Part.Actions([
            new Button("We've started", new Act(Verb.StartedAlready, ask.Id, helper)),
            new Button("Solved already", new Act(Verb.MarkSolved, ask.Id)),
            new Button("Another day", new Act(Verb.StartAnotherDay, ask.Id, helper)),
        ]));

    public static Card Promise(Decision d, Ask ask, TeammateId helper) => Card.Of("promise",
        Text.Of($"You offered {d.Teammate(ask.Requester)} a hand with {Naming.Short(ask)}. Still good?"),
        new Part.Actions([
            new Button("Yes, still good", new Act(Verb.KeepPromise, ask.Id), Look.Primary),
            new Button("Can't after all", new Act(Verb.ReleasePromise, ask.Id)),
            new Button("Fewer of these", new Act(Verb.Fewer, Detail: nameof(Contact.Promise))),
        ]),
        new Part.Note(Text.Of("I ask once, three working days after an introduction. Either answer is fine.")));

    public static Card Released() => Card.Of("released", Text.Of("Thanks for telling me. I'll find someone else; nothing more to do."));

    public static Card HelperReleased(Decision d, Ask ask, TeammateId helper) => Card.Of("helper-released",
        Text.Of($"{d.Teammate(helper)} can't after all, which happens. I'm already looking for somebody else who can help with {Naming.Short(ask)}."),
        new Part.Actions([
            new Button("Pick others", new Act(Verb.ChoosePeople, ask.Id)),
            new Button("Reword it", new Act(Verb.RewriteAsk, ask.Id)),
            new Button("I'm sorted", new Act(Verb.MarkSolved, ask.Id)),
        ]));

    // Whoever helps with several things, or asked for several, is to know which.
    private static Part.Note About(Ask ask) => new(Text.Of($"About {Naming.Short(ask)}."));

    private static string? InCommon(Teammate one, Teammate other)
    {
        var names = Known(one).Intersect(Known(other), StringComparer.OrdinalIgnoreCase).Take(3).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static IEnumerable<string> Known(Teammate teammate) =>
        teammate.Topics.Where(t => t.State == TopicState.Confirmed).Select(t => t.Name).Concat(teammate.StillLearning);
}
