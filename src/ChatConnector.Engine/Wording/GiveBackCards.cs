namespace ChatConnector.Engine.Wording;

/// <summary>Giving something back: the choices, and what arrives.</summary>
public static class GiveBackCards
{
    /// <summary>The outcome is told: exactly these ways to give something back, and the way to leave it at that.</summary>
    public static Card Choices(Decision d, Ask ask, TeammateId helper) => Card.Of("give-back",
        Text.Of($"Passed on to {d.Teammate(helper)}. Anything you'd like to give back?"), Ways(ask, helper));

    public static Card Given(Decision d, Ask ask, TeammateId helper) => Card.Of("given",
        Text.Of($"On its way to {d.Teammate(helper)}, in your words. Anything else?"), Ways(ask, helper));

    public static Card Later(Decision d, Ask ask, TeammateId helper) => Card.Of("hand-later",
        Text.Of($"I'll remind you in {Days(d.Settings.FollowUp.OfferHandAfterDays)} to offer {d.Teammate(helper)} a hand. Anything else?"), Ways(ask, helper));

    public static Card OfferHand(Decision d, Ask ask, TeammateId helper) => Card.Of("offer-hand",
        Text.Of($"You wanted to offer {d.Teammate(helper)} a hand one day, after they helped with {Naming.Short(ask)}. Is this a good moment?"),
        new Part.Actions([
            new Button("Offer a hand", Give(ask, helper, Gift.Hand), Look.Primary),
            new Button("Not now", new Act(Verb.EnoughGiven, ask.Id, helper, nameof(Gift.Hand))),
            General.Fewer(Contact.Hello),
        ]),
        new Part.Note(Text.Of("You asked me to remind you.")));

    public static Card Enough() => Card.Of("enough-given", Text.Of("That's plenty. Thank you for coming back to it."));

    /// <summary>What the helper gets.</summary>
    /// <param name="third">Whom they would like to introduce, if it is a colleague.</param>
    public static Card ForHelper(Decision d, Ask ask, Gift gift, TeammateId? third, string text)
    {
        var from = d.Teammate(ask.Requester);
        return Card.Of("gift",
            gift switch
            {
                Gift.Resource => Text.Of($"{from}, whom you helped with {Naming.Short(ask)}, has something for you:"),
                Gift.Introduction when third is { } person => Text.Of($"{from}, whom you helped with {Naming.Short(ask)}, would like you to meet {d.Teammate(person)}:"),
                Gift.Introduction => Text.Of($"{from}, whom you helped with {Naming.Short(ask)}, knows somebody you may like to meet:"),
                Gift.Hand => Text.Of($"{from}, whom you helped with {Naming.Short(ask)}, offers you a hand:"),
                Gift.Recommendation => Text.Of($"{from}, whom you helped with {Naming.Short(ask)}, wrote this about you. It's yours to use:"),
                _ => Text.Of($"{from}, whom you helped with {Naming.Short(ask)}, would like to give something back:"),
            },
            new Part.Quote(text),
            new Part.Actions([ThanksNews.Reply(ask)]));
    }

    private static Part.Actions Ways(Ask ask, TeammateId helper) => new([
        new Button("A resource", Give(ask, helper, Gift.Resource)),
        new Button("An introduction", Give(ask, helper, Gift.Introduction)),
        new Button("Offer a hand later", new Act(Verb.SendGift, ask.Id, helper, GivingBack.Later)),
        new Button("A recommendation", Give(ask, helper, Gift.Recommendation)),
        new Button("Ask what they could use", Give(ask, helper, Gift.Question)),
        new Button("That's enough", new Act(Verb.EnoughGiven, ask.Id, helper)),
    ]);

    private static Act Give(Ask ask, TeammateId helper, Gift gift) => new(Verb.GiveBack, ask.Id, helper, $"{gift}");

    private static Text Days(int days) => Text.Ours(days == 60 ? "two months" : $"{days} days");
}
