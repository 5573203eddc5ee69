using System.Net;

namespace ChatConnector.Tests.Host;

/// <summary>Time in the try-it chat goes forward only, and everything due on the way happens.</summary>
public class ClockTests
{
    [Fact]
    public async Task An_hour_later_it_is_an_hour_later_also_after_a_restart()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        var before = await NowAsync(priya);
        await priya.MoveClock("hour");
        var after = await NowAsync(priya);
        Assert.InRange(after - before, TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));

        await using var restarted = await host.RestartAsync();
        using var again = restarted.OpenAs("priya");
        Assert.InRange(await NowAsync(again) - after, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Starting_over_does_not_turn_the_clock_back()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.MoveClock("working-day");
        var before = await NowAsync(priya);
        await host.FoundAsync("sample");
        Assert.True(await NowAsync(priya) >= before);
    }

    [Theory]
    [InlineData("priya", "Europe/Zurich")]
    [InlineData("lin", "America/New_York")]
    [InlineData("kavya", "Asia/Kolkata")]
    public async Task The_next_working_day_is_the_chosen_persons_own(string who, string zone)
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var window = host.OpenAs(who);
        for (var days = 0; days < 6; days++)
        {
            var before = TimeZoneInfo.ConvertTime(await NowAsync(window), TimeZoneInfo.FindSystemTimeZoneById(zone));
            await window.MoveClock("working-day");
            var local = TimeZoneInfo.ConvertTime(await NowAsync(window), TimeZoneInfo.FindSystemTimeZoneById(zone));
            Assert.InRange(local.TimeOfDay, new TimeSpan(9, 59, 59), new TimeSpan(17, 0, 0));
            Assert.InRange((local.Date - before.Date).Days, 1, 3);
            Assert.DoesNotContain(local.DayOfWeek, (DayOfWeek[])[DayOfWeek.Saturday, DayOfWeek.Sunday]);
        }
    }

    [Fact]
    public async Task What_is_due_on_the_way_happens_at_its_own_time_and_in_order()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say("I need help with forecasting next year's orders");
        await priya.Button("Ask them");
        Assert.Equal(HttpStatusCode.OK, (await priya.MoveClock("reminder")).Status);
        for (var days = 0; days < 5; days++)
            await priya.MoveClock("working-day");

        var now = await NowAsync(priya);
        var lines = await priya.Lines();
        var times = lines.Select(l => l.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.Order(), times);
        Assert.True(times.Distinct().Count() > 3);
        Assert.True(times[^1] < now - TimeSpan.FromHours(1), "The last word came at its own time, not when the clock stopped.");
    }

    [Fact]
    public async Task With_nothing_waiting_there_is_no_reminder_to_go_to()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        while ((await priya.GetAsync("clock")).Json.TryGetProperty("next", out _))
            await priya.MoveClock("reminder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await priya.MoveClock("reminder")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await priya.MoveClock("yesterday")).Status);
    }

    private static async Task<DateTimeOffset> NowAsync(Window window) => (await window.GetAsync("clock")).Json.GetProperty("now").GetDateTimeOffset();
}
