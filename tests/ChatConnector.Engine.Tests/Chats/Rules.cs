namespace ChatConnector.Engine.Tests.Chats;

/// <summary>Rules of the house that hold after everything that is heard, in stories and in random play alike.</summary>
internal static class Rules
{
    private const int MostButtonsInARow = 6;
    // Slack shows no longer one.
    private const int LongestLabel = 75;

    public static void Check(Workplace place, Message message, Decision decision, IReadOnlySet<MessageId> wished)
    {
        foreach (var row in decision.Changed.Values.OfType<Row>())
        {
            foreach (var pending in row.Pending.Where(p => !wished.Contains(p.MessageId)))
                Broken($"{row.Key} waits for {pending.Reminder.Kind}, but nobody was asked to wake it");
        }
        foreach (var remind in decision.Effects.OfType<Effect.Remind>())
        {
            var kept = place.Read<Row>(remind.Pending.Reminder.KeptIn);
            if (kept is null || remind.Pending.At < message.At - Duration.FromDays(1))
                Broken($"{remind.Pending.Reminder.Kind} will be woken at {remind.Pending.At} for nothing, at {message.At}");
        }
        foreach (var card in decision.Effects.Select(CardOf).OfType<Card>())
            CheckCard(card);
        foreach (var introduce in decision.Effects.OfType<Effect.Introduce>())
        {
            if (introduce.People.Distinct().Count() < introduce.People.Count || introduce.People.Count < 2)
                Broken("somebody is introduced to themselves");
        }

        void Broken(string what) => throw new InvalidOperationException($"A rule of the house is broken: {what}. It was said: {message.Said} by {message.From}.");

        void CheckCard(Card card)
        {
            if (card.Parts.OfType<Part.Actions>().Any(a => a.Buttons.Count > MostButtonsInARow))
                Broken($"the card {card.Kind} has more than {MostButtonsInARow} buttons in a row");
            foreach (var button in card.Buttons)
            {
                if (button.Label.Length > LongestLabel)
                    Broken($"the button '{button.Label}' is too long");
                if (Act.FromButtonValue(button.Act.ToButtonValue()) != button.Act with { Fields = Act.FromButtonValue(button.Act.ToButtonValue())!.Fields })
                    Broken($"the button '{button.Label}' of {card.Kind} loses something on its way through a platform");
            }
        }
    }

    private static Card? CardOf(Effect effect) => effect switch
    {
        Effect.Tell tell => tell.Card,
        Effect.Edit edit => edit.Card,
        Effect.TakeAway away => away.Otherwise,
        Effect.Introduce introduce => introduce.Opening,
        Effect.ShowHome home => home.Home,
        _ => null,
    };
}
