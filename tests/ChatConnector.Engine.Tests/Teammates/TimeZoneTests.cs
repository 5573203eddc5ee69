using NodaTime.Extensions;
using NodaTime.Text;

namespace ChatConnector.Engine.Tests.Teammates;

/// <summary>Local times that do not exist, exist twice, or name a zone nobody knows.</summary>
public sealed class TimeZoneTests
{
    [Theory]
    // Skipped: moved forward by the gap. Ambiguous: the earlier.
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30Z")]
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T07:30Z")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z")]
    // Half an hour of daylight saving.
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z")]
    // Midnight does not exist.
    [InlineData("Africa/Cairo", "2026-04-24T00:30", "2026-04-23T22:30Z")]
    [InlineData("America/Havana", "2026-03-08T00:30", "2026-03-08T05:30Z")]
    [InlineData("America/Santiago", "2026-09-06T00:30", "2026-09-06T04:30Z")]
    // Daylight saving that goes backwards in winter.
    [InlineData("Europe/Dublin", "2026-03-29T01:30", "2026-03-29T01:30Z")]
    [InlineData("Europe/Dublin", "2026-10-25T01:30", "2026-10-25T00:30Z")]
    [InlineData("Africa/Casablanca", "2026-03-22T02:30", "2026-03-22T02:30Z")]
    [InlineData("Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T01:30Z")]
    // A whole day that does not exist.
    [InlineData("Pacific/Apia", "2011-12-30T09:00", "2011-12-30T19:00Z")]
    // Rules that were abolished: with old data these are an hour off.
    [InlineData("America/Asuncion", "2026-06-15T09:00", "2026-06-15T12:00Z")]
    [InlineData("Asia/Almaty", "2026-06-15T09:00", "2026-06-15T04:00Z")]
    [InlineData("America/Sao_Paulo", "2026-12-15T09:00", "2026-12-15T12:00Z")]
    // A quarter of an hour, the date line, Windows ids, other spellings.
    [InlineData("Asia/Kathmandu", "2026-06-15T09:00", "2026-06-15T03:15Z")]
    [InlineData("Pacific/Kiritimati", "2026-06-15T09:00", "2026-06-14T19:00Z")]
    [InlineData("W. Europe Standard Time", "2026-06-15T09:00", "2026-06-15T07:00Z")]
    [InlineData("europe/BERLIN", "2026-06-15T09:00", "2026-06-15T07:00Z")]
    [InlineData(" Europe/Berlin ", "2026-06-15T09:00", "2026-06-15T07:00Z")]
    // Nobody knows these: the organization's zone.
    [InlineData("Not/AZone", "2026-06-15T09:00", "2026-06-15T13:00Z")]
    [InlineData("", "2026-06-15T09:00", "2026-06-15T13:00Z")]
    [InlineData("🕰", "2026-06-15T09:00", "2026-06-15T13:00Z")]
    public void A_local_time_has_one_moment(string zone, string local, string expected)
    {
        var hours = OfficeHours.Of(new Teammate(Company.Id("ana"), "Ana") { Zone = zone }, new Settings { Zone = "America/New_York" });
        var time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value;

        Assert.Equal(InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(expected).Value, hours.At(time.Date, time.TimeOfDay));
    }

    [Fact]
    public void What_would_close_in_a_skipped_hour_closes_where_it_begins()
    {
        var night = new Teammate(Company.Id("ana"), "Ana")
        {
            Zone = "Europe/Berlin",
            Preferences = new Preferences { DayStarts = new LocalTime(0, 0), DayEnds = new LocalTime(2, 30), FreeWeekdays = [] },
        };
        var hours = OfficeHours.Of(night, Settings.Default);

        Assert.True(hours.IsOpen(Instant.FromUtc(2026, 3, 29, 0, 59)));
        Assert.False(hours.IsOpen(Instant.FromUtc(2026, 3, 29, 1, 0)));
    }

    [Fact]
    public void Without_any_zone_it_is_the_universal_time()
    {
        var hours = OfficeHours.Of(new Teammate(Company.Id("ana"), "Ana"), new Settings { Zone = "No/Where" });

        Assert.Equal(Instant.FromUtc(2026, 6, 15, 9, 0), hours.At(new LocalDate(2026, 6, 15), new LocalTime(9, 0)));
    }

    [Fact]
    public void A_zone_of_ones_own_choice_comes_before_the_directory()
    {
        var traveller = new Teammate(Company.Id("ana"), "Ana") { Zone = "Europe/Berlin", Preferences = new Preferences { Zone = "Asia/Kolkata" } };

        Assert.Equal("Asia/Kolkata", OfficeHours.Of(traveller, Settings.Default).Zone.Id);
    }

    [Fact]
    public void Every_zone_keeps_its_weekly_times_for_two_years()
    {
        var monday = new LocalDate(2026, 1, 5);
        var zones = DateTimeZoneProviders.Tzdb.GetAllZones().ToList();
        Assert.True(zones.Count > 500);
        foreach (var zone in zones)
        {
            foreach (var time in new LocalTime[] { new(0, 0), new(0, 30), new(1, 30), new(2, 30), new(9, 30), new(16, 30), new(23, 45) })
                WeeklyTimesHold(zone, monday, time);
        }
    }

    [Fact]
    public void Around_every_transition_of_two_years_no_day_is_skipped_doubled_or_another_weekday()
    {
        var (from, until) = (Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2028, 1, 1, 0, 0));
        var transitions = 0;
        foreach (var zone in DateTimeZoneProviders.Tzdb.GetAllZones())
        {
            foreach (var transition in zone.GetZoneIntervals(from, until).Where(i => i.HasStart && i.Start > from).Select(i => i.Start))
            {
                transitions++;
                AroundTransition(zone, transition);
            }
        }

        Assert.True(transitions > 500, $"{transitions} transitions");
    }

    private static void WeeklyTimesHold(DateTimeZone zone, LocalDate monday, LocalTime time)
    {
        var hours = new OfficeHours(zone, new LocalTime(9, 0), new LocalTime(17, 0), FreeDays.Of(new Preferences(), Settings.Default));
        Instant? last = null;
        for (var week = 0; week < 104; week++)
        {
            var at = hours.At(monday.PlusWeeks(week), time);
            Assert.Equal((zone.Id, IsoDayOfWeek.Monday, monday.PlusWeeks(week)), (zone.Id, hours.LocalAt(at).DayOfWeek, hours.DateAt(at)));
            if (last is { } before)
                Assert.InRange((at - before).TotalHours, (7 * 24) - 2, (7 * 24) + 2);
            last = at;
        }
    }

    // Each day from two days before to two days after has one opening, on that day, and it follows the one before.
    private static void AroundTransition(DateTimeZone zone, Instant transition)
    {
        var local = transition.InZone(zone).LocalDateTime;
        foreach (var minutes in new[] { -90, -30, 0, 15, 45, 90 })
        {
            var opens = local.PlusMinutes(minutes).TimeOfDay;
            // Longer than the longest gap, which is Troll's two hours; not over midnight.
            if (opens > new LocalTime(21, 0))
                continue;
            var hours = new OfficeHours(zone, opens, opens.PlusMinutes(150), new FreeDays([], [], []));
            var day = hours.At(local.Date.PlusDays(-2), LocalTime.Midnight);
            var opened = new List<LocalDate>();
            for (var i = 0; i < 4; i++)
            {
                var open = hours.NextOpen(day);
                Assert.True(hours.IsOpen(open), $"{zone.Id} {open}");
                opened.Add(hours.DateAt(open));
                day = hours.NextDay(open);
            }

            Assert.Equal(Enumerable.Range(-2, 4).Select(local.Date.PlusDays), opened);
        }
    }
}
