namespace ChatConnector.Engine.Tests.Chats;

/// <summary>
/// A whole organization in memory: the engine, its rows, its reminders and everybody's screen. Reads rows through like
/// the runtime does, sends like the runtime does, and refuses to go on when the engine breaks a rule of the house.
/// </summary>
internal sealed class Workplace(Instant start)
{
    private static readonly OrganizationId Here = new("acme");

    private readonly Dictionary<string, Row?> rows = [];
    private readonly PriorityQueue<Pending, (Instant At, int Order)> reminders = new();
    private readonly HashSet<MessageId> wished = [];
    private readonly HashSet<string> closed = [];
    private readonly Queue<Message> refusals = new();
    private int heard;

    public Colleagues Colleagues { get; private set; } = new();

    public Screens Screens { get; } = new();

    public Coverage Seen { get; } = new();

    public Instant Now { get; private set; } = start;

    public Settings Settings => Read<Settings>(Settings.TheKey) ?? Settings.Default;

    public IEnumerable<Teammate> Teammates => rows.Values.OfType<Teammate>();

    public IEnumerable<Row> Rows => rows.Values.OfType<Row>();

    /// <summary>When the next reminder is due; null when nothing is waited for.</summary>
    public Instant? NextDue => reminders.TryPeek(out _, out var next) ? next.At : null;

    public T? Read<T>(string key)
        where T : Row => rows.GetValueOrDefault(key) as T;

    public Teammate Teammate(TeammateId id) => Read<Teammate>(Engine.Teammates.Teammate.KeyOf(id)) ?? Engine.Teammates.Teammate.Unknown(id);

    /// <summary>The local time of a person, or of the organization.</summary>
    public DateTimeZone ZoneOf(TeammateId? who) => OfficeHours.Of(Teammate(who ?? default), Settings).Zone;

    /// <summary>Puts a row there, as if it had always been.</summary>
    public void Put(Row row)
    {
        rows[row.Key] = row;
        Colleagues.Learn(row);
        ReadLike(Settings);
    }

    /// <summary>Nothing new is shown any more where this is the id of; or it is again.</summary>
    public void Close(string where, bool isClosed) => _ = isClosed ? closed.Add(where) : closed.Remove(where);

    /// <summary>Moves the clock; reminders that come due on the way are heard at their time, in order.</summary>
    public IReadOnlyList<Shown> Until(Instant at)
    {
        var shown = new List<Shown>();
        while (NextDue is { } due && due <= at)
        {
            var pending = reminders.Dequeue();
            Now = Instant.Max(Now, due);
            shown.AddRange(Hear(new Message(pending.MessageId, Here, pending.Reminder.Who, Place.PrivateWith(pending.Reminder.Who), Now, Luck(), new Said.Due(pending.Reminder))));
        }
        Now = Instant.Max(Now, at);
        return shown;
    }

    /// <summary>Somebody says or does something now.</summary>
    public IReadOnlyList<Shown> Hear(TeammateId from, Place place, Said said) => Hear(NewMessage(from, place, said));

    /// <summary>The form that an act or a command opens, if it opens one for this person.</summary>
    public Form? FormFor(TeammateId from, Place place, Said said)
    {
        var message = NewMessage(from, place, said);
        var form = ReadThrough(situation => Conversation.FormFor(situation, message));
        Assert.True(form is null || Conversation.MayOpenForm(message), "What may open no form does.");
        return form;
    }

    /// <summary>What is wrong with a filled-in form, by field name.</summary>
    public IReadOnlyDictionary<string, string> Check(TeammateId from, Place place, Act act)
    {
        var message = NewMessage(from, place, new Said.Acted(act));
        return ReadThrough(situation => Conversation.Check(situation, message));
    }

    public Card? Look(TeammateId who, Place place, AskId ask)
    {
        var message = NewMessage(who, place, new Said.OpenedHome());
        return ReadThrough(situation => Conversation.Look(situation, message, ask));
    }

    public Card HomeOf(TeammateId who)
    {
        var message = NewMessage(who, Place.PrivateWith(who), new Said.OpenedHome());
        return ReadThrough(situation => Conversation.HomeOf(situation, message));
    }

