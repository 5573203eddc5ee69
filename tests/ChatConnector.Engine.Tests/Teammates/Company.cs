namespace ChatConnector.Engine.Tests.Teammates;

/// <summary>
/// A small organization that really lives: what is decided is kept, what was wished for comes due, and what must not be sent
/// is not sent. Everybody works 9:00 to 17:00 in their own zone; it is a Monday, 10:00 in Zurich.
/// </summary>
internal sealed class Company
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    private readonly Dictionary<string, Row?> rows = [];
    private readonly List<Pending> queue = [];
    private int heard;

    public Company(params IReadOnlyList<string> people)
    {
        Rows(new Settings { Zone = "Europe/Zurich" });
        foreach (var person in people)
            Hear(person, new Said.Joined(new DirectoryEntry(char.ToUpperInvariant(person[0]) + person[1..])));
    }

    public Instant Now { get; set; } = Monday;

    public Colleagues Colleagues { get; } = new();

    /// <summary>Everything that reached somebody, in order.</summary>
    public List<Sent> Sent { get; } = [];

    public Settings Settings => (Settings)rows[Settings.TheKey]!;

    public IReadOnlyDictionary<string, Row?> AllRows => rows;

    public Teammate this[string who] => (Teammate)rows[Teammate.KeyOf(Id(who))]!;

    public Ask Ask(string requester) => Read<Ask>(Engine.Asks.Ask.KeyOf(this[requester].Asks[^1]))!;

    public static TeammateId Id(string who) => new(who);

    public T? Read<T>(string key)
        where T : Row => rows.GetValueOrDefault(key) as T;

    public Company Rows(params IReadOnlyList<Row> changed)
    {
        foreach (var row in changed)
        {
            rows[row.Key] = row;
            Colleagues.Learn(row);
        }

        return this;
    }

    public Company Change(string who, Func<Teammate, Teammate> change) => Rows(change(this[who]));

    public Decision Press(string who, Verb verb, AskId? ask = null, string? about = null, string? detail = null) =>
        Hear(who, new Said.Acted(new Act(verb, ask, about is null ? null : Id(about), detail)));

    public Decision Submit(string who, Act act, params IReadOnlyList<(string Field, string Value)> fields) =>
        Hear(who, new Said.Acted(fields.Aggregate(act, (so, field) => so.With(field.Field, field.Value))));

    public Decision Say(string who, string words, Place? place = null) => Hear(who, new Said.Words(words, place is not null), place);

    public Decision Post(string who, string need, params IReadOnlyList<(string Field, string Value)> fields) =>
        Submit(who, new Act(Verb.PostAsk), [(Fields.Need, need), .. fields]);

    public Decision Hear(string who, Said said, Place? place = null) => Take(MessageOf(who, said, place));

    /// <summary>Something is decided by a room on its own, on behalf of a reminder nobody speaks with.</summary>
    public void Say(Func<Decision, Decision> decide) =>
        Keep(decide(new Decision(Situation(), MessageOf("nobody", new Said.Due(new Reminder(ReminderKind.KickOff, null, Id("nobody")))))));

    /// <summary>Decides without keeping anything.</summary>
    public Decision Decide(Message message) => Decided(message);

    public Message MessageOf(string who, Said said, Place? place = null) =>
        new(new MessageId($"m{++heard}"), new OrganizationId("o"), Id(who), place ?? Place.PrivateWith(Id(who)), Now, Luck(), said);

    public Situation Situation() => new(new Everything(rows), Colleagues);

    public Form Form(string who, Act act) => Conversation.FormFor(Situation(), MessageOf(who, new Said.Acted(act)))!;

    public IReadOnlyDictionary<string, string> Check(string who, Act act, params IReadOnlyList<(string Field, string Value)> fields) =>
        Conversation.Check(Situation(), MessageOf(who, new Said.Acted(fields.Aggregate(act, (so, field) => so.With(field.Field, field.Value)))));

    public Card Home(string who) => Conversation.HomeOf(Situation(), MessageOf(who, new Said.OpenedHome()));

    /// <summary>Lets time pass; everything that comes due on the way is heard in its order.</summary>
    public void GoTo(Instant until)
    {
        while (queue.Where(p => p.At <= until).MinBy(p => (p.At, p.MessageId.Text)) is { } due)
        {
            queue.Remove(due);
            Now = Instant.Max(Now, due.At);
            var who = due.Reminder.Who;
            Take(new Message(due.MessageId, new OrganizationId("o"), who, Place.PrivateWith(who), Now, Luck(), new Said.Due(due.Reminder)));
        }

        Now = Instant.Max(Now, until);
    }

    public void GoOn(Duration time) => GoTo(Now + time);

    /// <summary>What one person was sent privately, newest last.</summary>
    public IReadOnlyList<Card> ToldTo(string who) => [.. Sent.Where(s => s.To == Id(who)).Select(s => s.Card)];

    private Decision Take(Message message) => Keep(Decided(message));

    private Decision Keep(Decision decision)
    {
        foreach (var (key, row) in decision.Changed)
        {
            rows[key] = row;
            if (row is not null)
                Colleagues.Learn(row);
        }

        foreach (var effect in decision.Effects)
            Carry(effect);
        return decision;
    }

    private void Carry(Effect effect)
    {
        switch (effect)
        {
            case Effect.Remind remind:
                queue.RemoveAll(p => p == remind.Pending);
                queue.Add(remind.Pending);
                break;
            case Effect.Tell tell when tell.To.Owner is { } reader:
                var now = MessageOf(reader.Text, new Said.OpenedHome());
                if (Conversation.WhyNotSend(Situation(), now, tell.To, tell.Contact) is null)
                    Sent.Add(new Sent(reader, Now, tell.Contact, tell.Card));
                break;
            case Effect.Forget forget:
                Colleagues.Forget(forget.Who);
                break;
        }
    }

    private Decision Decided(Message message) => Conversation.Decide(Situation(), message);

    private Guid Luck() => new(heard, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    /// <summary>Everything has been read: a row that is not there is known not to be there.</summary>
    private sealed class Everything(Dictionary<string, Row?> rows) : System.Collections.ObjectModel.ReadOnlyDictionary<string, Row?>(rows), IReadOnlyDictionary<string, Row?>
    {
        bool IReadOnlyDictionary<string, Row?>.TryGetValue(string key, out Row? value)
        {
            value = rows.GetValueOrDefault(key);
            return true;
        }
    }
}

/// <summary>A card that reached somebody privately.</summary>
internal sealed record Sent(TeammateId To, Instant At, Contact Contact, Card Card);

/// <summary>Reading cards in tests.</summary>
internal static class Reading
{
    public static string Words(this Card card) => string.Join("\n", card.Parts.Select(part => part switch
    {
        Part.Heading heading => heading.Text,
        Part.Paragraph paragraph => paragraph.Text.Plain,
        Part.Note note => note.Text.Plain,
        Part.Quote quote => quote.Words,
        Part.Person person => $"{person.Name} – {person.Line.Plain}",
        Part.Actions actions => string.Join(" ", actions.Buttons.Select(b => $"[{b.Label}]")),
        Part.Document document => document.Content,
        _ => "",
    }));

    /// <summary>The one card this person was answered with.</summary>
    public static Card Answer(this Decision decision) =>
        Assert.Single(decision.Effects.OfType<Effect.Tell>(), t => t.Contact == Contact.Reply).Card;
}
