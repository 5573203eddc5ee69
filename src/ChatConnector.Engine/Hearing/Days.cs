namespace ChatConnector.Engine.Hearing;

/// <summary>Days as people say them.</summary>
internal static class Days
{
    private const int FurthestDays = 5 * 366;

    private static readonly ImmutableDictionary<string, int> Weekdays =
        Count("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun");

    private static readonly ImmutableDictionary<string, int> Months =
        Count("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec");

    private static readonly ImmutableDictionary<string, int> Numbers =
        Count("a an one", "two couple", "three few", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static readonly PhraseBook<Func<LocalDate, LocalDate>> Spoken = new(
        ("(tomorrow|tmrw|tomorrow morning|tomorrow afternoon|tomorrow evening)…", d => d.PlusDays(1)),
        ("(the|) day after tomorrow…", d => d.PlusDays(2)),
        ("next week…", NextMonday),
        ("next month…", FirstOfNextMonth),
        ("next year…", FirstOfNextYear),
        ("(the|) (weekend|end of the week|end of week|eow)…", d => d.Next(IsoDayOfWeek.Saturday)),
        ("(the|) (end of the month|end of month|eom|month end)…", FirstOfNextMonth),
        ("(the|) (end of the year|end of year|eoy|year end|new year|new years|new year's)…", FirstOfNextYear));

    private static readonly PhraseBook<Func<LocalDate, LocalDate>> Spans = new(
        ("(for|) (today|the day|the rest of (the|) day)…", d => d.PlusDays(1)),
        ("(for|) (the rest of|all|) (this|the) week…", NextMonday),
        ("(for|) (the|this) weekend…", NextMonday),
        ("(for|) (the rest of|all|) (this|the) month…", FirstOfNextMonth),
        ("(for|) (the rest of|all|) (this|the) year…", FirstOfNextYear),
        ("(for|) tomorrow…", d => d.PlusDays(2)));

    /// <summary>The day named at a word: "Friday", "next week", "3 March", "2026-12-01"; null when none is, or it is not ahead.</summary>
    public static LocalDate? Named(Heard heard, int at, LocalDate today)
    {
        var words = heard.Words;
        if (Spoken.At(words, at, words.Count) is { } spoken)
            return spoken.Meaning(today);
        while (Word(heard, at) is "the" or "on" or "after" or "this" or "coming")
            at++;
        var next = Word(heard, at) == "next";
        if (Weekdays.TryGetValue(Word(heard, next ? at + 1 : at), out var weekday))
            return (next ? NextMonday(today).PlusDays(-1) : today).Next((IsoDayOfWeek)weekday);
        return InNumbers(heard, at, today) is { } day && day > today && Period.DaysBetween(today, day) <= FurthestDays ? day : null;
    }

    /// <summary>The day on which a time named at a word is over: "for two weeks", "this week", "today"; null when none is named.</summary>
    public static LocalDate? After(Heard heard, int at, LocalDate today)
    {
        var words = heard.Words;
        if (Spans.At(words, at, words.Count) is { } span)
            return span.Meaning(today);
        while (Word(heard, at) is "for" or "the" or "about" or "another" or "next" || (Word(heard, at) is "a" && Number(Word(heard, at + 1)) is not null))
            at++;
        if (Number(Word(heard, at)) is not { } many)
            return null;
        at++;
        while (Word(heard, at) is "of" or "more" or "full" or "whole")
            at++;
        return Plus(today, many, Word(heard, at));
    }

    private static LocalDate? Plus(LocalDate today, int many, string unit)
    {
        var days = unit.TrimEnd('s') switch { "day" => 1, "week" => 7, "fortnight" => 14, "month" => 31, "year" => 366, _ => 0 };
        if (days == 0 || many < 1 || (long)days * many > FurthestDays)
            return null;
        return unit.TrimEnd('s') switch { "month" => today.PlusMonths(many), "year" => today.PlusYears(many), _ => today.PlusDays(days * many) };
    }

    private static LocalDate? InNumbers(Heard heard, int at, LocalDate today)
    {
        var (first, second, third) = (Word(heard, at), Word(heard, at + 1), Word(heard, at + 2));
        if (second == "of")
            (second, third) = (third, Word(heard, at + 3));
        if (Ordinal(first) is { } year and > 999 && Ordinal(second) is { } isoMonth && Ordinal(third) is { } isoDay)
            return Date(year, isoMonth, isoDay);
        if (Ordinal(first) is { } day && Months.TryGetValue(second, out var month))
            return Ahead(Ordinal(third), month, day, today);
        if (Months.TryGetValue(first, out month) && Ordinal(second) is { } dayAfter)
            return Ahead(Ordinal(third), month, dayAfter, today);
        var dotted = at + 1 < heard.Words.Count && heard.Text[heard.Words[at].End] == '.' && heard.Words[at + 1].Start == heard.Words[at].End + 1;
        return dotted && Ordinal(first) is { } dotDay && Ordinal(second) is { } dotMonth ? Ahead(Ordinal(third), dotMonth, dotDay, today) : null;
    }

    // Without a year the next such day is meant; a number that is no year belongs to something else.
    private static LocalDate? Ahead(int? year, int month, int day, LocalDate today)
    {
        if (year is >= 2000 and <= 9998)
            return Date(year.Value, month, day);
        return Date(today.Year, month, day) is { } thisYear && thisYear > today ? thisYear : Date(today.Year + 1, month, day);
    }

    private static LocalDate? Date(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int? Number(string word) => Numbers.TryGetValue(word, out var number) ? number : Ordinal(word);

    private static int? Ordinal(string word)
    {
        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return digits.Length is > 0 and < 6 && digits.All(char.IsAsciiDigit) ? int.Parse(digits) : null;
    }

    private static string Word(Heard heard, int at) => at < heard.Words.Count ? heard.Words[at].Folded : "";

    private static LocalDate NextMonday(LocalDate day) => day.Next(IsoDayOfWeek.Monday);

    private static LocalDate FirstOfNextMonth(LocalDate day) => day.PlusMonths(1).With(DateAdjusters.StartOfMonth);

    private static LocalDate FirstOfNextYear(LocalDate day) => new(day.Year + 1, 1, 1);

    // Each name with its short forms; the position is the number.
    private static ImmutableDictionary<string, int> Count(params IEnumerable<string> names) =>
        names.SelectMany((forms, i) => forms.Split(' ').Select(form => (form, i))).ToImmutableDictionary(n => n.form, n => n.i + 1);
}
