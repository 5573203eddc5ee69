using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Engine;

/// <summary>
/// What has been decided so far in this turn: changed rows and wanted effects, on top of what was known.
/// Reading through it sees the changes, so one step builds on the other.
/// </summary>
public sealed record Decision(Situation Known, Message Message)
{
    /// <summary>Changed rows by key; null for a deleted one.</summary>
    public ImmutableDictionary<string, Row?> Changed { get; init; } = ImmutableDictionary<string, Row?>.Empty;

    public ImmutableList<Effect> Effects { get; init; } = [];

    public Instant Now => Message.At;

    public Settings Settings => Read<Settings>(Settings.TheKey) ?? Settings.Default;

    /// <summary>The teammate who speaks; a person never met before is a teammate with nothing but an id.</summary>
    public Teammate Me => Teammate(Message.From);

    public T? Read<T>(string key)
        where T : Row =>
        Changed.TryGetValue(key, out var row) ? row as T : Known.Read<T>(key);

    /// <summary>The teammate, or one nobody has met yet. Look at <see cref="Teammates.Teammate.IsKnown"/> before contacting anybody.</summary>
    public Teammate Teammate(TeammateId id) => Read<Teammate>(Teammates.Teammate.KeyOf(id)) ?? Teammates.Teammate.Unknown(id);

    public Ask? Ask(AskId? id) => id is { } known ? Read<Ask>(Asks.Ask.KeyOf(known)) : null;

    public Decision Save(Row row) => this with { Changed = Changed.SetItem(row.Key, row) };

    public Decision Delete(string key) => this with { Changed = Changed.SetItem(key, null) };

    /// <summary>Change a teammate's row, whoever changed it before in this turn.</summary>
    public Decision Change(TeammateId id, Func<Teammate, Teammate> change) => Save(change(Teammate(id)));

    /// <summary>Change an ask's row, whoever changed it before in this turn; nothing happens when there is no such ask.</summary>
    public Decision Change(AskId id, Func<Ask, Ask> change) => Ask(id) is { } ask ? Save(change(ask)) : this;

    public Decision Do(Effect effect) => this with { Effects = Effects.Add(effect) };

    /// <summary>Answer the one who speaks, where they spoke; in a channel or group only they see it.</summary>
    public Decision Reply(Card card) =>
        Do(new Effect.Tell(Message.Place, null, card, Contact.Reply, Message.Place.Kind == PlaceKind.Private ? null : Message.From));

    /// <summary>Answer with a card that can be edited later: it takes the place of the one with this key, if there is one.</summary>
    public Decision Reply(CardKey key, Card card) =>
        Do(new Effect.Tell(Message.Place, key, card, Contact.Reply, Message.Place.Kind == PlaceKind.Private ? null : Message.From));

    /// <summary>Wish to be woken. The wish stands in the row of the ask or teammate until it is done or dropped.</summary>
    public Decision Remind(Reminder reminder, Instant at)
    {
        var pending = new Pending(reminder, at);
        Decision Keep(Row? row) => row is null || row.Pending.Contains(pending)
            ? this
            : Save(row with { Pending = row.Pending.RemoveAll(p => p.Reminder == reminder).Add(pending) }).Do(new Effect.Remind(pending));
        return reminder switch
        {
            { Ask: { } ask } => Keep(Ask(ask)),
            { Kind: ReminderKind.LearnWeights } => Keep(Read<LearnedWeights>(LearnedWeights.TheKey) ?? new LearnedWeights()),
            _ => Keep(Teammate(reminder.Who)),
        };
    }

    /// <summary>Drop every wish of this kind that the ask still has, or only those concerning one teammate.</summary>
    public Decision DropReminders(AskId ask, ReminderKind kind, TeammateId? who = null) =>
        Change(ask, a => a with { Pending = a.Pending.RemoveAll(p => p.Reminder.Kind == kind && (who is null || p.Reminder.Who == who)) });
}
