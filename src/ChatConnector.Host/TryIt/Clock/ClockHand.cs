using ChatConnector.Engine;
using ChatConnector.Engine.Teammates;
using ChatConnector.Host.TryIt.Api;
using ChatConnector.Host.TryIt.Screens;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Reminding;
using NodaTime;

namespace ChatConnector.Host.TryIt.Clock;

/// <summary>Moves the shifted clock forward the way time would: everything that is due on the way happens at its own time, in order.</summary>
public sealed class ClockHand(ShiftedClock clock, Reminders reminders, Pump pump)
{
    private static readonly LocalTime MidMorning = new(10, 0);
    private static readonly LocalTime EarlyAfternoon = new(14, 0);

    public DateTimeOffset Now => clock.GetUtcNow();

    public TimeSpan Ahead => clock.Ahead;

    public async Task<ClockView> ViewAsync(OrganizationId organization, CancellationToken cancellation) =>
        new(Now, await NextAsync(organization, cancellation));

    /// <summary>Moves to the time, stopping at every reminder on the way until it has been worked on.</summary>
    /// <returns>False when a reminder on the way cannot be worked on just now; the clock then stands there.</returns>
    public async Task<bool> MoveToAsync(Screen screen, DateTimeOffset time, CancellationToken cancellation)
    {
        string? woken = null;
        while (await reminders.NextAsync(screen.Organization, cancellation) is { } next && next.At.ToDateTimeOffset() <= time)
        {
            if (next.Key == woken)
                return false;
            woken = next.Key;
            await TurnToAsync(screen, next.At.ToDateTimeOffset(), cancellation);
            await reminders.WakeAsync(screen.Organization, cancellation);
        }
        await TurnToAsync(screen, time, cancellation);
        return true;
    }

    /// <summary>The same time on the person's next working day, so that what was to happen within a day has happened; never before mid-morning.</summary>
    public DateTimeOffset NextWorkingDay(Person person)
    {
        var hours = HoursOf(person);
        var now = Instant.FromDateTimeOffset(Now);
        var time = hours.LocalAt(now).TimeOfDay;
        var day = hours.DateAt(hours.NextDay(now));
        return hours.At(day, time > MidMorning && time < hours.Ends ? time : MidMorning).ToDateTimeOffset();
    }

    /// <summary>Now, if the person has most of a working day left; otherwise the next morning they do.</summary>
    public DateTimeOffset GoodStart(Person person) => HoursOf(person).Next(Instant.FromDateTimeOffset(Now), _ => (MidMorning, EarlyAfternoon)).ToDateTimeOffset();

    /// <summary>When the organization's next reminder is due.</summary>
    public async Task<DateTimeOffset?> NextAsync(OrganizationId organization, CancellationToken cancellation) =>
        (await reminders.NextAsync(organization, cancellation))?.At.ToDateTimeOffset();

    private async Task TurnToAsync(Screen screen, DateTimeOffset time, CancellationToken cancellation)
    {
        await clock.MoveToAsync(time, cancellation);
        pump.Wake();
        screen.Wake();
    }

    private static OfficeHours HoursOf(Person person) =>
        OfficeHours.Of(new Teammate(new TeammateId(person.Id), person.Name) { Zone = person.Zone }, Engine.Settings.Default);
}
