namespace ChatConnector.Engine.Teammates;

/// <summary>
/// Whether people care for what Connector starts. Any press on something about the same ask is a reaction; two messages of
/// one kind without any, and that kind is off for a while.
/// </summary>
public static class Attending
{
    /// <summary>Somebody does something: whatever was started about it has found an answer.</summary>
    public static Decision Reacted(Decision d, Act act)
    {
        var attention = d.Me.Attention;
        var answered = attention.Started.FindAll(s => !s.Answered && IsAnsweredBy(s, act));
        if (answered.IsEmpty)
            return d;
        var kinds = answered.Select(s => s.Contact).Distinct();
        return d.Change(d.Message.From, t => t with
        {
            Attention = t.Attention with
            {
                Started = t.Attention.Started.ConvertAll(s => answered.Contains(s) ? s with { Answered = true } : s),
                IgnoredInARow = t.Attention.IgnoredInARow.RemoveRange(kinds),
            },
        });
    }

    /// <summary>Whether the last few messages of this kind, today's aside, were left without any reaction.</summary>
    public static bool IsIgnored(Decision d, TeammateId who, Contact contact)
    {
        // Unanswered invitations have a rest of their own, so that the requester is not left waiting for two months.
        if (contact == Contact.Invitation)
            return false;
        var teammate = d.Teammate(who);
        var hours = OfficeHours.Of(teammate, d.Settings);
        var today = teammate.Attention.Started.Count(s => s.Contact == contact && !s.Answered && hours.DateAt(s.At) == hours.DateAt(d.Now));
        return teammate.Attention.IgnoredInARow.GetValueOrDefault(contact) - today >= d.Settings.Attention.IgnoredInARow;
    }

    public static Decision TurnOff(Decision d, TeammateId who, Contact contact) => d.Change(who, t => t with
    {
        Preferences = t.Preferences with { Muted = t.Preferences.Muted.SetItem(contact, d.Now + Duration.FromDays(d.Settings.Attention.OffForDays)) },
        Attention = t.Attention with { IgnoredInARow = t.Attention.IgnoredInARow.Remove(contact) },
    });

    private static bool IsAnsweredBy(Started started, Act act) => act.Verb switch
    {
        Verb.Fewer or Verb.UndoFewer => act.Detail == $"{started.Contact}",
        Verb.ThankInWords => started.Contact == Contact.Thank,
        _ => act.Ask is { } ask && started.Key.Text.StartsWith($"{ask}/", StringComparison.Ordinal),
    };
}
