namespace ChatConnector.Engine.Teammates;

/// <summary>"Fewer of these": one kind of message is off for a while, and back with one press.</summary>
public static class Muting
{
    /// <summary>Off for good, when somebody says so on the form rather than with a press.</summary>
    public static readonly Instant ForGood = Instant.FromUtc(9999, 1, 1, 0, 0);

    /// <summary>The kinds that can be off. Replies and news one waits for cannot.</summary>
    public static readonly ImmutableArray<Contact> Kinds =
        [Contact.Invitation, Contact.Promise, Contact.Unanswered, Contact.Thank, Contact.Outcome, Contact.Hello, Contact.PayForward];

    public static Decision Fewer(Decision d, Act act)
    {
        if (act.Detail is null)
            return d.Reply(General.OpenForm(new Act(Verb.EditPreferences), "Gladly. Which kind is too much?", "Choose"));
        if (KindOf(act) is not { } kind)
            return d.Reply(Refusals.Card(Refusals.NotPossible));
        var days = d.Settings.Attention.OffForDays;
        return Change(d, muted => muted.SetItem(kind, d.Now + Duration.FromDays(days))).Reply(PreferenceCards.Fewer(kind, days));
    }

    public static Decision Undo(Decision d, Act act) => KindOf(act) is { } kind
        ? Change(d, muted => muted.Remove(kind)).Reply(PreferenceCards.FewerUndone(kind))
        : d.Reply(Refusals.Card(Refusals.NotPossible));

    private static Contact? KindOf(Act act) =>
        Enum.TryParse<Contact>(act.Detail, out var kind) && Kinds.Contains(kind) && act.Detail == $"{kind}" ? kind : null;

    private static Decision Change(Decision d, Func<ImmutableDictionary<Contact, Instant>, ImmutableDictionary<Contact, Instant>> change) =>
        d.Change(d.Message.From, t => t with { Preferences = t.Preferences with { Muted = change(t.Preferences.Muted) } });
}
