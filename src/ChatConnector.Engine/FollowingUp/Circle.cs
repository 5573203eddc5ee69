namespace ChatConnector.Engine.FollowingUp;

/// <summary>Everybody who had a part in a help: the helper, those who thought of them, and those who left a lead.</summary>
public static class Circle
{
    /// <summary>The ask and the help that an act is about; null when the act claims something that is not so.</summary>
    public static (Ask Ask, Help Help)? HelpIn(Decision d, Act act) =>
        d.Ask(act.Ask) is { } ask && act.About is { } helper && ask.HelpOf(helper) is { Stage: HelpStage.Introduced } help ? (ask, help) : null;

    /// <summary>Who thought of the helper, and who thought of them in turn.</summary>
    public static IReadOnlyList<TeammateId> Connectors(Ask ask, TeammateId helper)
    {
        var found = new List<TeammateId>();
        for (var next = ask.HelpOf(helper)?.Connector; next is { } connector && !found.Contains(connector) && connector != helper; next = ask.InvitationOf(connector)?.Connector)
            found.Add(connector);
        return found;
    }

    public static IReadOnlyList<TeammateId> LeadGivers(Ask ask) => [.. ask.Leads.Select(l => l.From).Distinct()];

    /// <summary>Those who left a lead and neither helped nor thought of the helper.</summary>
    public static IReadOnlyList<TeammateId> OtherLeadGivers(Ask ask, TeammateId helper)
    {
        var connectors = Connectors(ask, helper);
        return [.. LeadGivers(ask).Where(l => ask.HelpOf(l) is not { Stage: HelpStage.Introduced } && !connectors.Contains(l))];
    }

    /// <summary>Whether the requester may thank this person for the ask.</summary>
    public static bool HadAPart(Ask ask, TeammateId who) =>
        ask.HelpOf(who) is { Stage: HelpStage.Introduced } || ask.Leads.Exists(l => l.From == who) || ask.Invitations.Exists(i => i.Connector == who);

    /// <summary>Whether these two may hear from each other through Connector. Nobody is told why not.</summary>
    public static bool MayMeet(Decision d, TeammateId one, TeammateId other) =>
        !d.Teammate(one).Preferences.Avoids.Contains(other) && !d.Teammate(other).Preferences.Avoids.Contains(one);

    /// <summary>News about an ask for somebody who had a part in it; noted as received, without its words.</summary>
    public static Decision Inform(this Decision d, Ask ask, TeammateId reader, CardKey key, Card card, ReceivedKind kind) =>
        !d.Teammate(reader).IsHere || !MayMeet(d, ask.Requester, reader)
            ? d
            : d.Tell(reader, key, card, Contact.News).Receive(reader, new Received(ask.Anonymous ? null : ask.Requester, ask.Id, d.Now, kind));

    public static Decision Receive(this Decision d, TeammateId reader, Received received) =>
        d.Change(reader, t => t with { Received = t.Received.Add(received).TakeLast(ReceivedKept).ToImmutableList() });

    /// <summary>Whether this person heard this about the ask already.</summary>
    public static bool HasReceived(Decision d, Ask ask, TeammateId reader, ReceivedKind kind) =>
        d.Teammate(reader).Received.Exists(r => r.Ask == ask.Id && r.Kind == kind);

    private const int ReceivedKept = 50;
}
