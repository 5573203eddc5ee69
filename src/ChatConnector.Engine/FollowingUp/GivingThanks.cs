namespace ChatConnector.Engine.FollowingUp;

/// <summary>Thanks, written on a form or said in words: coached once at most, then sent as they are.</summary>
public static class GivingThanks
{
    private const int LongestText = 2000;

    /// <summary>The form is submitted.</summary>
    public static Decision Send(Decision d, Act act)
    {
        var me = d.Message.From;
        var ask = d.Ask(act.Ask);
        if ((act.About ?? act.People(Fields.To).FirstOrDefault(Thanks.Nobody)) is var to && ask is not null && !Circle.HadAPart(ask, to))
            return d.Reply(Refusals.Card(Refusals.Gone));
        if (d.Read<Thanks>(Thanks.KeyOf(me, Thanks.Nobody, null)) is { } unaddressed && ask is null)
            d = d.Delete(unaddressed.Key);
        return Consider(d, new Thanks(me, to, ask?.Id)
        {
            Did = Line(d, act, Fields.Did),
            Changed = Line(d, act, Fields.Changed),
            Mattered = Line(d, act, Fields.Mattered),
            Others = Others(d, act, to),
            Topic = act.Field(Fields.Topic),
            Share = act.Field(Fields.Audience) == Fields.Share && ask is { Anonymous: false, Place.Kind: PlaceKind.Channel },
            Card = ask is null ? Fresh(d) : Keys.ThanksPrompt(ask, to),
        }, thanks => Coach.Suggest(thanks.Did, thanks.Changed, thanks.Mattered));
    }

    /// <summary>"Thanks @somebody for …": for the last ask they had a part in and were not thanked for, or for no ask at all.</summary>
    public static Decision InWords(Decision d, Act act)
    {
        var me = d.Message.From;
        // Who names somebody and says nothing else has said thanks.
        var said = act.Field(Fields.Text).Length > 0 ? Line(d, act, Fields.Text) : "Thanks!";
        if (act.About is not { } to)
            return d.Save(new Thanks(me, Thanks.Nobody, null) { Did = said }).Reply(ThanksCards.ToWhom());
        var ask = d.Me.Asks.Reverse().Select(id => d.Ask(id)).OfType<Ask>()
            .FirstOrDefault(a => Circle.HadAPart(a, to) && !Circle.HasReceived(d, a, to, ReceivedKind.Thanks));
        return Consider(d, new Thanks(me, to, ask?.Id) { Did = said, Others = Others(d, act, to), Card = Fresh(d) }, thanks => Coach.Suggest(thanks.Did));
    }

    /// <summary>The coach was heard: with the added line, or anyway.</summary>
    public static Decision SendAnyway(Decision d, Act act) => act.About is { } to && d.Read<Thanks>(Thanks.KeyOf(d.Message.From, to, act.Ask)) is { Sent: false } kept
        ? DeliveringThanks.Deliver(d.DropVagueThanks(kept), kept with { Detail = Line(d, act, Fields.Detail) })
        : d.Reply(ThanksCards.OnTheirWay());

    /// <summary>The author took neither of the coach's two ways; what they wrote is not lost for that.</summary>
    public static Decision SendAsTheyAre(Decision d, Reminder reminder) =>
        d.Read<Thanks>(Thanks.KeyOf(reminder.Who, new TeammateId(reminder.Detail), reminder.Ask)) is { Sent: false } kept ? DeliveringThanks.Deliver(d, kept) : d;

    /// <summary>The form for thanks, or for the line the coach suggests; null when they have gone out.</summary>
    public static Form? FormFor(Decision d, Act act)
    {
        var me = d.Message.From;
        var kept = d.Read<Thanks>(Thanks.KeyOf(me, act.About ?? Thanks.Nobody, act.Ask));
        if (act.Verb == Verb.AddDetail)
            return kept is { Sent: false } ? ThanksForms.AddALine(d, kept, act.Detail) : null;
        if (act.Ask is null)
            return ThanksForms.WithoutAnAsk(act.About is { } named && d.Teammate(named).IsHere ? d.Teammate(named) : null, kept?.Text ?? act.Field(Fields.Text));
        return d.Ask(act.Ask) is { } ask && act.About is { } to && Circle.HadAPart(ask, to) ? ThanksForms.ForAnAsk(d, ask, to) : null;
    }

    private static Decision Consider(Decision d, Thanks thanks, Func<Thanks, Hint?> coach)
    {
        if (WhyNot(d, thanks) is { } why)
            return d.Reply(why);
        var kept = d.Read<Thanks>(thanks.Key);
        thanks = thanks with { Coached = kept is { Coached: true, Sent: false } };
        if (thanks.Coached || coach(thanks) is not { } hint)
            return DeliveringThanks.Deliver(kept is null ? d : d.DropVagueThanks(kept), thanks);
        return d.Save(thanks with { Coached = true })
            .Remind(AsTheyAre(thanks), d.Now + Duration.FromMinutes(d.Settings.FollowUp.SendVagueThanksAfterMinutes))
            .Reply(thanks.Card, ThanksCards.Coach(d, thanks, hint));
    }

    private static Card? WhyNot(Decision d, Thanks thanks)
    {
        if (thanks.To == thanks.From)
            return ThanksCards.ThatIsYou();
        if (!d.Teammate(thanks.To).IsHere)
            return ThanksCards.NotReachable(d.Teammate(thanks.To));
        if (thanks.Text.Length == 0)
            return ThanksCards.NothingYet(thanks);
        if (thanks.Text.Length > LongestText)
            return ThanksCards.TooLong(thanks, LongestText);
        return d.Ask(thanks.Ask) is { } ask && Circle.HasReceived(d, ask, thanks.To, ReceivedKind.Thanks) ? ThanksCards.ThankedAlready(d, thanks.To) : null;
    }

    private static Decision DropVagueThanks(this Decision d, Thanks thanks) => thanks.Ask is { } ask
        ? d.Change(ask, a => a with { Pending = a.Pending.RemoveAll(p => p.Reminder == AsTheyAre(thanks)) })
        : d.Change(thanks.From, t => t with { Pending = t.Pending.RemoveAll(p => p.Reminder == AsTheyAre(thanks)) });

    private static Reminder AsTheyAre(Thanks thanks) => new(ReminderKind.SendThanksAsTheyAre, thanks.Ask, thanks.From, thanks.To.Text);

    private static string Line(Decision d, Act act, string field) => Mentions.ToNames(d, act.Field(field));

    private static ImmutableList<TeammateId> Others(Decision d, Act act, TeammateId to) =>
        [.. act.People(Fields.Others).Distinct().Where(o => o != to && o != d.Message.From && d.Teammate(o).IsHere).Take(MostOthers)];

    /// <summary>A card of its own at the end of the conversation, and yet one that can be edited.</summary>
    private static CardKey Fresh(Decision d) => new($"thanks/{d.Message.Luck:N}");

    private const int MostOthers = 10;
}
