namespace ChatConnector.Engine.Hearing;

/// <summary>Hears asks, and says again what is needed so that it reads well after "you're looking for".</summary>
internal static class Asking
{
    // Saying again is repeated until nothing changes, which it soon does.
    private const int MostRounds = 12;

    private const char Gap = '…';

    private static readonly ImmutableHashSet<string> Joins = ["with", "on", "about", "for", "to", "at", "of", "from", "in", "who", "where", "can", "through"];

    // Who needs someone has not yet said what for.
    private static readonly ImmutableHashSet<string> Anybody = ["someone", "somebody", "anyone", "anybody", "people", "a person"];

    private static readonly PhraseBook<bool> Aims = new(("so that ^…", true), ("so ^(i|we|they|it|she|he|you) (can|could|will) …", true));

    /// <summary>The ask in free words, or null when there is none.</summary>
    public static Act? Hear(Heard heard, LocalDate today) =>
        Enumerable.Range(0, heard.Words.Count).Where(at => Find(heard, at) is not null).Select(at => ToAct(Restate(heard, at), heard, today)).FirstOrDefault();

    /// <summary>The ask that the whole text is, whether or not it is said as one.</summary>
    public static Act HearAll(Heard heard, LocalDate today) => ToAct(new(heard.Text, ""), heard, today);

    /// <summary>What is needed and what for, said so that it reads well; no need when the text names none.</summary>
    public static (string Need, string Goal) Settled(string text)
    {
        var (need, goal) = Fit(new(text, ""));
        return (need, goal);
    }

    private static Act ToAct(Wish wish, Heard heard, LocalDate today)
    {
        var (need, goal) = Fit(wish);
        return need.Length == 0
            ? new Act(Verb.WriteAsk)
            : Traits.AddTo(new Act(Verb.PostAsk).With(Fields.Need, need).With(Fields.Goal, goal.Length > 0 ? goal : null), heard, today);
    }

    private static Wish Fit(Wish wish)
    {
        wish = Settle(wish);
        if (Statements.IsOne(wish.Need))
            wish = Settle(wish with { Need = "help: " + wish.Need });
        return wish.Need.Any(char.IsLetterOrDigit) && !Anybody.Contains(wish.Need.ToLowerInvariant()) ? wish : wish with { Need = "" };
    }

    private static Wish Settle(Wish wish)
    {
        for (var (round, before) = (0, ""); before != wish.Need && round < MostRounds; round++)
        {
            before = wish.Need;
            var again = Restate(Heard.Of(before), 0);
            wish = wish.Goal.Length > 0 ? again with { Goal = wish.Goal } : again;
        }
        return wish;
    }

    private static Wish Restate(Heard heard, int at)
    {
        if (Find(heard, at) is not { } found)
            return AsSaid(heard, at);
        // "Looking for" may be followed by "help me with".
        while (found.Meaning.Length == 0 && Phrase(heard, found.Kept, Pause.Sentence) is { } inner && inner.Kept > found.Kept)
            found = inner;
        var end = heard.Gist.EndOfAsk(found.End);
        var (aim, goal) = AimIn(heard, found.End + 1, end);
        var need = EndQuestion(Filled(heard, found, aim));
        var first = heard.Gist.Begin(0);
        var context = at - first > 1 ? heard.Cut(first, at) : "";
        if (need.Any(char.IsLetterOrDigit))
            return new(Join(Head(found), heard.PauseBefore(found.Kept) != Pause.None, need) + (context.Length > 0 ? $" ({context})" : ""), goal);
        return new(context.Length > 0 ? Join(Head(found), true, context) : "", goal);
    }

    // "Who in IT can help": "someone … who", with "in IT" in the gap and "can help" behind it.
    private static string Filled(Heard heard, Found<string> found, int end) => found.Meaning.IndexOf(Gap) is >= 0 and var gap
        ? $"{heard.Cut(found.Kept, found.End - 1)}{found.Meaning[(gap + 1)..]} {heard.Cut(found.End - 1, end)}"
        : heard.Cut(found.Kept, end);

    private static string Head(Found<string> found) => found.Meaning.Split(Gap)[0].TrimEnd();

    private static Wish AsSaid(Heard heard, int at)
    {
        var from = heard.Gist.Begin(at);
        if (from < heard.Words.Count && heard.PauseBefore(from) == Pause.None)
            from = at;
        var end = heard.Gist.EndOfAsk(from);
        var (aim, goal) = AimIn(heard, from + 1, end);
        return new(heard.Cut(from, aim), goal);
    }

    private static string Join(string head, bool paused, string need)
    {
        head = head.TrimEnd(':');
        return head.Length == 0 ? need
            : paused && !Joins.Contains(head.Split(' ')[^1]) ? $"{head}: {need}"
            : $"{head} {need}";
    }

    /// <summary>The phrase of an ask that begins at a word, where one may begin.</summary>
    private static Found<string>? Find(Heard heard, int at)
    {
        var pause = at < heard.Words.Count ? heard.PauseBefore(at) : Pause.None;
        if (pause == Pause.None && (at >= heard.Words.Count || heard.Words[at].Folded is not ("and" or "but" or "so" or "because")))
            return null;
        return Phrase(heard, heard.Gist.Begin(at), pause) ?? Phrase(heard, at, pause);
    }

    private static Found<string>? Phrase(Heard heard, int at, Pause pause)
    {
        var end = heard.Gist.End(heard.EndOfSentence(at));
        var anywhere = AskPhrases.Anywhere.At(heard.Words, at, end);
        var opening = pause == Pause.Sentence ? AskPhrases.Opening.At(heard.Words, at, end) : null;
        var best = (opening?.End ?? 0) > (anywhere?.End ?? 0) ? opening : anywhere;
        var isNone = best is null or { Meaning: AskPhrases.NoAsk } || (best.Meaning.EndsWith(':') && heard.PauseBefore(best.Kept) == Pause.None);
        return isNone ? null : best;
    }

    // What they want it for, unless it stands in brackets, where we put what was said before the ask.
    private static (int At, string Goal) AimIn(Heard heard, int from, int end)
    {
        for (var at = from; at < end && !heard.Text.AsSpan(0, heard.Words[at].Start).Contains('('); at++)
        {
            if (Aims.At(heard.Words, at, end) is { HasRest: true } aim)
                return (at, heard.Cut(aim.Kept, end));
        }
        return (end, "");
    }

    // The question has become a statement: "who knows Kafka? We are new to it" is "someone who knows Kafka. We are new to it".
    private static string EndQuestion(string need)
    {
        var stop = need.AsSpan().IndexOfAny(".!?");
        return stop >= 0 && need.AsSpan(stop).StartsWith("? ") ? need.Remove(stop, 1).Insert(stop, ".") : need;
    }

    private sealed record Wish(string Need, string Goal);
}