    /// <summary>Hears a message, and of what the platform refused because of it; hearing it a second time is what the runtime prevents.</summary>
    public IReadOnlyList<Shown> Hear(Message message)
    {
        var shown = HearOne(message).ToList();
        while (refusals.TryDequeue(out var refused))
            shown.AddRange(HearOne(refused));
        return shown;
    }

    private IReadOnlyList<Shown> HearOne(Message message)
    {
        var decision = ReadThrough(situation => Conversation.Decide(situation, message));
        Seen.Decided(message, decision, ZoneOf(message.From));
        foreach (var (key, row) in decision.Changed)
        {
            rows[key] = row;
            if (row is not null)
                Colleagues.Learn(row);
        }
        ReadLike(Settings);
        var shown = decision.Effects.Select(effect => (Effect: effect, Shown: Carry(effect))).ToList();
        Rules.Check(this, message, decision, wished);
        foreach (var (effect, card) in shown)
        {
            if (effect is Effect.Tell tell && card is Shown.Card { IsNew: true })
                Courtesy.Check(this, message, tell);
        }
        Courtesy.CheckCaps(this, decision);
        Honesty.Check(this, message, decision);
        return [.. shown.Select(s => s.Shown).OfType<Shown>()];
    }

    /// <summary>What would be said or shown as things are after this message.</summary>
    public T AsItIs<T>(Message message, Func<Decision, T> made) => ReadThrough(situation => made(new Decision(situation, message)));

    // As the runtime does: another list of words that mean the same is another index.
    private void ReadLike(Settings settings)
    {
        if (Colleagues.ReadsLike(settings))
            return;
        Colleagues = new Colleagues(settings);
        foreach (var row in Rows)
            Colleagues.Learn(row);
    }

    private Shown? Carry(Effect effect)
    {
        switch (effect)
        {
            case Effect.Tell tell:
                var now = NewMessage(tell.To.Owner ?? tell.OnlyFor ?? default, tell.To, new Said.OpenedHome());
                return ReadThrough(situation => Conversation.WhyNotSend(situation, now, tell.To, tell.Contact)) is { } why ? new Shown.NotSent(Now, tell.To, why)
                    : closed.Contains(tell.To.Id) && !Screens.Has(tell.Key) ? Refuse(tell.To, tell.Key, tell.To.Owner ?? tell.OnlyFor ?? new TeammateId(""), tell.To)
                    : Screens.Tell(tell, Now);
            case Effect.Edit edit:
                return Screens.Edit(edit, Now);
            case Effect.TakeAway away:
                return Screens.TakeAway(away, Now);
            case Effect.Introduce introduce:
                var group = new Place(PlaceKind.Group, "", string.Join('+', introduce.People));
                return closed.Contains(group.Name)
                    ? Refuse(group, introduce.Key, introduce.People[0], Place.PrivateWith(introduce.People[0]))
                    : Screens.Introduce(introduce, Now);
            case Effect.ShowHome home:
                return Screens.ShowHome(home);
            case Effect.Remind { Pending: var pending }:
                if (wished.Add(pending.MessageId))
                    reminders.Enqueue(pending, (pending.At, wished.Count));
                return null;
            case Effect.Forget forget:
                Colleagues.Forget(forget.Who);
                return Screens.Forget(forget.Who, Now);
            default:
                throw new InvalidOperationException($"The workplace doesn't know how to carry out {effect.GetType().Name}.");
        }
    }

    // As the runtime does: of a card with a key the conversation hears.
    private Shown.NotSent Refuse(Place to, CardKey? card, TeammateId reader, Place chat)
    {
        if (card is { } key)
            refusals.Enqueue(NewMessage(reader, chat, new Said.Refused(key)));
        return new Shown.NotSent(Now, to, "refused");
    }

    private T ReadThrough<T>(Func<Situation, T> decide)
    {
        var read = new Dictionary<string, Row?>();
        while (true)
        {
            var situation = new Situation(read, Colleagues);
            var decided = decide(situation);
            if (situation.Lacking.Count == 0)
                return decided;
            foreach (var key in situation.Lacking)
                read[key] = rows.GetValueOrDefault(key);
        }
    }

    public Message NewMessage(TeammateId from, Place place, Said said) => new(new MessageId($"heard-{++heard}"), Here, from, place, Now, Luck(), said);

    // The same story has the same luck every time it is told.
    private Guid Luck() => new(++heard, 0x5eed, 0x1, [1, 2, 3, 4, 5, 6, 7, 8]);
}
