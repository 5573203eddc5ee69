using NodaTime.Text;

namespace ChatConnector.Engine.Wording;

/// <summary>Moments in words, in the reader's own zone.</summary>
public static class Times
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    private static readonly LocalDatePattern NearDay = LocalDatePattern.CreateWithInvariantCulture("dddd");
    private static readonly LocalDatePattern FarDay = LocalDatePattern.CreateWithInvariantCulture("d MMMM");
    private static readonly LocalDatePattern FarthestDay = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>"today at 16:00", "tomorrow at 9:30", "Thursday at 9:30", "12 March at 9:30".</summary>
    public static Text Moment(Instant at, OfficeHours reader, Instant now) =>
        Text.Of($"{Day(reader.DateAt(at), reader.DateAt(now))} at {ClockAt(at, reader)}");

    /// <summary>"by 16:00 today", "by 9:30 tomorrow", "by 9:30 on Thursday", "by 9:30 on 12 March".</summary>
    public static Text By(Instant at, OfficeHours reader, Instant now)
    {
        var (day, today) = (reader.DateAt(at), reader.DateAt(now));
        var isNear = Period.DaysBetween(today, day) is 0 or 1;
        return Text.Of($"by {ClockAt(at, reader)} {(isNear ? Text.Empty : Text.Ours("on "))}{Day(day, today)}");
    }

    /// <summary>"today", "tomorrow", "Thursday", "12 March", "12 March 2027"; and "yesterday", "two days ago", "last Thursday" for the past.</summary>
    public static Text Day(LocalDate day, LocalDate today) => Text.Ours(Period.DaysBetween(today, day) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        -2 => "two days ago",
        > 1 and < 7 => NearDay.Format(day),
        < -1 and > -7 => "last " + NearDay.Format(day),
        _ => (day.Year == today.Year ? FarDay : FarthestDay).Format(day),
    });

    /// <summary>"9:00–17:00".</summary>
    public static Text Between(LocalTime from, LocalTime until) => Text.Ours($"{Clock.Format(from)}–{Clock.Format(until)}");

    private static Text ClockAt(Instant at, OfficeHours reader) => Text.Ours(Clock.Format(reader.LocalAt(at).TimeOfDay));
}
