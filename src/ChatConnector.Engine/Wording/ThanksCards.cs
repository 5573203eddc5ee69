namespace ChatConnector.Engine.Wording;

/// <summary>What the author of thanks sees: the two nudges, the coach, and where the thanks went.</summary>
public static class ThanksCards
{
    public static Card Prompt(Decision d, Ask ask, Help help) => Card.Of("thanks-prompt",
        Text.Of($"{d.Teammate(help.Helper)} helped you with {Naming.Short(ask)} {When(d, ask, help)}. Two lines from you would mean something – people tend to underrate how much."),
        new Part.Actions([
            Write(ask, help.Helper, "Write it"),
            new Button("Already did", new Act(Verb.AlreadyThanked, ask.Id, help.Helper)),
            new Button("Tomorrow", new Act(Verb.ThankTomorrow, ask.Id, help.Helper)),
            new Button("Skip", new Act(Verb.SkipThanks, ask.Id, help.Helper)),
            General.Fewer(Contact.Thank),
        ]),
        new Part.Note(Text.Of("I ask once more, and never again.")));

    public static Card LastPrompt(Decision d, Ask ask, Help help) => Card.Of("thanks-prompt-last",
        Text.Of($"Last nudge from me on this: a line to {d.Teammate(help.Helper)}?"),
        new Part.Actions([
            Write(ask, help.Helper, "Write it"),
            new Button("Already did", new Act(Verb.AlreadyThanked, ask.Id, help.Helper)),
            new Button("Let it go", new Act(Verb.LetThanksGo, ask.Id, help.Helper)),
            General.Fewer(Contact.Thank),
        ]),
        new Part.Note(Text.Of($"They helped you with {Naming.Short(ask)} {When(d, ask, help)}.")));

    /// <summary>After a Friday, or before a day off, it is not tomorrow.</summary>
    public static Card Tomorrow(Decision d, TeammateId helper)
    {
        var hours = OfficeHours.Of(d.Me, d.Settings);
        var (today, next) = (hours.DateAt(d.Now), hours.DateAt(hours.NextDay(d.Now)));
        var when = next == today.PlusDays(1) ? Text.Of("Tomorrow") : Text.Of($"On {Times.Day(next, today)}");
        return Card.Of("thanks-tomorrow", Text.Of($"{when}, then. Or any time before: just say 'thanks @{d.Teammate(helper).Name} for …'."));
    }

    public static Card AnyTime(Decision d, TeammateId helper) => Card.Of("thanks-any-time",
        Text.Of($"Fine, I won't bring it up again. If a line comes to you one day, say 'thanks @{d.Teammate(helper).Name} for …' and I'll pass it on."));

    public static Card AlreadyThanked(Decision d, TeammateId helper) => Card.Of("thanked-in-person",
        Text.Of($"Even better in person. I'll only tell {d.Teammate(helper)} that it's solved."));

    public static Card SettledAlready() => Card.Of("thanks-settled", Text.Of("That one is settled, and I won't bring it up again. Thanks are welcome any time: just say 'thanks @somebody for …'."));

    public static Card ThankedAlready(Decision d, TeammateId to) => Card.Of("thanked-already",
        Text.Of($"{d.Teammate(to)} has your thanks for that already. For anything else, just say 'thanks @{d.Teammate(to).Name} for …'."));

    /// <summary>One suggestion, once. The thanks go out whatever the author does.</summary>
    public static Card Coach(Decision d, Thanks thanks, Hint hint) => Card.Of("coach",
        hint switch
        {
            Hint.WhatTheyDid => Text.Of($"Warm already. One detail would make it land: what did {d.Teammate(thanks.To)} do, exactly?"),
            Hint.WhatChanged => Text.Of("Warm already. One detail would make it land: what could you do afterwards that you couldn't before?"),
            _ => Text.Of("Warm already. One detail would make it land: why did it matter to you just then?"),
        },
        new Part.Quote(thanks.Text),
        new Part.Actions([
            new Button("Add a line", new Act(Verb.AddDetail, thanks.Ask, thanks.To, $"{hint}")),
            new Button("Send anyway", new Act(Verb.SendAnyway, thanks.Ask, thanks.To)),
        ]),
        new Part.Note(Text.Of($"If you do neither, it goes out as it is in {Minutes(d.Settings.FollowUp.SendVagueThanksAfterMinutes)}.")));

