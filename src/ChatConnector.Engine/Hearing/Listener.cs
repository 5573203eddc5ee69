namespace ChatConnector.Engine.Hearing;

/// <summary>Turns what somebody says in words into what they do.</summary>
public static class Listener
{
    /// <summary>The act behind the words; <see cref="Verb.NotUnderstood"/> with the words as its text when there is none, never null.</summary>
    /// <param name="today">The speaker's own date, for "until Friday".</param>
    public static Act Hear(Said.Words words, LocalDate today)
    {
        var heard = Heard.Of(words.Text);
        return HearKnown(heard, today) ?? Thanking.Hear(heard) ?? Asking.Hear(heard, today) ?? new Act(Verb.NotUnderstood).With(Fields.Text, heard.Cut(0, heard.Words.Count));
    }

    /// <summary>The act behind a command such as <c>/ask</c>; without text it opens the form.</summary>
    public static Act Hear(Said.Command command, LocalDate today)
    {
        var heard = Heard.Of(command.Text);
        return command.Name.TrimStart('/').ToLowerInvariant() switch
        {
            "ask" => Asking.HearAll(heard, today),
            "thanks" => Thanking.HearAll(heard),
            "connector" when heard.Words.Count == 0 => new Act(Verb.GetHelp),
            "connector" => HearConnector(heard, today),
            _ => new Act(Verb.GetHelp, Detail: Details.Unknown),
        };
    }

    /// <summary>An ask as somebody typed it into a form, said again like one that was heard. What they chose there stays chosen.</summary>
    public static Act Restate(Act ask)
    {
        var (need, goal) = Asking.Settled(Heard.Of(ask.Field(Fields.Need)).Text);
        return goal.Length == 0 ? ask.With(Fields.Need, need)
            : ask.Field(Fields.Goal).Length == 0 ? ask.With(Fields.Need, need).With(Fields.Goal, goal)
            : ask.With(Fields.Need, $"{need} so that {goal}");
    }

    private static Act HearConnector(Heard heard, LocalDate today)
    {
        var known = HearKnown(heard, today);
        if (known is not null)
            return known;
        var first = heard.Words[0].Folded;
        return first switch
        {
            "ask" => Asking.HearAll(heard.From(1), today),
            "thanks" or "thank" => Thanking.HearAll(heard.From(1)),
            "feedback" => new Act(Verb.SendFeedback).With(Fields.Text, heard.Cut(1, heard.Words.Count)),
            _ => new Act(Verb.GetHelp, Detail: Details.Unknown),
        };
    }

    private static Act? HearKnown(Heard heard, LocalDate today)
    {
        if (heard.Words.Count == 0)
            return VerbPhrases.OfSigns(heard.Text);
        var all = heard.Words.Count;
        var greeted = Noise.Greetings.At(heard.Words, 0, all)?.End ?? 0;
        var from = heard.Gist.Begin(0);
        int[] starts = [0, greeted, from];
        return starts.Select(start => Whole(heard, start)).FirstOrDefault(found => found is not null)
            ?? Telling.Hear(heard, from, today)
            ?? Wished(heard, from, today)
            ?? (greeted == all || from == all ? new Act(Verb.Greet) : null);
    }

    private static Act? Whole(Heard heard, int start)
    {
        var all = heard.Words.Count;
        return (VerbPhrases.All.Whole(heard.Words, start, all) ?? VerbPhrases.All.Whole(heard.Words, start, heard.Gist.End(all)))?.Meaning;
    }

    /// <summary>"Can you pause me until Friday?" is said for "pause me until Friday". Whoever asks how it is done is shown, and nothing is done yet.</summary>
    private static Act? Wished(Heard heard, int from, LocalDate today)
    {
        if (VerbPhrases.Wishes.At(heard.Words, from, heard.Words.Count) is not { HasRest: true } wish)
            return null;
        var meant = Whole(heard, wish.End);
        if (wish.Meaning == Wish.ToHaveItDone)
            return meant is { Verb: Verb.Greet or Verb.GetHelp } ? null : meant ?? Telling.Hear(heard, wish.End, today);
        return meant switch
        {
            { Verb: Verb.Greet } => null,
            { Verb: Verb.GetHelp } when wish.Meaning == Wish.ToBeAllowed => null,
            { Verb: Verb.WithdrawAsk or Verb.MarkSolved or Verb.RewriteAsk } => new Act(Verb.ListAsks),
            { Verb: Verb.Resume } => new Act(Verb.EditPreferences),
            null => Telling.Shown(heard, wish.End, today),
            _ => meant,
        };
    }
}
