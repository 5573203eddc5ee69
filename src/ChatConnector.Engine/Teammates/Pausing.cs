namespace ChatConnector.Engine.Teammates;

/// <summary>A teammate wants quiet: of everything, or of other people's asks only. A pause always has an end.</summary>
public static class Pausing
{
    public const int LongestDays = 365;

    private const int AWeek = 7;

    /// <summary>Quiet until a day, or for so many days; without either, the day is asked for.</summary>
    public static Decision Until(Decision d, Act act)
    {
        var hours = OfficeHours.Of(d.Me, d.Settings);
        var today = hours.DateAt(d.Now);
        var day = LocalDates.Read(act.Field(Fields.Until)) ?? (int.TryParse(act.Detail, out var days) && days is > 0 and <= LongestDays ? today.PlusDays(days) : null);
        if (day is not { } until)
            return d.Reply(PreferenceCards.PauseUntilWhen());
        if (until <= today || until > today.PlusDays(LongestDays))
            return d.Reply(PreferenceCards.NotADayToPauseUntil());
        var asksOnly = act.Field(Fields.Scope) == Fields.AsksOnly;
        return (asksOnly ? Asks(d, hours, until) : Everything(d, hours, until)).Reply(PreferenceCards.Paused(Times.Day(until, today), asksOnly));
    }

    /// <summary>"Pause asks" on somebody's ask: a week at once, and longer with another press.</summary>
    public static Decision FromAsks(Decision d)
    {
        var hours = OfficeHours.Of(d.Me, d.Settings);
        var today = hours.DateAt(d.Now);
        var until = today.PlusDays(AWeek);
        return Asks(d, hours, until).Reply(PreferenceCards.AsksPaused(Times.Day(until, today)));
    }

    /// <summary>Back again: what waited is said now, or when working hours begin.</summary>
    public static Decision Resume(Decision d)
    {
        var preferences = d.Me.Preferences;
        var wasPaused = preferences.PausedUntil > d.Now || preferences.AsksPausedUntil > d.Now;
        return SayWaiting(Clear(d, d.Message.From), d.Message.From).Reply(wasPaused ? PreferenceCards.Resumed() : PreferenceCards.NotPaused());
    }

    /// <summary>The pause is over. No word about it; only what waited is said.</summary>
    public static Decision End(Decision d, Reminder reminder) => d.Teammate(reminder.Who).Preferences.PausedUntil is { } until && until > d.Now
        ? d.Remind(reminder, until)
        : SayWaiting(Clear(d, reminder.Who), reminder.Who);

    private static Decision Everything(Decision d, OfficeHours hours, LocalDate until)
    {
        var at = hours.At(until, LocalTime.Midnight);
        return d.Change(d.Message.From, t => t with { Preferences = t.Preferences with { PausedUntil = at } })
            .Remind(new Reminder(ReminderKind.EndPause, null, d.Message.From), at);
    }

    private static Decision Asks(Decision d, OfficeHours hours, LocalDate until) => d.Change(d.Message.From, t => t with
    {
        Preferences = t.Preferences with { AsksPausedUntil = hours.At(until, LocalTime.Midnight) },
    });

    private static Decision Clear(Decision d, TeammateId who) => d.Change(who, t => t with
    {
        Preferences = t.Preferences with
        {
            PausedUntil = null,
            // A pause of asks may outlast a pause of everything; taking it back is one press of its own.
            AsksPausedUntil = d.Message.Said is Said.Due && t.Preferences.AsksPausedUntil > d.Now ? t.Preferences.AsksPausedUntil : null,
        },
        Pending = t.Pending.RemoveAll(p => p.Reminder.Kind == ReminderKind.EndPause),
    });

    private static Decision SayWaiting(Decision d, TeammateId who) =>
        d.Teammate(who).Held.IsEmpty ? d : Speaking.SayHeld(d, new Reminder(ReminderKind.SpeakLater, null, who));
}
