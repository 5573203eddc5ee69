using NodaTime.Text;

namespace ChatConnector.Engine.Hearing;

/// <summary>Days as forms give them.</summary>
public static class LocalDates
{
    private const int LongestSpan = 60;

    /// <summary>The day written as <c>2026-11-22</c>, or null.</summary>
    public static LocalDate? Read(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>The days in <c>2026-11-22</c> or <c>2026-12-24 to 2027-01-01</c>; null for anything else, or a span of more than sixty days.</summary>
    public static IReadOnlyList<LocalDate>? ReadSpan(string text)
    {
        if (text.Split(" to ", StringSplitOptions.TrimEntries) is [var first, .. var rest] && rest.Length <= 1
            && Read(first) is { } from && Read(rest.FirstOrDefault(first)) is { } until
            && until >= from && Period.DaysBetween(from, until) <= LongestSpan)
        {
            return [.. Enumerable.Range(0, Period.DaysBetween(from, until) + 1).Select(from.PlusDays)];
        }

        return null;
    }

    public static string Write(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>Days on lines of their own, consecutive ones as a span.</summary>
    public static string Write(IEnumerable<LocalDate> days)
    {
        var lines = new List<string>();
        LocalDate? first = null, last = null;
        foreach (var day in days.Distinct().Order())
        {
            if (first is not null && day == last!.Value.PlusDays(1))
            {
                last = day;
                continue;
            }

            Finish();
            (first, last) = (day, day);
        }

        Finish();
        return string.Join('\n', lines);

        void Finish()
        {
            if (first is { } from && last is { } until)
                lines.Add(from == until ? Write(from) : $"{Write(from)} to {Write(until)}");
        }
    }
}
