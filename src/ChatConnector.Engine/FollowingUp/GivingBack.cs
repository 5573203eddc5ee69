namespace ChatConnector.Engine.FollowingUp;

/// <summary>What somebody who was helped may give back. Nothing is owed, and nothing is counted.</summary>
public enum Gift
{
    Resource, Introduction,

    /// <summary>A hand, later.</summary>
    Hand,
    Recommendation,

    /// <summary>Not knowing what would be welcome, one may simply ask.</summary>
    Question,
}

/// <summary>Something comes back to the helper, in the giver's own words.</summary>
public static class GivingBack
{
    /// <summary>In <see cref="Act.Detail"/>: a hand is to be offered, but not now.</summary>
    public const string Later = "Later";

    public static Form? FormFor(Decision d, Act act) => Circle.HelpIn(d, act) is (_, { HelpedAt: not null } help) && Enum.TryParse<Gift>(act.Detail, out var gift) && Enum.IsDefined(gift)
        ? OutcomeForms.Gift(d, act, help.Helper, gift)
        : null;

    public static Decision Send(Decision d, Act act)
    {
        if (Circle.HelpIn(d, act) is not (var ask, { HelpedAt: not null } help))
            return d.Reply(Refusals.Card(Refusals.Gone));
        if (act.Detail == Later)
        {
            return d.Remind(new Reminder(ReminderKind.OfferHandLater, ask.Id, help.Helper), d.Now + Duration.FromDays(d.Settings.FollowUp.OfferHandAfterDays))
                .Reply(Keys.Outcome(ask, help.Helper), GiveBackCards.Later(d, ask, help.Helper));
        }

        var text = Mentions.ToNames(d, act.Field(Fields.Text));
        if (!Enum.TryParse<Gift>(act.Detail, out var gift) || !Enum.IsDefined(gift) || text.Length == 0)
            return d.Reply(Refusals.Card(Refusals.NotPossible));
        TeammateId? third = act.People(Fields.Person) is [var person, ..] && d.Teammate(person).IsHere ? person : null;
        if (Circle.MayMeet(d, ask.Requester, help.Helper))
            d = d.Tell(help.Helper, CardKey.For(ask.Id, $"gift-{Fingerprint.Of(text, d.Now)}", help.Helper), GiveBackCards.ForHelper(d, ask, gift, third, text), Contact.News);
        return d.Reply(CardOf(ask, help.Helper, act.Detail), GiveBackCards.Given(d, ask, help.Helper));
    }

    /// <summary>The day has come on which they wanted to offer a hand.</summary>
    public static Decision RemindOfHand(Decision d, Reminder reminder) =>
        d.Ask(reminder.Ask) is { } ask && ask.HelpOf(reminder.Who) is { HelpedAt: not null } && d.Teammate(reminder.Who).IsHere && Circle.MayMeet(d, ask.Requester, reminder.Who)
            ? d.Start(reminder, ask.Requester, Contact.Hello, Keys.OfferHand(ask, reminder.Who), now => GiveBackCards.OfferHand(now, ask, reminder.Who))
            : d;

    public static Decision Enough(Decision d, Act act) => Circle.HelpIn(d, act) is (var ask, var help)
        ? d.Reply(CardOf(ask, help.Helper, act.Detail), GiveBackCards.Enough())
        : d.Reply(Refusals.Card(Refusals.Gone));

    /// <summary>A hand is offered on the card that reminded of it; everything else on the one about the outcome.</summary>
    private static CardKey CardOf(Ask ask, TeammateId helper, string? detail) => detail == nameof(Gift.Hand) ? Keys.OfferHand(ask, helper) : Keys.Outcome(ask, helper);
}
