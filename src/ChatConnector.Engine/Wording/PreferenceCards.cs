namespace ChatConnector.Engine.Wording;

/// <summary>Quiet, less, and other wishes: what people hear when they say how they want to be treated.</summary>
public static class PreferenceCards
{
    public static Card Paused(Text until, bool asksOnly) => Card.Of("paused",
        asksOnly
            ? Text.Of($"No asks from others until {until}. Everything else goes on.")
            : Text.Of($"Paused until {until}. You can still ask for help. I'll be quiet."),
        new Part.Actions([new Button("I'm back", new Act(Verb.Resume)), new Button("Another day", new Act(Verb.ChoosePause))]));

    public static Card AsksPaused(Text until) => Card.Of("asks-paused",
        Text.Of($"No new asks until {until}. Nobody is told, and this one you may still answer or simply leave."),
        new Part.Actions([
            new Button("Make it a month", new Act(Verb.RestFromAsks, Detail: "30")),
            new Button("Until…", new Act(Verb.ChoosePause)),
            new Button("Take that back", new Act(Verb.Resume)),
        ]));

    public static Card PauseUntilWhen() => Card.Of("pause-until-when",
        Text.Of("Gladly. Until when?"),
        new Part.Actions([
            new Button("A week", new Act(Verb.PauseUntil, Detail: "7")),
            new Button("A month", new Act(Verb.PauseUntil, Detail: "30")),
            new Button("Choose a day", new Act(Verb.ChoosePause)),
        ]));

    public static Card NotADayToPauseUntil() => Card.Of("pause-bad-day",
        Text.Of("I can pause until any day from tomorrow to a year from now. Which one?"),
        new Part.Actions([new Button("Choose a day", new Act(Verb.ChoosePause), Look.Primary), new Button("A week", new Act(Verb.PauseUntil, Detail: "7"))]));

    public static Card Resumed() => Card.Of("resumed", Text.Of("Welcome back. I'll think of you again when something fits."),
        new Part.Actions([new Button("How much is right?", new Act(Verb.EditPreferences))]));

    public static Card NotPaused() => Card.Of("not-paused", Text.Of("You aren't paused, so nothing changes. Good to have you here."));

    public static Card Fewer(Contact kind, int days) => Card.Of("fewer",
        Text.Of($"Done – no more {Called(kind)} for {days} days."),
        new Part.Actions([new Button("Undo", new Act(Verb.UndoFewer, Detail: $"{kind}")), new Button("Preferences", new Act(Verb.EditPreferences))]));

    public static Card FewerUndone(Contact kind) => Card.Of("fewer-undone", Text.Of($"Undone. You'll get {Called(kind)} again, when there's a reason."));

    public static Card Avoiding(Decision d, IReadOnlyList<TeammateId> avoids) => Card.Of("avoiding",
        avoids.Count == 0
            ? Text.Of("You aren't kept apart from anybody now.")
            : Text.Of($"I'll keep you apart from {Text.Join(Text.Of(", "), avoids.Select(a => Naming.Named(d, a)))}. They won't know, and neither will anybody else."),
        new Part.Actions([
            .. avoids.Take(4).Select(a => new Button($"Undo for {d.Teammate(a).Name}", new Act(Verb.StopAvoiding, About: a))),
            new Button("Change", new Act(Verb.ChooseAvoid)),
        ]),
        new Part.Note(Text.Of("If somebody treats you badly, please also talk to a person you trust. I can only keep my own connections apart.")));

    public static Card StoppedAvoiding(Decision d, TeammateId other) => Card.Of("stopped-avoiding", Text.Of($"Done. You and {d.Teammate(other)} may be connected again."));

    public static Card NotAvoiding() => Card.Of("not-avoiding", Text.Of("You weren't kept apart, so nothing changes."));

    public static Card Saved(Decision d, Teammate me) => new("preferences-saved",
    [
        Text.Of("Noted."), Hours(d, me), Room(d, me), .. Off(d, me),
        new Part.Actions([new Button("Change", new Act(Verb.EditPreferences)), new Button("Home", new Act(Verb.SeeHome))]),
    ]);

    /// <summary>Something on the form could not be accepted; nothing was changed.</summary>
    public static Card NotSaved(IEnumerable<string> errors, Verb form) => new("not-saved",
    [
        Text.Of("I haven't saved that, because something doesn't fit:"),
        .. errors.Select(error => (Part)Text.Ours(error)),
        new Part.Actions([new Button("Open it again", new Act(form), Look.Primary)]),
    ]);

    /// <summary>When this person works, in their own zone, and whose zone that is.</summary>
    public static Text Hours(Decision d, Teammate me)
    {
        var hours = OfficeHours.Of(me, d.Settings);
        var said = Text.Of($"You work {Times.Between(hours.Starts, hours.Ends)}, {hours.Zone.Id} time.");
        return Zones.IsUnknown(me.Zone)
            ? said + Text.Of($" I don't know the time zone {me.Zone} from your directory, so I go by the organization's.")
            : said;
    }

    public static Text Room(Decision d, Teammate me) => (me.Preferences.PerWeek ?? d.Settings.Fairness.MostPerWeek) switch
    {
        0 => Text.Of("No asks from others come to you."),
        1 => Text.Of("At most one ask a week comes to you."),
        var most => Text.Of($"At most {most} asks a week come to you."),
    };

    /// <summary>A kind of message as people call it, after "no more".</summary>
    public static Text Called(Contact contact) => Text.Ours(contact switch
    {
        Contact.Invitation => "asks from others",
        Contact.Promise => "checks on how it goes",
        Contact.Unanswered => "reports on unanswered asks",
        Contact.Thank => "reminders to say thanks",
        Contact.Outcome => "questions how it turned out",
        Contact.Hello => "suggestions to say hello",
        Contact.PayForward => "asks you might answer in turn",
        _ => "such messages",
    });

    private static IEnumerable<Part> Off(Decision d, Teammate me)
    {
        var off = Muting.Kinds.Where(kind => me.Preferences.IsMuted(kind, d.Now)).Select(Called).ToList();
        return off.Count == 0 ? [] : [Text.Of($"Off: {Text.Join(Text.Of(", "), off)}.")];
    }
}
