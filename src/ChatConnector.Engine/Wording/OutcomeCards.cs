namespace ChatConnector.Engine.Wording;

/// <summary>Weeks later: how did it turn out? What the requester is asked, and what everybody else hears.</summary>
public static class OutcomeCards
{
    public static Card Question(Decision d, Ask ask, Help help) => Card.Of("outcome",
        Text.Of($"{Naming.Capital(Ago(d.Now - (help.HelpedAt ?? d.Now)))} {d.Teammate(help.Helper)} helped you with {Naming.Short(ask)}. How did it turn out? They'd probably like to know, good or not."),
        new Part.Actions([
            new Button("Tell them", new Act(Verb.TellOutcome, ask.Id, help.Helper), Look.Primary),
            new Button($"Too early – {Weeks(d.Settings.FollowUp.OutcomeAfterDays)}", new Act(Verb.OutcomeTooEarly, ask.Id, help.Helper)),
            new Button("We're in touch", new Act(Verb.InTouch, ask.Id, help.Helper)),
            new Button("Don't remind me", new Act(Verb.NoOutcome, ask.Id, help.Helper)),
            General.Fewer(Contact.Outcome),
        ]),
        new Part.Note(Text.Of(help.Outcome != OutcomeState.PromptedLast ? "I ask some weeks after somebody helped, and at most once more." : "This is the last time I ask about it.")));

    public static Card ForHelper(Decision d, Ask ask, TeammateId helper, string text) => Card.Of("outcome-for-helper",
        Text.Of($"You helped {Naming.Author(d, ask, helper)} with {Naming.Short(ask)}. This is how it turned out:"),
        new Part.Quote(text),
        new Part.Actions([ThanksNews.Reply(ask)]));

    public static Card ForConnector(Decision d, Ask ask, TeammateId connector, TeammateId helper, string text) => Card.Of("outcome-for-connector",
        Text.Of($"The introduction you made, to {d.Teammate(helper)}: {Naming.Author(d, ask, connector)} says how it turned out with {Naming.Short(ask)}."),
        new Part.Quote(text),
        new Part.Actions([ThanksNews.Reply(ask)]));

    public static Card ForLeadGiver(Decision d, Ask ask, TeammateId giver, string text) => Card.Of("outcome-for-lead",
        Text.Of($"You left a lead for {Naming.Short(ask)}. {Naming.Capital(Naming.Author(d, ask, giver))} says how it turned out:"),
        new Part.Quote(text),
        new Part.Actions([ThanksNews.Reply(ask)]));

    /// <summary>Beside a new ask, which has gone out already.</summary>
    public static Card OpenLoop(Decision d, Ask ask, TeammateId helper) => Card.Of("open-loop",
        Text.Of($"Before I forget: {d.Teammate(helper)} hasn't heard how it ended with {Naming.Short(ask)}."),
        new Part.Actions([
            new Button("Tell them, 1 min", new Act(Verb.CloseLoopFirst, ask.Id, helper)),
            new Button("Not now", new Act(Verb.LoopLater, ask.Id, helper)),
        ]),
        new Part.Note(Text.Of("Your new ask is on its way, whatever you do here.")));

    public static Card LoopLater() => Card.Of("loop-later", Text.Of("Another time, then."));

    public static Card TooEarly(int days) => Card.Of("outcome-too-early", Text.Of($"Good things take time. I'll ask again in {Text.Ours(Weeks(days))}."));

    public static Card InTouch(Decision d, TeammateId helper) => Card.Of("in-touch", Text.Of($"Good to hear. That's worth more to {d.Teammate(helper)} than a note from me."));

    public static Card NoMoreReminders() => Card.Of("no-outcome", Text.Of("Fine, I won't bring it up again."));

    public static Card SettledAlready() => Card.Of("outcome-settled", Text.Of("That one is settled already. Nothing more to do."));

    public static Card ToldAlready(Decision d, TeammateId helper) => Card.Of("outcome-told-already", Text.Of($"{d.Teammate(helper)} has heard how it turned out. Lovely of you to think of it twice."));

    public static Card NothingYet(Ask ask, TeammateId helper) => Card.Of("outcome-empty", Text.Of("There's nothing in it yet. One line is plenty."),
        new Part.Actions([new Button("Write it", new Act(Verb.TellOutcome, ask.Id, helper), Look.Primary)]));

    /// <summary>"3 weeks", "10 days".</summary>
    private static string Weeks(int days) => days % 7 == 0 ? days == 7 ? "1 week" : $"{days / 7} weeks" : $"{days} days";

    private static Text Ago(Duration time) => Text.Ours(time.Days switch
    {
        < 14 => "lately",
        < 60 => $"{Number(time.Days / 7)} weeks ago",
        _ => $"{Number((int)Math.Round(time.Days / 30.4))} months ago",
    });

    private static string Number(int number) => number switch { 2 => "two", 3 => "three", 4 => "four", 5 => "five", 6 => "six", 7 => "seven", 8 => "eight", _ => $"{number}" };
}
