namespace ChatConnector.Engine.Hearing;

/// <summary>Hears what people tell about themselves and how they want to be treated: pauses, topics, hours, people to avoid, feedback.</summary>
internal static class Telling
{
    private const string Things = "(asks|ask|requests|invitations|everything|all|messages|notifications|me|connector|reminders|it|all messages|messaging me|asking me)";
    private const string Am = "(i'm|i am|i'll be|i will be)";
    private const string Away = "(away|on holiday|on holidays|on vacation|on leave|on (parental|maternity|paternity|sick|annual) leave|out of office)";
    private const string Pausing = "(pause|snooze|mute|silence|stop|quiet|be quiet|shush|do not disturb|dnd|leave me alone|take a break|ooo|don't (message|contact|ask|write|ping|bother|disturb|dm) me"
        + $"|{Away}|{Am} {Away}|{Am} (off|out|sick|(too|very|so|) busy|unavailable|not available|gone)|i have no time|i (don't|do not) have (any|) time)";

    private const string Weekday = "(monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|saturdays|sunday|sundays|weekend|weekends|mornings|afternoons|evenings)";
    private const string Hour = "(#|# #|*)";
    private const string Known = "(know|know a lot|know something|know a bit|know quite a bit|know everything|can tell you|know lots)";
    private const string Everybody = "(you|people|anyone|everyone|others|colleagues)";
    private const string Well = "(pretty|quite|very|fairly|rather|)";
    private const string Topic = "(topic|topics|skill|skills)";
    private const string List = "(topics|profile|skills|list)";

    private static readonly PhraseBook<bool> PauseUntil = new(($"{Pausing} {Things} (until|till|til|til|up to|through|before|as of)…", true), ($"{Pausing} (until|till|til|up to|through|before|back on|back)…", true));
    private static readonly PhraseBook<bool> PauseFor = new(($"{Pausing} ({Things}|)…", true));
    private static readonly PhraseBook<bool> OnlyAsks = new(("* (asks|ask|requests|invitations)…", true));

    // Days ahead and hours stand in the preferences; a pause begins now.
    private static readonly PhraseBook<bool> Preferring = new(
        ($"{Am} {Away} (next|from|starting|on|every)…", true),
        ($"{Am} (off|out|busy|unavailable|not available|gone) (next (week|month|*)|from|starting|on {Weekday}|every)…", true),
        ($"i (only|) work (on|from|) {Weekday}…", true),
        ($"i (don't|do not|never) work (on|in the|) {Weekday}…", true),
        ("i work (part time|parttime)…", true),
        ($"i work (from|between|) (#|# #) (am|pm|) (to|till|until|and|) {Hour} (am|pm|)", true),
        ("(set|change|update|) my (time zone|timezone|working hours|office hours|work hours|hours|working days|location) (is|are|to)…", true),
        ("(set|change|update) (time zone|timezone|working hours|office hours|work hours|hours|working days|location) (to|)…", true),
        ("(i live|i'm based|i am based|i'm located|i am located) in…", true));

    private static readonly PhraseBook<Told> Profile = new(
        ($"i {Known} about …", new(Fields.AskMeAbout)),
        ($"({Everybody} can|feel free to|please|) ask me (anything|everything|) (about|regarding|on) …", new(Fields.AskMeAbout)),
        ($"{Everybody} can ask me for (help|advice|a hand) (with|on|about) …", new(Fields.AskMeAbout)),
        ($"i can (help|advise) {Everybody} (with|on) …", new(Fields.AskMeAbout)),
        ("i can answer questions (about|on) …", new(Fields.AskMeAbout)),
        ($"(i'm|i am) {Well} (good|great|experienced|an expert|skilled|knowledgeable|a specialist|familiar) (at|in|with|on) …", new(Fields.AskMeAbout)),
        ("(i'm|i am) (a|an) ^(*|* *) (expert|specialist)", new(Fields.AskMeAbout, After: 1)),
        ("(i have|i've|i've got) (a lot of|lots of|some|much|) experience (with|in) …", new(Fields.AskMeAbout)),
        ("my (topics|skills) (are|include) …", new(Fields.AskMeAbout, AreSeveral: true)),
        ("my (topic|skill|expertise|specialty|speciality) (is|includes) …", new(Fields.AskMeAbout)),
        ("(add|new) (a|the|my|) (topic|skill) …", new(Fields.AskMeAbout)),
        ("(add|new) (the|my|) (topics|skills) …", new(Fields.AskMeAbout, AreSeveral: true)),
        ($"add to my {List} …", new(Fields.AskMeAbout)),
        ($"add ^(*|* *|* * *|* * * *) (to|in) my {List}", new(Fields.AskMeAbout, After: 3)),
        ($"add ^(*|* *|* * *) as (a|my) {Topic}", new(Fields.AskMeAbout, After: 3)),
        ("(i'm|i am) (still|currently|) learning (about|) …", new(Fields.StillLearning)),
        ("(i know|i have) (people|someone|contacts|friends|many people|lots of people) (in|at|from) …", new(Fields.KnowsPeopleIn)));

