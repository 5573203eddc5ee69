namespace ChatConnector.Engine.FollowingUp;

/// <summary>Staying in touch without wanting anything: three months after the last word, a hello is suggested, one a week at most.</summary>
public static class Hellos
{
    private const int AsksLookedAt = 20;

    public static Decision Later(Decision d, Ask ask, TeammateId helper) => d.Remind(
        new Reminder(ReminderKind.SuggestHello, ask.Id, helper), d.Now + Duration.FromDays(d.Settings.FollowUp.HelloAfterDays));

    public static Decision Suggest(Decision d, Reminder reminder)
    {
        if (d.Ask(reminder.Ask) is not { } ask || ask.HelpOf(reminder.Who) is not { HelpedAt: not null } || !d.Teammate(reminder.Who).IsHere)
            return d;
        var requester = d.Teammate(ask.Requester);
        if (requester.Preferences.NoHello.Contains(reminder.Who) || !Circle.MayMeet(d, requester.Id, reminder.Who) || HaveMetSince(d, requester, reminder.Who, d.Now - Duration.FromDays(d.Settings.FollowUp.HelloAfterDays)))
            return d;
        var week = Duration.FromDays(d.Settings.FollowUp.HelloEveryDays);
        return requester.Attention.Started.FindLast(s => s.Contact == Contact.Hello && s.At > d.Now - week) is { } lately
            ? d.Remind(reminder, lately.At + week)
            : d.Start(reminder, requester.Id, Contact.Hello, Keys.Hello(ask, reminder.Who), now => HelloCards.Suggestion(now, ask, reminder.Who));
    }

    public static Decision Send(Decision d, Act act)
    {
        if (Circle.HelpIn(d, act) is not (var ask, var help))
            return d.Reply(Refusals.Card(Refusals.Gone));
        var text = Mentions.ToNames(d, act.Field(Fields.Text));
        if (text.Length == 0)
            return d.Reply(Refusals.Card(Refusals.NotPossible));
        if (Circle.MayMeet(d, ask.Requester, help.Helper))
            d = d.Tell(help.Helper, CardKey.For(ask.Id, $"hello-{Fingerprint.Of(text, d.Now)}", help.Helper), HelloCards.ForHelper(d, ask, text), Contact.News);
        return d.Reply(Keys.Hello(ask, help.Helper), HelloCards.Sent(d, help.Helper));
    }

    public static Decision Skip(Decision d, Act act) => Circle.HelpIn(d, act) is (var ask, var help)
        ? d.Reply(Keys.Hello(ask, help.Helper), HelloCards.Skipped())
        : d.Reply(Refusals.Card(Refusals.Gone));

    /// <summary>No more hellos to this person.</summary>
    public static Decision Stop(Decision d, Act act) => Circle.HelpIn(d, act) is (var ask, var help)
        ? d.Change(d.Message.From, t => t with { Preferences = t.Preferences with { NoHello = t.Preferences.NoHello.Remove(help.Helper).Add(help.Helper) } })
            .Reply(Keys.Hello(ask, help.Helper), HelloCards.Stopped(d, help.Helper))
        : d.Reply(Refusals.Card(Refusals.Gone));

    /// <summary>Whether one has helped the other since, either way round; then that help has a hello of its own.</summary>
    private static bool HaveMetSince(Decision d, Teammate one, TeammateId other, Instant since) =>
        one.Asks.TakeLast(AsksLookedAt).Select(id => d.Ask(id)?.HelpOf(other))
            .Concat(one.Helping.TakeLast(AsksLookedAt).Select(id => d.Ask(id)).Select(a => a?.Requester == other ? a.HelpOf(one.Id) : null))
            .Any(help => help?.IntroducedAt > since || help?.HelpedAt > since);
}
