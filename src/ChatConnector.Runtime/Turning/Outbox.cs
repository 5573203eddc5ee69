using ChatConnector.Engine.Teammates;
using ChatConnector.Engine.Wording;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Turning;

/// <summary>Turns a decision into the rows of one commit: what changed, effects to carry out, cards to show, reminders to wake for.</summary>
internal sealed class Outbox(Decision decision, string message, Ticket ticket, Surroundings around)
{
    private readonly Instant now = around.Now;

    public Instant? NextWakeUp { get; private set; }

    /// <summary>Rows this commit touches beside those the engine read.</summary>
    public IEnumerable<string> KeysNeeded(Reading reading) =>
    [
        .. decision.Changed.Keys,
        .. decision.Effects.Select(CardOf).OfType<CardKey>().Select(CardOnShow.KeyOf),
        .. decision.Effects.OfType<Effect.Forget>().Select(forget => Teammate.KeyOf(forget.Who)),
        .. Wishes(reading).Select(WakeUp.KeyOf),
    ];

    public Changes Write(Reading reading)
    {
        var changes = new Changes();
        foreach (var (key, row) in decision.Changed)
            WriteRow(changes, key, row, reading.Find(key));
        WriteWakeUps(changes, reading);
        WriteEffects(changes, reading);
        foreach (var (key, entry) in reading.Entries)
            changes.Expect(key, entry);
        return changes;
    }

    /// <summary>The changed rows, for those who keep them in memory.</summary>
    public IReadOnlyList<Learned> News(Reading reading) =>
        [.. decision.Changed.Select(changed => new Learned(changed.Key, changed.Value, (reading.Find(changed.Key)?.Revision ?? 0) + 1))];

    private static void WriteRow(Changes changes, string key, Row? row, Entry? read)
    {
        if (row is not null)
            changes.Put(row, read);
        else if (read is not null)
            changes.Remove(read);
    }

    // Reminders follow the rows they stand in: added there, they are set; gone from there, they are dropped.
    private void WriteWakeUps(Changes changes, Reading reading)
    {
        foreach (var (key, row) in decision.Changed)
            foreach (var dropped in (reading.Find(key)?.Row.Pending ?? []).Except(row?.Pending ?? []))
                changes.Remove(WakeUp.KeyOf(dropped));
        foreach (var wish in Wishes(reading))
        {
            if (reading.Find(WakeUp.KeyOf(wish)) is null)
                changes.Put(new WakeUp(wish), null);
            NextWakeUp = NextWakeUp is { } earlier && earlier < wish.At ? earlier : wish.At;
        }
    }

    private IEnumerable<Pending> Wishes(Reading reading) =>
        decision.Changed.SelectMany(changed => (changed.Value?.Pending ?? []).Except(reading.Find(changed.Key)?.Row.Pending ?? []))
            .Concat(decision.Effects.OfType<Effect.Remind>().Select(remind => remind.Pending).Where(StillWanted))
            .Distinct();

    // A reminder set and dropped again in the same turn must not be set.
    private bool StillWanted(Pending wish) =>
        !decision.Changed.TryGetValue(wish.Reminder.KeptIn, out var row) || row?.Pending.Contains(wish) == true;

    private void WriteEffects(Changes changes, Reading reading)
    {
        var cards = new Dictionary<CardKey, CardOnShow>();
        for (var i = 0; i < decision.Effects.Count; i++)
        {
            var effect = decision.Effects[i];
            if (CardOf(effect) is { } key)
                WriteCard(changes, cards, key, effect, i, cards.GetValueOrDefault(key) ?? reading.Find(CardOnShow.KeyOf(key))?.Row as CardOnShow);
            else if (effect is Effect.Tell tell)
                WriteErrand(changes, i, new Errand.Post(tell.To, tell.Card, tell.Contact, tell.OnlyFor));
            else if (effect is Effect.Forget forget)
                WriteErrand(changes, i, new Errand.Erase(forget.Who, (reading.Find(Teammate.KeyOf(forget.Who))?.Row as Teammate)?.Name, around.DrawWord()));
        }

        foreach (var card in cards.Values)
            changes.Put(card, reading.Find(card.Key));
    }

    private void WriteCard(Changes changes, Dictionary<CardKey, CardOnShow> cards, CardKey key, Effect effect, int index, CardOnShow? old)
    {
        if (WhyNot(effect, old) is { } reason)
        {
            changes.Put(new EffectFate(message, index, Fate.Cancelled, reason, now), null);
            return;
        }

        var card = Want(effect, old ?? new CardOnShow(key, $"{message}/{index}", SceneOf(effect)!) { Version = 0 });
        // Somebody is showing this card just now: the claim stays theirs, and this effect waits its turn.
        cards[key] = card.Claim is { } claim && claim.Until > now ? card : card.ClaimedBy(ticket.ClaimAt(now));
        WriteErrand(changes, index, new Errand.Show(key, card.Version, IsQuiet(effect)));
    }

    private static string? WhyNot(Effect effect, CardOnShow? old) => old switch
    {
        { IsTakenAway: true } => "taken away",
        null or { IsShown: false, ToPost: 0 } when IsQuiet(effect) => "never shown",
        _ => null,
    };

    private static bool IsQuiet(Effect effect) => effect is Effect.Edit or Effect.TakeAway;

    private CardOnShow Want(Effect effect, CardOnShow card)
    {
        card = card with { Wanted = ContentOf(effect), Version = card.Version + 1, ChangedAt = now };
        if (effect is Effect.TakeAway)
            return card with { IsTakenAway = true, ToPost = 0 };
        return card.IsShown || SceneOf(effect) is not { } scene ? card : card with { Scene = scene, ToPost = card.Version };
    }

    private void WriteErrand(Changes changes, int index, Errand errand)
    {
        var effect = new PendingEffect(message, index, errand, now);
        changes.Put(errand is Errand.Show ? effect : effect with { Claim = ticket.ClaimAt(now) }, null);
    }

    private static CardKey? CardOf(Effect effect) => effect switch
    {
        Effect.Tell tell => tell.Key,
        Effect.Edit edit => edit.Key,
        Effect.TakeAway away => away.Key,
        Effect.Introduce introduce => introduce.Key,
        Effect.ShowHome home => new CardKey("home/" + home.Of),
        _ => null,
    };

    private static Scene? SceneOf(Effect effect) => effect switch
    {
        Effect.Tell tell => new Scene.In(tell.To, tell.OnlyFor, tell.Contact),
        Effect.Introduce introduce => new Scene.Introduction(introduce.People, introduce.Draft, introduce.Near),
        Effect.ShowHome home => new Scene.Home(home.Of),
        _ => null,
    };

    private static Card ContentOf(Effect effect) => effect switch
    {
        Effect.Tell tell => tell.Card,
        Effect.Edit edit => edit.Card,
        Effect.TakeAway away => away.Otherwise,
        Effect.Introduce introduce => introduce.Opening,
        Effect.ShowHome home => home.Home,
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };
}
