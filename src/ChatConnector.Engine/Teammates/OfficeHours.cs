using NodaTime.TimeZones;

namespace ChatConnector.Engine.Teammates;

/// <summary>
/// One person's working time: their zone, hours, free weekdays, days off and the organization's holidays.
/// A skipped local time moves forward by the gap, an ambiguous one is the earlier; what would close in a gap closes where the gap begins. A working day runs from the instant it
/// opens to the instant it closes, so the hour that is lived twice in autumn is worked once.
/// </summary>
public sealed record OfficeHours(DateTimeZone Zone, LocalTime Starts, LocalTime Ends, FreeDays Free)
{
    /// <summary>How far ahead a working day is looked for; nobody is off for longer in a row.</summary>
    private const int FarthestDays = 400;
    private static readonly ZoneLocalMappingResolver Closing = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static OfficeHours Of(Teammate teammate, Settings settings)
    {
        var preferences = teammate.Preferences;
        var starts = preferences.DayStarts ?? settings.DayStarts;
        var ends = preferences.DayEnds ?? settings.DayEnds;
        if (ends <= starts)
            (starts, ends) = settings.DayEnds > settings.DayStarts ? (settings.DayStarts, settings.DayEnds) : (Settings.Default.DayStarts, Settings.Default.DayEnds);
        return new OfficeHours(
            Zones.Find(preferences.Zone) ?? Zones.Find(teammate.Zone) ?? Zones.Find(settings.Zone) ?? DateTimeZone.Utc,
            starts, ends, FreeDays.Of(preferences, settings));
    }

    public LocalDateTime LocalAt(Instant instant) => instant.InZone(Zone).LocalDateTime;

    public LocalDate DateAt(Instant instant) => LocalAt(instant).Date;

    public Instant At(LocalDate date, LocalTime time) => Zone.ResolveLocal(date.At(time), Resolvers.LenientResolver).ToInstant();

    /// <summary>When a day that ends at this time is over; never later than the clock on the wall says.</summary>
    public Instant Closes(LocalDate date, LocalTime time) => Zone.ResolveLocal(date.At(time), Closing).ToInstant();

    public bool IsWorkday(LocalDate date) => !Free.Contains(date);

    public bool IsOpen(Instant instant) => NextOpen(instant) == instant;

    /// <summary>This moment when they are working, otherwise the start of their next working day.</summary>
    public Instant NextOpen(Instant from) => Next(from, _ => (Starts, Ends));

    /// <summary>The first moment not before <paramref name="from"/> inside a daily window on a working day.</summary>
    /// <param name="window">The window of that day; empty (end not after start) to skip the day.</param>
    public Instant Next(Instant from, Func<LocalDate, (LocalTime From, LocalTime Until)> window)
    {
        var today = DateAt(from);
        for (var date = today; date < today.PlusDays(FarthestDays); date = date.PlusDays(1))
        {
            if (!IsWorkday(date))
                continue;
            var (opens, closes) = window(date);
            var (start, end) = (At(date, opens), Closes(date, closes));
            if (closes > opens && end > start && end > from)
                return Instant.Max(start, from);
        }

        // A calendar without any working day: not now, and asked again later.
        return from + Duration.FromDays(FarthestDays);
    }

    /// <summary>The moment after so many working hours.</summary>
    public Instant After(Instant from, double workingHours)
    {
        var left = Duration.FromHours(workingHours);
        var now = NextOpen(from);
        for (var days = 0; days < FarthestDays; days++)
        {
            var closes = Closes(DateAt(now), Ends);
            if (now + left <= closes)
                return now + left;
            left -= Duration.Max(closes - now, Duration.Zero);
            now = NextOpen(Instant.Max(closes, now));
        }

        return now;
    }

    /// <summary>The next working day's start, today excluded.</summary>
    public Instant NextDay(Instant from) => NextOpen(At(DateAt(from).PlusDays(1), LocalTime.Midnight));
}

/// <summary>Days without work: weekly ones, the organization's holidays, and one's own days off.</summary>
public sealed record FreeDays(ImmutableList<IsoDayOfWeek> Weekly, ImmutableList<LocalDate> Holidays, ImmutableList<LocalDate> Own)
{
    public static FreeDays Of(Preferences preferences, Settings settings) =>
        new(preferences.FreeWeekdays ?? settings.FreeWeekdays, settings.Holidays, preferences.DaysOff);

    public bool Contains(LocalDate date) => Weekly.Contains(date.DayOfWeek) || Holidays.Contains(date) || Own.Contains(date);
}
