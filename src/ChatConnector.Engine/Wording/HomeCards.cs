namespace ChatConnector.Engine.Wording;

/// <summary>The home page and the short answer to "status". A page, not a message: it holds several rows of buttons.</summary>
public static class HomeCards
{
    private const int MostTopics = 8;

    public static Card Home(Decision d) => new("home",
    [
        new Part.Heading($"Hello {d.Me.Name}"),
        .. Quiet(d),
        .. Waiting(d, Teammates.Home.Waiting(d)),
        .. Asks(d),
        .. Promises(d),
        .. Received(d),
        .. Topics(d),
        .. Wishes(d),
        .. Privacy(d),
        .. Admin(d),
    ]);

    /// <summary>My asks and my promises, and nothing else.</summary>
    public static Card Status(Decision d)
    {
        var parts = new List<Part>([.. Quiet(d), .. Asks(d), .. Promises(d)]);
        return new Card("status", parts);
    }

    /// <summary>Each ask that waits for an answer, with its buttons.</summary>
    public static Card CouldYouHelp(Decision d, IReadOnlyList<Ask> waiting) => new("could-you-help", [.. Waiting(d, waiting, Details.Waiting)]);

    /// <summary>The page of somebody who does not belong to the organization.</summary>
    public static Card Stranger() => Card.Of("home-stranger", Refusals.OnlyForTeammates,
        new Part.Actions([new Button("Show what you keep", new Act(Verb.Export)), new Button("Forget me", new Act(Verb.ForgetMe))]));

    private static IEnumerable<Part> Quiet(Decision d)
    {
        var preferences = d.Me.Preferences;
        if (preferences.PausedUntil > d.Now)
            yield return Text.Of($"Paused until {Day(d, preferences.PausedUntil.Value)}. You can still ask for help.");
        else if (preferences.AsksPausedUntil > d.Now)
            yield return Text.Of($"No asks from others until {Day(d, preferences.AsksPausedUntil.Value)}.");
        else
            yield break;
        yield return new Part.Actions([new Button("I'm back", new Act(Verb.Resume))]);
    }

    private static IEnumerable<Part> Waiting(Decision d, IReadOnlyList<Ask> waiting, string? shownBy = null)
    {
        if (waiting.Count == 0)
            yield break;
        yield return new Part.Heading("Could you help?");
        foreach (var ask in waiting)
        {
            yield return Text.Of($"{Naming.Capital(Naming.Asker(d, ask, d.Message.From))}: {Naming.Short(ask)} · {Naming.Of(ask.Size)}, {Naming.Of(ask.ByWhen)}");
            yield return new Part.Actions([
                new Button("I can help", Referring.Answer(ask, d.Message.From, Verb.OfferHelp) with { Detail = shownBy }, Look.Primary),
                new Button("I know someone", new Act(Verb.ThinkOfSomeone, ask.Id), Look.Primary),
                new Button("Quick pointer", new Act(Verb.WritePointer, ask.Id)),
                new Button("Not now", Referring.Answer(ask, d.Message.From, Verb.DeclineKindly) with { Detail = shownBy }),
            ]);
        }
    }

    private static IEnumerable<Part> Asks(Decision d)
    {
        yield return new Part.Heading("Your asks");
        var asks = Teammates.Home.Asks(d);
        if (asks.Count == 0)
            yield return Text.Of("Nothing open. Whenever something is stuck, one sentence is enough.");
        foreach (var ask in asks)
        {
            yield return Text.Of($"{Naming.Short(ask)} – {AskCards.Status(ask)}");
            if (ask.IsOpen)
            {
                yield return new Part.Actions([
                    new Button("Solved", new Act(Verb.MarkSolved, ask.Id)),
                    new Button("Edit", new Act(Verb.RewriteAsk, ask.Id)),
                    new Button("Withdraw", new Act(Verb.WithdrawAsk, ask.Id)),
                ]);
            }
        }

        yield return new Part.Actions([new Button("Ask for a hand", new Act(Verb.WriteAsk), Look.Primary)]);
    }

    private static IEnumerable<Part> Promises(Decision d)
    {
        var promises = Teammates.Home.Promises(d);
        if (promises.Count == 0)
            yield break;
        yield return new Part.Heading("Your promises");
        foreach (var (ask, help) in promises)
        {
            var when = help switch
            {
                { By: { } by } => Text.Of($"by {Times.Day(by, Today(d))}"),
                { Stage: HelpStage.Introduced } => Text.Of("you're introduced"),
                _ => Text.Of("they'll hear and say yes or no"),
            };
            yield return Text.Of($"A hand for {Naming.Asker(d, ask, d.Message.From)} with {Naming.Short(ask)} – {when}");
            yield return new Part.Actions([new Button("Can't after all", new Act(Verb.ReleasePromise, ask.Id))]);
        }
    }