    public static Card Sent(Decision d, Thanks thanks)
    {
        var parts = new List<Part> { Text.Of($"On its way to {Naming.Each(d, thanks.Others.Insert(0, thanks.To))}, privately:"), new Part.Quote(thanks.Text) };
        if (thanks.Share)
            parts.Add(new Part.Note(Text.Of("I'll ask whether it may be shared; only with a yes is it.")));
        if (d.Ask(thanks.Ask) is { IsOpen: true } ask)
        {
            parts.Add(Text.Of($"Are you sorted with {Naming.Short(ask)}?"));
            parts.Add(new Part.Actions([new Button("Yes, it's solved", new Act(Verb.MarkSolved, ask.Id))]));
        }

        return new Card("thanks-sent", parts);
    }

    public static Card SentAndShared(Decision d, Thanks thanks, Place place) => Card.Of("thanks-shared",
        Text.Of($"Your thanks to {d.Teammate(thanks.To)} stand in {place} now, with their OK:"), new Part.Quote(thanks.Text));

    public static Card OnTheirWay() => Card.Of("thanks-on-their-way", Text.Of("Those thanks went out already. Nothing more to do."));

    public static Card ToWhom() => Card.Of("thanks-to-whom", Text.Of("Who is it for? Pick them and I'll pass it on; I've kept your words."),
        new Part.Actions([new Button("Pick somebody", new Act(Verb.WriteThanks), Look.Primary)]));

    public static Card ThatIsYou() => Card.Of("thanks-to-oneself", Text.Of("That's you! Well deserved, I'm sure. Is there somebody else I can pass thanks on to?"),
        new Part.Actions([new Button("Thank somebody", new Act(Verb.WriteThanks))]));

    public static Card NotReachable(Teammate to) => to.IsKnown
        ? Card.Of("thanks-not-reachable", Text.Of($"I can only pass on thanks inside this organization, so {to} has to hear it from you."))
        : Card.Of("thanks-not-reachable", Text.Of("I don't know that person here. Could you pick somebody from the list?"),
            new Part.Actions([new Button("Pick somebody", new Act(Verb.WriteThanks), Look.Primary)]));

    public static Card NothingYet(Thanks thanks) => Card.Of("thanks-empty", Text.Of("There's nothing in it yet. One line is plenty."),
        new Part.Actions([new Button("Write it", new Act(Verb.WriteThanks, thanks.Ask, thanks.To), Look.Primary)]));

    public static Card TooLong(Thanks thanks, int most) => Card.Of("thanks-too-long",
        Text.Of($"That's {thanks.Text.Length} characters, and I can carry {most}. Could you pick the best of it?"),
        new Part.Actions([new Button("Shorten it", new Act(Verb.WriteThanks, thanks.Ask, thanks.To), Look.Primary)]));

    public static Card KeptPrivate() => Card.Of("thanks-kept-private", Text.Of("It stays between the two of you."));

    public static Card PrivateAnyway() => Card.Of("thanks-private", Text.Of("That's settled already; what wasn't shared by now stays private."));

    public static Card Shared(Place place) => Card.Of("thanks-shared-by-helper", Text.Of($"Shared in {place}. Good thanks do others good too."));

    public static Card PassedOn() => Card.Of("reply-passed-on", Text.Of("Passed on."));

    private static Text When(Decision d, Ask ask, Help help)
    {
        var hours = OfficeHours.Of(d.Teammate(ask.Requester), d.Settings);
        return Times.Day(hours.DateAt(help.HelpedAt ?? d.Now), hours.DateAt(d.Now));
    }

    private static Button Write(Ask ask, TeammateId to, string label) => new(label, new Act(Verb.WriteThanks, ask.Id, to), Look.Primary);

    private static Text Minutes(int minutes) => Text.Ours(minutes == 60 ? "an hour" : $"{minutes} minutes");
}
