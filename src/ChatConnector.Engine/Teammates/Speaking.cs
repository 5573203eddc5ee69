namespace ChatConnector.Engine.Teammates;

/// <summary>
/// The only doors through which Connector speaks first. News waits for working hours; what Connector starts by itself
/// also costs a little of the reader's attention, of which there is a fixed budget over all kinds of message.
/// </summary>
public static class Speaking
{
    private const int MostHeld = 50;

    /// <summary>
    /// Tell somebody news, an invitation, or a reply away from where they spoke: now if they are working, otherwise when they next are.
    /// News waits for the end of a pause too, unless it is about an ask of their own. People who left, are outside or unknown hear nothing.
    /// </summary>
    public static Decision Tell(this Decision d, TeammateId to, CardKey key, Card card, Contact contact)
    {
        var teammate = d.Teammate(to);
        if (!teammate.IsHere)
            return d;
        // Whoever a reminder concerns has not spoken; whoever acts is awake.
        var isReply = contact == Contact.Reply || (to == d.Message.From && d.Message.Said is Said.Words or Said.Command or Said.Acted);
        var at = isReply ? d.Now : WhenToSay(d, teammate, key);
        if (at <= d.Now)
            return d.Do(new Effect.Tell(Place.PrivateWith(to), key, card, contact));
        var held = teammate.Held.RemoveAll(h => h.Key == key).Add(new Held(key, card, contact));
        return WakeToSay(d.Save(teammate with { Held = [.. held.TakeLast(MostHeld)] }), to, at);
    }

    /// <summary>Change a private card of somebody's in place, whether they have seen it or it still waits for their working hours.</summary>
    public static Decision Edit(this Decision d, TeammateId reader, CardKey key, Card card)
    {
        var teammate = d.Teammate(reader);
        if (teammate.Held.Find(h => h.Key == key) is { } held)
            d = d.Save(teammate with { Held = teammate.Held.Replace(held, held with { Card = card }) });
        return d.Do(new Effect.Edit(key, card));
    }

    /// <summary>Change a card in place, whoever sees it.</summary>
    public static Decision Edit(this Decision d, CardKey key, Card card) => d.Do(new Effect.Edit(key, card));

    /// <summary>Take a card off the screen, whoever sees it, where its words are no longer meant to stand.</summary>
    public static Decision TakeAway(this Decision d, CardKey key, Card otherwise) => d.Do(new Effect.TakeAway(key, otherwise));

    /// <summary>Take back what still waits for somebody's working hours: it is no longer news.</summary>
    public static Decision Unsay(this Decision d, TeammateId reader, CardKey key) =>
        d.Teammate(reader) is { Held: var held } teammate && held.Exists(h => h.Key == key)
            ? d.Save(teammate with { Held = held.RemoveAll(h => h.Key == key) })
            : d;

    /// <summary>Working hours have begun, or a pause is over: say what waited.</summary>
    public static Decision SayHeld(Decision d, Reminder reminder)
    {
        var teammate = d.Teammate(reminder.Who);
        if (teammate.Held.IsEmpty)
            return d;
        if (!teammate.IsHere)
            return d.Save(teammate with { Held = [] });
        var times = teammate.Held.ToDictionary(h => h.Key, h => WhenToSay(d, teammate, h.Key));
        var later = teammate.Held.FindAll(h => times[h.Key] > d.Now);
        d = teammate.Held.Except(later).Aggregate(
            d.Save(teammate with { Held = later }),
            (said, held) => said.Do(new Effect.Tell(Place.PrivateWith(teammate.Id), held.Key, held.Card, held.Contact)));
        return later.IsEmpty ? d : WakeToSay(d, teammate.Id, later.Min(h => times[h.Key]));
    }

    /// <summary>
    /// Start a conversation by ourselves, on behalf of a reminder. If this is no moment for it the reminder waits;
    /// if the reader does not want this kind of message, nothing is said and the wish is dropped.
    /// </summary>
    /// <param name="noting">What to remember when it is said, and only then.</param>
    public static Decision Start(
        this Decision d, Reminder reminder, TeammateId to, Contact contact, CardKey key, Func<Decision, Card> card, Func<Decision, Decision>? noting = null)
    {
        // Whoever pauses can still ask for help, and then waits for the answer.
        if (contact == Contact.Unanswered && d.Teammate(to).Preferences is { PausedUntil: { } until } preferences && until > d.Now && !preferences.IsMuted(contact, d.Now))
            return d.Tell(to, key, card(d), Contact.News);
        var forToday = d.Ask(reminder.Ask) is { ByWhen: ByWhen.Today, IsOpen: true };
        switch (Budget.WhenMay(d, to, contact, forToday))
        {
            case null:
                return d;
            case { } later when later > d.Now:
                return d.Remind(reminder, later);
            case not null when Attending.IsIgnored(d, to, contact):
                return Attending.TurnOff(d, to, contact);
            default:
                d = noting?.Invoke(d) ?? d;
                var said = card(d);
                return Budget.Spend(d, to, contact, key).Do(new Effect.Tell(Place.PrivateWith(to), key, said, contact));
        }
    }

    private static Instant WhenToSay(Decision d, Teammate teammate, CardKey key)
    {
        var paused = teammate.Preferences.PausedUntil is { } until && until > d.Now && !IsAboutTheirAsk(d, teammate, key) ? until : d.Now;
        return OfficeHours.Of(teammate, d.Settings).NextOpen(paused);
    }

    private static bool IsAboutTheirAsk(Decision d, Teammate teammate, CardKey key) =>
        key.Ask is { } ask && teammate.Asks.Contains(ask);

    // One reminder for everything that waits, at the earliest of the times.
    private static Decision WakeToSay(Decision d, TeammateId who, Instant at)
    {
        var reminder = new Reminder(ReminderKind.SpeakLater, null, who);
        return d.Teammate(who).Pending.Exists(p => p.Reminder == reminder && p.At <= at && p.At > d.Now) ? d : d.Remind(reminder, at);
    }
}