    private static IEnumerable<Part> Received(Decision d)
    {
        var received = Teammates.Home.Received(d);
        if (received.Count == 0)
            yield break;
        yield return new Part.Heading("What came of your help");
        foreach (var one in received)
        {
            var about = d.Ask(one.Ask) is { } ask ? Naming.Short(ask) : Text.Of("an earlier ask");
            var from = one.From is { } sender && d.Teammate(sender) is { IsKnown: true } teammate ? Text.Of($"{teammate}") : Text.Of("A colleague");
            yield return one.Kind switch
            {
                ReceivedKind.Thanks when one.Ask is null => Text.Of($"{from} thanked you, {Day(d, one.At)}"),
                ReceivedKind.Thanks => Text.Of($"{from} thanked you for {about}, {Day(d, one.At)}"),
                ReceivedKind.Outcome => Text.Of($"{from} told you how {about} turned out, {Day(d, one.At)}"),
                _ => Text.Of($"{from} solved {about} with your help, {Day(d, one.At)}"),
            };
        }
    }

    private static IEnumerable<Part> Topics(Decision d)
    {
        var me = d.Me;
        yield return new Part.Heading("People may ask you about");
        var confirmed = Knowing.Confirmed(me).ToList();
        if (confirmed.Count == 0)
            yield return Text.Of("Nothing yet. A word or two is plenty, and you needn't be the expert.");
        foreach (var topic in confirmed.TakeLast(MostTopics))
            yield return Text.Of($"{topic.Name} – {ProfileCards.Why(topic)}");
        if (confirmed.Count > MostTopics)
            yield return new Part.Note(Text.Of($"And {confirmed.Count - MostTopics} more in your profile."));
        foreach (var topic in Knowing.Proposed(me).TakeLast(MostTopics))
        {
            yield return Text.Of($"I'd guess also {topic.Name} – {ProfileCards.Why(topic)}. Shall I use that?");
            yield return ProfileCards.ProposedActions(topic);
        }

        if (me.StillLearning.Count > 0)
            yield return Text.Of($"Still learning: {ProfileCards.Listed(me.StillLearning)}");
        if (me.KnowsPeopleIn.Count > 0)
            yield return Text.Of($"You know people in: {ProfileCards.Listed(me.KnowsPeopleIn)}");
        yield return new Part.Actions([
            new Button("Edit profile", new Act(Verb.EditProfile)),
            .. confirmed.TakeLast(4).Select(t => new Button($"Remove {t.Name}", new Act(Verb.RemoveTopic, Detail: t.Name))),
        ]);
    }

    private static IEnumerable<Part> Wishes(Decision d)
    {
        var me = d.Me;
        yield return new Part.Heading("How you like it");
        yield return PreferenceCards.Hours(d, me);
        yield return PreferenceCards.Room(d, me);
        foreach (var (contact, until) in me.Preferences.Muted.Where(m => m.Value > d.Now).OrderBy(m => m.Key))
        {
            yield return until >= Muting.ForGood
                ? Text.Of($"No {PreferenceCards.Called(contact)}.")
                : Text.Of($"No {PreferenceCards.Called(contact)} until {Day(d, until)}.");
            yield return new Part.Actions([new Button("Turn back on", new Act(Verb.UndoFewer, Detail: $"{contact}"))]);
        }

        yield return new Part.Actions([
            new Button("Change", new Act(Verb.EditPreferences)),
            new Button("Pause", new Act(Verb.ChoosePause)),
            new Button("Keep apart from…", new Act(Verb.ChooseAvoid)),
        ]);
    }

    private static IEnumerable<Part> Privacy(Decision d)
    {
        yield return new Part.Heading("Your privacy");
        yield return PrivacyCards.WhatIKeep(d);
        yield return new Part.Actions([
            new Button("Show what you keep", new Act(Verb.Export)),
            new Button("Give feedback", new Act(Verb.GiveFeedback)),
            new Button("Forget me", new Act(Verb.ForgetMe), Look.Danger),
        ]);
    }

    private static IEnumerable<Part> Admin(Decision d)
    {
        if (!d.Settings.Admins.Contains(d.Message.From))
            yield break;
        yield return new Part.Heading("You look after Connector here");
        yield return new Part.Actions([new Button("Settings", new Act(Verb.EditSettings)), new Button("How it's going", new Act(Verb.SeeHealth))]);
    }

    private static LocalDate Today(Decision d) => OfficeHours.Of(d.Me, d.Settings).DateAt(d.Now);

    private static Text Day(Decision d, Instant at) => Times.Day(OfficeHours.Of(d.Me, d.Settings).DateAt(at), Today(d));
}
