namespace ChatConnector.Engine.FollowingUp;

/// <summary>Thanks reach the helper privately, and everybody else who had a part in it.</summary>
public static class DeliveringThanks
{
    public static Decision Deliver(Decision d, Thanks thanks)
    {
        thanks = thanks with { Sent = true };
        d = d.Ask(thanks.Ask) is { } ask ? ForAnAsk(d, thanks, ask) : WithoutAnAsk(d, thanks);
        var sent = ThanksCards.Sent(d, thanks);
        // An hour later the author's card changes without a sound; whoever presses or says something gets their answer.
        return d.Message.Said is Said.Due ? d.Edit(thanks.From, thanks.Card, sent) : d.Reply(thanks.Card, sent);
    }

    /// <summary>The helper answered something on the card with the thanks, or on the one that says it was solved: bring it up to date.</summary>
    public static Decision Show(Decision d, AskId id, Card answer)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var me = d.Message.From;
        if (d.Read<Thanks>(Thanks.KeyOf(ask.Requester, me, id)) is { Sent: true } thanks)
            d = Settle(d.Edit(me, Keys.Thanks(ask, me, me), ThanksNews.ForHelper(d, ask, thanks, me)), thanks);
        else if (!Circle.HasReceived(d, ask, me, ReceivedKind.Thanks))
            d = d.Edit(me, Keys.Solved(ask, me), SolvedCards.ForHelper(d, ask, me, asksTopic: true));
        return d.Reply(answer);
    }

    /// <summary>Once the helper has answered all there was to answer, the words are kept no longer; without an answer, two weeks.</summary>
    public static Decision Settle(Decision d, Thanks thanks) => thanks.Ask is { } id && (thanks.Share || d.Ask(id)?.HelpOf(thanks.To) is { Proposed.Length: > 0 })
        ? d.Save(thanks).Remind(new Reminder(ReminderKind.ForgetThanks, id, thanks.To), d.Now + Duration.FromDays(d.Settings.FollowUp.KeepThanksDays))
        : d.Delete(thanks.Key);

    public static Decision Forget(Decision d, Reminder reminder) =>
        d.Ask(reminder.Ask) is { } ask ? d.Delete(Thanks.KeyOf(ask.Requester, reminder.Who, ask.Id)) : d;

    /// <summary>Nobody may tell any more who asked, so no words of theirs wait for an answer either.</summary>
    public static Decision ForgetAll(Decision d, Ask ask) => ask.Helps.Select(h => h.Helper).Concat(Circle.LeadGivers(ask)).Distinct()
        .Select(who => d.Read<Thanks>(Thanks.KeyOf(ask.Requester, who, ask.Id))).OfType<Thanks>().Aggregate(d, (so, thanks) => so.Delete(thanks.Key));

    private static Decision ForAnAsk(Decision d, Thanks thanks, Ask ask)
    {
        var prompt = Keys.ThanksPrompt(ask, thanks.To);
        d = Thanked(d, ask.Id, thanks.To);
        d = Vouching.Propose(d, ask.Id, thanks.To, thanks.Topic);
        if (Circle.HasReceived(d, ask, thanks.To, ReceivedKind.Solved) && ask.HelpOf(thanks.To) is not null)
            d = d.Edit(thanks.To, Keys.Solved(ask, thanks.To), SolvedCards.ForHelper(d, d.Ask(ask.Id)!, thanks.To, asksTopic: false));
        d = Inform(d, d.Ask(ask.Id)!, thanks, thanks.To);
        foreach (var other in thanks.Others.Where(o => Circle.HadAPart(ask, o)))
            d = Inform(Thanked(d, ask.Id, other), d.Ask(ask.Id)!, thanks, other);
        foreach (var other in thanks.Others.Where(o => !Circle.HadAPart(ask, o)))
            d = Pass(d, thanks, other, Keys.Thanks(ask, thanks.To, other), ask);
        d = TellingSolved.TellConnectors(d, ask.Id, thanks.To);
        return Settle(prompt == thanks.Card ? d : d.Edit(thanks.From, prompt, ThanksCards.Sent(d, thanks)), thanks);
    }

    private static Decision WithoutAnAsk(Decision d, Thanks thanks)
    {
        d = d.Delete(thanks.Key);
        foreach (var topic in Topics.In(thanks.Text, d.Settings).Take(1))
            d = d.Save(new Evidence($"{d.Now.ToUnixTimeMilliseconds():D15}-{thanks.From}-{thanks.To}", thanks.To, EvidenceOrigin.Thanked, topic, d.Now) { From = thanks.From });
        return thanks.Others.Insert(0, thanks.To).Aggregate(d, (so, reader) => Pass(so, thanks, reader, new CardKey($"thanks/{thanks.From}/{Fingerprint.Of(thanks.Text, d.Now)}/{reader}"), null));
    }

    /// <summary>Whoever is thanked has helped, even if nobody asked yet whether they did.</summary>
    private static Decision Thanked(Decision d, AskId id, TeammateId who)
    {
        var live = d.Ask(id)!.HelpOf(who) is { Stage: HelpStage.Introduced, IsLive: true };
        d = AskingForThanks.Stop(d, id, who).Change(id, a => a.ChangeHelp(who, h => h with
        {
            Thanks = ThanksState.Sent,
            Helped = live ? Helped.Yes : h.Helped,
            HelpedAt = live ? d.Now : h.HelpedAt,
        }));
        if (live)
            d = AfterHelp.Begin(d, id, who);
        var ask = d.Ask(id)!;
        return ask.HelpOf(who) is not null || ask.Leads.Exists(l => l.From == who) ? d.Witness(id, who, EvidenceOrigin.Thanked) : d;
    }

    private static Decision Inform(Decision d, Ask ask, Thanks thanks, TeammateId reader)
    {
        var card = ask.HelpOf(reader) is { Stage: HelpStage.Introduced } ? ThanksNews.ForHelper(d, ask, thanks, reader)
            : ask.Leads.Exists(l => l.From == reader) ? ThanksNews.ForLeadGiver(d, ask, thanks, reader)
            : ThanksNews.ForConnector(d, ask, thanks, reader);
        return d.Inform(ask, reader, Keys.Thanks(ask, thanks.To, reader), card, ReceivedKind.Thanks);
    }

    /// <summary>Thanks to somebody who had no part in an ask.</summary>
    private static Decision Pass(Decision d, Thanks thanks, TeammateId reader, CardKey key, Ask? ask) => Circle.MayMeet(d, thanks.From, reader)
        ? d.Tell(reader, key, ThanksNews.ForAnybody(d, thanks, reader, ask), Contact.News)
            .Receive(reader, new Received(ask is { Anonymous: true } ? null : thanks.From, null, d.Now, ReceivedKind.Thanks))
        : d;
}
