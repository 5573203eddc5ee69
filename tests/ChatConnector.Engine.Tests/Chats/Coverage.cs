namespace ChatConnector.Engine.Tests.Chats;

/// <summary>What was really exercised: answered with something other than a refusal.</summary>
internal sealed class Coverage
{
    public HashSet<Verb> Verbs { get; } = [];

    public HashSet<ReminderKind> Reminders { get; } = [];

    public HashSet<string> Effects { get; } = [];

    public HashSet<string> Said { get; } = [];

    public HashSet<string> Cards { get; } = [];

    public void Decided(Message message, Decision decision, DateTimeZone zone)
    {
        Effects.UnionWith(decision.Effects.Select(e => e.GetType().Name));
        Cards.UnionWith(decision.Effects.OfType<Effect.Tell>().Select(t => t.Card.Kind));
        var isAnswered = !decision.Effects.IsEmpty || !decision.Changed.IsEmpty;
        var isRefused = decision.Effects.OfType<Effect.Tell>().Any(t => t.Card.Kind == "refusal");
        if (!isAnswered || isRefused)
            return;
        Said.Add(message.Said.GetType().Name);
        var today = message.At.InZone(zone).Date;
        switch (message.Said)
        {
            case Engine.Said.Words words:
                Verbs.Add(Listener.Hear(words, today).Verb);
                break;
            case Engine.Said.Command command:
                Verbs.Add(Listener.Hear(command, today).Verb);
                break;
            case Engine.Said.Acted acted:
                Verbs.Add(acted.Act.Verb);
                break;
            case Engine.Said.Due due when DidSomething(decision, due.Reminder):
                Reminders.Add(due.Reminder.Kind);
                break;
        }
    }

    // Taking the reminder itself off its row is not doing something.
    private static bool DidSomething(Decision decision, Reminder reminder) =>
        decision.Effects.Count > 0 || decision.Changed.Count > 1
        || (decision.Changed.TryGetValue(reminder.KeptIn, out var after) && decision.Known.Read<Row>(reminder.KeptIn) is { } before
            && (after is null || after with { Pending = [] } != before with { Pending = [] }));

    public void Opened(Verb verb) => Verbs.Add(verb);

    public void Add(Coverage other)
    {
        Verbs.UnionWith(other.Verbs);
        Reminders.UnionWith(other.Reminders);
        Effects.UnionWith(other.Effects);
        Said.UnionWith(other.Said);
        Cards.UnionWith(other.Cards);
    }
}
