namespace ChatConnector.Engine.Tests.Teammates;

public sealed class OfficeHoursTests
{
    private static readonly Settings Zurich = new() { Zone = "Europe/Zurich", Holidays = [new LocalDate(2026, 12, 25)] };

    private static OfficeHours Of(Preferences? preferences = null) =>
        OfficeHours.Of(new Teammate(Company.Id("ana"), "Ana") { Preferences = preferences ?? new Preferences() }, Zurich);

    private static Instant At(int day, int hour, int minute = 0, int month = 11) => Of().At(new LocalDate(2026, month, day), new LocalTime(hour, minute));

    [Fact]
    public void Evenings_nights_and_weekends_wait_for_the_morning()
    {
        Assert.Equal(At(23, 10), Of().NextOpen(At(23, 10)));
        Assert.Equal(At(24, 9), Of().NextOpen(At(23, 17)));
        Assert.Equal(At(24, 9), Of().NextOpen(At(24, 3)));
        Assert.Equal(At(30, 9), Of().NextOpen(At(27, 18)));
    }

    [Fact]
    public void Holidays_and_days_off_are_not_working_days()
    {
        var off = Of(new Preferences { DaysOff = [new LocalDate(2026, 12, 24)] });

        Assert.Equal(At(28, 9, month: 12), off.NextOpen(At(23, 17, month: 12)));
    }

    [Fact]
    public void Somebody_who_never_works_on_Mondays_is_not_woken_on_one()
    {
        var hours = Of(new Preferences { FreeWeekdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] });

        Assert.Equal(At(24, 9), hours.NextOpen(At(23, 10)));
    }

    [Fact]
    public void A_week_from_Sunday_to_Thursday_is_a_week_too()
    {
        var hours = Of(new Preferences { FreeWeekdays = [IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday] });

        Assert.Equal(At(29, 9), hours.NextOpen(At(26, 17)));
    }

    [Fact]
    public void Working_hours_are_counted_over_nights_and_weekends()
    {
        Assert.Equal(At(23, 17), Of().After(At(23, 9), 8));
        Assert.Equal(At(30, 10), Of().After(At(27, 16), 2));
        Assert.Equal(At(25, 12), Of().After(At(21, 12), 19));
    }

    [Fact]
    public void Nonsense_hours_fall_back_on_the_organization_s()
    {
        var hours = Of(new Preferences { DayStarts = new LocalTime(18, 0), DayEnds = new LocalTime(9, 0) });

        Assert.Equal((new LocalTime(9, 0), new LocalTime(17, 0)), (hours.Starts, hours.Ends));
    }

    [Fact]
    public void A_calendar_without_any_working_day_never_says_now()
    {
        var hours = Of(new Preferences { FreeWeekdays = [.. Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d)] });

        Assert.False(hours.IsOpen(At(23, 10)));
        Assert.True(hours.After(At(23, 10), 8) > At(23, 10) + Duration.FromDays(300));
    }

    [Fact]
    public void The_hour_that_is_lived_twice_is_worked_once()
    {
        // Berlin, 25 October: 02:00 to 03:00 comes twice. Somebody works from one to half past two.
        var night = new OfficeHours(DateTimeZoneProviders.Tzdb["Europe/Berlin"], new LocalTime(1, 0), new LocalTime(2, 30), new FreeDays([], [], []));

        Assert.True(night.IsOpen(Instant.FromUtc(2026, 10, 25, 0, 15)));
        Assert.False(night.IsOpen(Instant.FromUtc(2026, 10, 25, 1, 15)));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), night.After(Instant.FromUtc(2026, 10, 24, 23, 0), 1.5));
        Assert.Equal(Instant.FromUtc(2026, 10, 26, 0, 30), night.After(Instant.FromUtc(2026, 10, 25, 1, 15), 0.5));
    }
}
