namespace ChatConnector.Engine.Teammates;

/// <summary>The attention budget: how often, and when, Connector may start a conversation with a person.</summary>
public static class Budget
{
    // A week would do for counting; a reaction may come weeks later and should still be noticed.
    private static readonly Duration Remembered = Duration.FromDays(60);
    // No room in all that time means a calendar that never has any.
    private static readonly Duration Farthest = Duration.FromDays(390);
    private static readonly Duration LongestStep = Duration.FromMinutes(5);

    // The order in which kinds of message get the next free slot. The reminder of somebody else's ask comes last.
    private static readonly ImmutableArray<Contact> Priority =
        [Contact.Promise, Contact.Unanswered, Contact.Thank, Contact.Outcome, Contact.Hello, Contact.PayForward, Contact.Invitation];

    /// <summary>
    /// The first moment not before now at which this kind of message may be started with this person: inside their speaking
    /// window, not paused, within the budget. Null when they do not want it at all, or never have a moment for it.
    /// </summary>
    /// <param name="sameDay">It is about an ask for today, which may be spoken of on a Friday afternoon too.</param>
    public static Instant? WhenMay(Decision d, TeammateId to, Contact contact, bool sameDay = false)
    {
        var teammate = d.Teammate(to);
        if (!teammate.IsHere)
            return null;
        var preferences = teammate.Preferences;
        if (preferences.IsMuted(contact, d.Now) || (contact == Contact.Invitation && preferences.AsksPausedUntil > d.Now))
            return null;
        var when = preferences.PausedUntil is { } paused && paused > d.Now ? paused : d.Now;
        var hours = OfficeHours.Of(teammate, d.Settings);
        // Each round moves to the next moment that one rule allows; two rules can push each other on only a few times.
        for (var round = 0; round < 30; round++)
        {
            var open = hours.Next(when, date => Window(date, hours, d.Settings, sameDay));
            var free = AfterBudget(open, teammate.Attention, hours, d.Settings.Attention);
            var settled = free == when;
            when = free;
            if (settled || when > d.Now + Farthest)
                break;
        }

        if (when > d.Now + Farthest)
            return null;
        return when <= d.Now ? when : InTurn(when, contact, hours, d.Settings);
    }

    /// <summary>The first moment not before <paramref name="from"/> inside this person's speaking window.</summary>
    public static Instant NextWindow(Teammate teammate, Settings settings, Instant from)
    {
        var hours = OfficeHours.Of(teammate, settings);
        return hours.Next(from, date => Window(date, hours, settings, sameDay: false));
    }

    /// <summary>Note that a conversation was started.</summary>
    public static Decision Spend(Decision d, TeammateId to, Contact contact, CardKey key) => d.Change(to, t => t with
    {
        Attention = t.Attention with
        {
            Started = t.Attention.Started.RemoveAll(s => s.At < d.Now - Remembered).Add(new Started(contact, d.Now, key)),
            IgnoredInARow = t.Attention.IgnoredInARow.SetItem(contact, t.Attention.IgnoredInARow.GetValueOrDefault(contact) + 1),
        },
    });

    // Several messages that wait for the same slot come back one after the other, the most important first; it takes the
    // slot, and those after it find it taken and wait for the next. The steps shrink where the window is about to close.
    private static Instant InTurn(Instant slot, Contact contact, OfficeHours hours, Settings settings)
    {
        var (_, until) = Window(hours.DateAt(slot), hours, settings, sameDay: false);
        var left = Duration.Max(hours.Closes(hours.DateAt(slot), until) - slot, Duration.Zero);
        return slot + (Duration.Min(LongestStep, left / (Priority.Length + 1)) * Priority.IndexOf(contact));
    }

    private static (LocalTime From, LocalTime Until) Window(LocalDate date, OfficeHours hours, Settings settings, bool sameDay)
    {
        var (from, until) = (LocalTime.Max(settings.SpeaksFrom, hours.Starts), LocalTime.Min(settings.SpeaksUntil, hours.Ends));
        // Whoever works in the evening is spoken to in the evening.
        if (until <= from)
            (from, until) = (hours.Starts, hours.Ends);
        return (from, date.DayOfWeek == IsoDayOfWeek.Friday && !sameDay ? LocalTime.Min(until, settings.SpeaksUntilOnFriday) : until);
    }

    private static Instant AfterBudget(Instant when, Attention attention, OfficeHours hours, AttentionSettings most)
    {
        var today = hours.DateAt(when);
        if (attention.Started.Count(s => hours.DateAt(s.At) == today) >= most.MostPerDay)
            return hours.At(today.PlusDays(1), LocalTime.Midnight);
        var week = attention.Started.FindAll(s => s.At > when - Duration.FromDays(7));
        return week.Count >= most.MostPerWeek && week.Count > 0
            ? week[week.Count - most.MostPerWeek].At + Duration.FromDays(7) + Duration.Epsilon
            : when;
    }
}
