using System.Text.RegularExpressions;

namespace ChatConnector.Engine.Tests.Chats;

/// <summary>What stands on a card of an ask is so: whenever the ask changes, the cards that show it say what they would say if they were made now.</summary>
internal static partial class Honesty
{
    public static void Check(Workplace place, Message message, Decision decision)
    {
        foreach (var ask in decision.Changed.Values.OfType<Ask>().Where(a => a.Need.Length > 0 && !a.IsTakenBack))
        {
            foreach (var (key, card) in place.AsItIs(message, d => Cards(d, ask)))
            {
                if (place.Screens.All.FirstOrDefault(c => c.Key == key) is { } shown && Words(shown.Card) != Words(card))
                {
                    throw new InvalidOperationException(
                        $"A card is not so any more, after {message.Said} by {message.From} at {message.At}:\n{Words(shown.Card)}\n-- and now it would be --\n{Words(card)}");
                }
            }
        }
    }

    private static List<(CardKey Key, Card Card)> Cards(Decision d, Ask ask) =>
    [
        (Keys.Receipt(ask), AskCards.Receipt(d, ask, Ladder.HearBy(ask))),
        (Keys.Suggestions(ask), SuggestionCards.Of(d, ask)),
        .. ask.Audience == Audience.Channel ? [(Keys.Open(ask), AskCards.Open(d, ask))] : Array.Empty<(CardKey, Card)>(),
        .. ask.Invitations.Where(i => i.State == InvitationState.Sent).Select(i => (Keys.Invitation(ask, i.Colleague), InvitationCards.Invitation(d, ask, i))),
    ];

    // "Tomorrow" was true on the day it was said.
    private static string Words(Card card) => Day().Replace(Showing.Text(card), "day");

    [GeneratedRegex(@"\b(on )?(today|tomorrow|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d+ (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?)\b")]
    private static partial Regex Day();
}
