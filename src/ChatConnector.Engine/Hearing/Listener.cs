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
        var end = heard.Gist.End(all);
        int[] starts = [0, greeted, from];
        int[] ends = [all, end];
        return starts.SelectMany(s => ends.Select(e => VerbPhrases.All.Whole(heard.Words, s, e))).FirstOrDefault(found => found is not null)?.Meaning
            ?? Telling.Hear(heard, today)
            ?? (greeted == all || from == all ? new Act(Verb.Greet) : null);
    }
}
