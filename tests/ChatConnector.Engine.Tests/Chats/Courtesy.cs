namespace ChatConnector.Engine.Tests.Chats;

/// <summary>Whom Connector may speak to, when, and how much it may ask of anybody: held against every new card of every story and of random play.</summary>
internal static class Courtesy
{
    private const int MostOpenAsks = 3;

    // Cards that ask somebody to do something about an ask.
    private static readonly ImmutableHashSet<string> Asking = ["invitation", "referral", "still-open", "steward", "unanswered", "closure"];

    public static void Check(Workplace place, Message message, Effect.Tell tell)
    {
        if (tell.To.Owner is not { } reader || tell.Contact == Contact.Reply)
            return;
        var teammate = place.Teammate(reader);
        var hasSpoken = reader == message.From && message.Said is Said.Words or Said.Command or Said.Acted;
        Hold(hasSpoken || OfficeHours.Of(teammate, place.Settings).IsOpen(place.Now), "spoke outside their working hours");
        if (AskOf(tell.Card) is not { } id || place.Read<Ask>(Ask.KeyOf(id)) is not { } ask || !Asking.Contains(tell.Card.Kind))
            return;
        Hold(ask.IsOpen || ask.EndedAt == place.Now, "spoke of an ask that has ended");
        Hold(tell.Card.Kind is not ("unanswered" or "closure") || !ask.Helps.Exists(h => h.IsLive), "said nobody was found although somebody helps");
        if (tell.Contact != Contact.Invitation)
            return;
        var requester = place.Teammate(ask.Requester);
        Hold(reader != ask.Requester, "asked them to help themselves");
        Hold(teammate.Preferences.WantsAsks(place.Now), "asked them in a pause");
        Hold(!teammate.Preferences.Avoids.Contains(requester.Id) && !requester.Preferences.Avoids.Contains(reader), "asked them for somebody they are kept apart from");

        void Hold(bool holds, string otherwise)
        {
            if (!holds)
                throw new InvalidOperationException($"Connector {otherwise}: {tell.Card.Kind} to {reader} at {place.Now}, after {message.Said} by {message.From}.");
        }
    }

    public static void CheckCaps(Workplace place, Decision decision)
    {
        foreach (var row in decision.Changed.Values)
        {
            switch (row)
            {
                case Ask ask:
                    Most(ask.Helps.Count(h => h.IsLive), ask.Wanted, "people help with one ask");
                    Most(place.Rows.OfType<Ask>().Count(a => a.IsOpen && a.Requester == ask.Requester), MostOpenAsks, "asks of one person are open");
                    break;
                case Teammate teammate:
                    Most(teammate.Invited.Count(i => i.Outcome == InvitedOutcome.Open), place.Settings.Fairness.MostOpen, "invitations wait for one person");
                    Most(teammate.Attention.Started.Count(s => s.At > place.Now - Duration.FromDays(7)), place.Settings.Attention.MostPerWeek, "conversations were started with one person in a week");
                    break;
            }
        }

        static void Most(int count, int most, string what)
        {
            if (count > most)
                throw new InvalidOperationException($"{count} {what}, where {most} may.");
        }
    }

    private static AskId? AskOf(Card card) => card.Buttons.Select(b => b.Act.Ask).FirstOrDefault(id => id is not null);
}