    private static readonly PhraseBook<int> NoTopic = new(
        ($"(remove|delete|drop) (the|my|) {Topic} …", 0),
        ($"(remove|delete|drop|take) ^(*|* *|* * *|* * * *) (from|off) my {List}", 3),
        ("(don't|do not|never|please don't|stop) (ask|asking) me (about|on) ^(*|* *|* * *) (anymore|again)", 1),
        ("(don't|do not|never|please don't|stop) (ask|asking) me (about|on) ^(*|* *|* * *) any more", 2),
        ("(don't|do not|never|please don't|stop) (ask|asking) me (about|on) …", 0));

    private static readonly PhraseBook<bool> Avoiding = new(
        ("(avoid|block|ignore) ^@", true),
        ("(don't|do not|never|please don't) (connect|match|pair|introduce|suggest|put|send) (me|) (with|to|together with|) ^@ (to me|) (any more|anymore|again|)", true),
        ("(don't|do not|never) ask ^@ (for me|on my behalf|)", true));

    private static readonly PhraseBook<bool> Feedback = new(
        ("(feedback|my feedback|some feedback|bug|bug report|suggestion|complaint|feature request)…", true),
        ("(feedback|some feedback|a suggestion|a complaint) (for|about|on|to) (you|connector|this bot|the bot)…", true));

    public static Act? Hear(Heard heard, int from, LocalDate today)
    {
        var end = heard.Gist.End(heard.Words.Count);
        return Preferring.At(heard.Words, from, end) is not null ? new Act(Verb.EditPreferences)
            : Pause(heard, from, end, today) ?? RemoveTopic(heard, from, end) ?? AddToProfile(heard, from, end, today) ?? Avoid(heard, from, end) ?? SendFeedback(heard, from);
    }

    /// <summary>Where the same is done by hand, for somebody who asks how.</summary>
    public static Act? Shown(Heard heard, int from, LocalDate today) => Hear(heard, from, today)?.Verb switch
    {
        Verb.EditPreferences => new Act(Verb.EditPreferences),
        Verb.PauseUntil or Verb.ChoosePause => new Act(Verb.ChoosePause),
        Verb.SaveProfile or Verb.RemoveTopic => new Act(Verb.EditProfile),
        Verb.Avoid => new Act(Verb.ChooseAvoid),
        _ => null,
    };

    private static Act? Pause(Heard heard, int from, int end, LocalDate today)
    {
        var until = PauseUntil.At(heard.Words, from, end);
        var span = PauseFor.At(heard.Words, from, end);
        var day = until is { HasRest: true } ? Days.Named(heard, until.End, today) ?? Days.After(heard, until.End, today)
            : span is { HasRest: true } ? Days.After(heard, span.End, today)
            : null;
        if (day is null)
            return until is not null || (span is { HasRest: true } && heard.Words[span.End].Folded == "for") ? new Act(Verb.ChoosePause) : null;
        return new Act(Verb.PauseUntil)
            .With(Fields.Until, LocalDates.Write(day.Value))
            .With(Fields.Scope, OnlyAsks.At(heard.Words, from, end) is null ? null : Fields.AsksOnly);
    }

    // Who knows a bit about Kafka but needs help with Flink asks for help with Flink.
    private static Act? AddToProfile(Heard heard, int from, int end, LocalDate today)
    {
        if (Profile.At(heard.Words, from, end) is not { } found || Asking.Hear(heard.From(from), today) is not null)
            return null;
        var topics = heard.Cut(found.Kept, found.HasRest ? end : found.End - found.Meaning.After);
        if (topics.Contains(" but ", StringComparison.OrdinalIgnoreCase))
            return null;
        if (found.Meaning.AreSeveral || topics.Contains(',', StringComparison.Ordinal))
            topics = topics.Replace(", and ", ", ", StringComparison.Ordinal).Replace(" and ", ", ", StringComparison.Ordinal);
        return topics.Length > 0 ? new Act(Verb.SaveProfile, Detail: Details.Add).With(found.Meaning.Field, topics) : null;
    }

    private static Act? RemoveTopic(Heard heard, int from, int end) =>
        NoTopic.At(heard.Words, from, end) is { } found && heard.Cut(found.Kept, found.HasRest ? end : found.End - found.Meaning) is { Length: > 0 } topic
            ? new Act(Verb.RemoveTopic, Detail: topic)
            : null;

    private static Act? Avoid(Heard heard, int from, int end) =>
        Avoiding.Whole(heard.Words, from, end) is { } found ? new Act(Verb.Avoid, About: heard.Words[found.Kept].Mentioned).With(Fields.Person, heard.Words[found.Kept].Mentioned?.Text) : null;

    // "Feedback: lovely" is for us, "feedback on my talk" is an ask.
    private static Act? SendFeedback(Heard heard, int from) =>
        Feedback.At(heard.Words, from, heard.Words.Count) is { HasRest: true } found && (heard.PauseBefore(found.End) != Hearing.Pause.None || found.End > from + 2)
            ? new Act(Verb.SendFeedback).With(Fields.Text, heard.Cut(found.End, heard.Words.Count))
            : null;

    /// <summary>A phrase about oneself.</summary>
    /// <param name="Field">What it tells about.</param>
    /// <param name="After">How many of its words follow what it tells.</param>
    /// <param name="AreSeveral">Whether an "and" in it stands between two things, and not in a name.</param>
    private sealed record Told(string Field, int After = 0, bool AreSeveral = false);
}
