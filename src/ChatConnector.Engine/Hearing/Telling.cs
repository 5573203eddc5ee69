namespace ChatConnector.Engine.Hearing;

/// <summary>Hears what people tell about themselves and how they want to be treated: pauses, topics, people to avoid, feedback.</summary>
internal static class Telling
{
    private const string Things = "(asks|ask|requests|invitations|everything|all|messages|notifications|me|connector|reminders|it|all messages|messaging me|asking me)";
    private const string Away = "(pause|snooze|mute|silence|stop|quiet|be quiet|shush|do not disturb|dnd|leave me alone|take a break|out of office|ooo|don't (message|contact|ask|write|ping|bother|disturb|dm) me"
        + "|(i'm|i am|i'll be|i will be) (away|on holiday|on holidays|on vacation|on leave|off|out|sick|busy|out of office|unavailable|not available|gone))";

    private static readonly PhraseBook<bool> PauseUntil = new(($"{Away} {Things} (until|till|til|til|up to|through|before|as of)…", true), ($"{Away} (until|till|til|up to|through|before|back on|back)…", true));
    private static readonly PhraseBook<bool> PauseFor = new(($"{Away} ({Things}|)…", true));
    private static readonly PhraseBook<bool> OnlyAsks = new(("* (asks|ask|requests|invitations)…", true));

    private static readonly PhraseBook<string> Profile = new(
        ("(i know|i know a lot|i know something|i know a bit|i know quite a bit|i know everything|i can tell you|i know lots) about …", Fields.AskMeAbout),
        ("(you can|people can|anyone can|everyone can|feel free to|others can|please|) ask me (anything|everything|) (about|regarding|on) …", Fields.AskMeAbout),
        ("(i'm|i am) (good|great|experienced|an expert|skilled|knowledgeable|a specialist) (at|in|with|on) …", Fields.AskMeAbout),
        ("add ^(*|* *|* * *|* * * *) (to|in) my (topics|profile|skills)", Fields.AskMeAbout),
        ("(i'm|i am) (still|currently|) learning (about|) …", Fields.StillLearning),
        ("(i know|i have) (people|someone|contacts|friends|many people|lots of people) (in|at|from) …", Fields.KnowsPeopleIn));

    private static readonly PhraseBook<bool> Avoiding = new(
        ("(avoid|block|ignore) ^@", true),
        ("(don't|do not|never|please don't) (connect|match|pair|introduce|suggest|put|send) (me|) (with|to|together with|) ^@ (to me|) (any more|anymore|again|)", true),
        ("(don't|do not|never) ask ^@ (for me|on my behalf|)", true));

    private static readonly PhraseBook<bool> Feedback = new(
        ("(feedback|my feedback|some feedback|bug|bug report|suggestion|complaint|feature request)…", true),
        ("(feedback|some feedback|a suggestion|a complaint) (for|about|on|to) (you|connector|this bot|the bot)…", true));

    public static Act? Hear(Heard heard, LocalDate today)
    {
        var from = heard.Gist.Begin(0);
        var end = heard.Gist.End(heard.Words.Count);
        return Pause(heard, from, end, today) ?? AddToProfile(heard, from, end) ?? Avoid(heard, from, end) ?? SendFeedback(heard, from);
    }

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

    private static Act? AddToProfile(Heard heard, int from, int end)
    {
        if (Profile.At(heard.Words, from, end) is not { } found)
            return null;
        var topics = heard.Cut(found.Kept, found.HasRest ? end : found.End - "to my topics".Split(' ').Length);
        if (topics.Contains(',', StringComparison.Ordinal))
            topics = topics.Replace(", and ", ", ", StringComparison.Ordinal).Replace(" and ", ", ", StringComparison.Ordinal);
        return topics.Length > 0 ? new Act(Verb.SaveProfile, Detail: Details.Add).With(found.Meaning, topics) : null;
    }

    private static Act? Avoid(Heard heard, int from, int end) =>
        Avoiding.Whole(heard.Words, from, end) is { } found ? new Act(Verb.Avoid, About: heard.Words[found.Kept].Mentioned).With(Fields.Person, heard.Words[found.Kept].Mentioned?.Text) : null;

    // "Feedback: lovely" is for us, "feedback on my talk" is an ask.
    private static Act? SendFeedback(Heard heard, int from) =>
        Feedback.At(heard.Words, from, heard.Words.Count) is { HasRest: true } found && (heard.PauseBefore(found.End) != Hearing.Pause.None || found.End > from + 2)
            ? new Act(Verb.SendFeedback).With(Fields.Text, heard.Cut(found.End, heard.Words.Count))
            : null;
}
