namespace ChatConnector.Engine.Teammates;

/// <summary>A teammate's own page: short lists of what is theirs. Nothing on it counts or compares people.</summary>
public static class Home
{
    private const int MostOfEach = 5;
    private static readonly Duration StillNews = Duration.FromDays(30);

    /// <summary>The page is opened, and from then on follows what its owner does.</summary>
    public static Decision Open(Decision d)
    {
        if (d.Me.IsHere && !d.Me.HasHome)
            d = d.Change(d.Message.From, t => t with { HasHome = true });
        return d.Do(new Effect.ShowHome(d.Message.From, Of(d)));
    }

    /// <summary>Asked for in words: the page itself as an answer, for those whose platform has no place for it.</summary>
    public static Decision See(Decision d)
    {
        d = Open(d);
        return d.Reply(Of(d));
    }

    /// <summary>After a press that changed something, an opened page shows it.</summary>
    public static Decision Follow(Decision d) =>
        d.Me is { IsHere: true, HasHome: true } me && !d.Changed.IsEmpty && !d.Effects.Exists(e => e is Effect.ShowHome { Of: var of } && of == me.Id)
            ? d.Do(new Effect.ShowHome(me.Id, Of(d)))
            : d;

    public static Card Of(Decision d) => d.Me.IsHere ? HomeCards.Home(d) : HomeCards.Stranger();

    /// <summary>Open asks first, then those that ended lately; newest first.</summary>
    public static IReadOnlyList<Ask> Asks(Decision d)
    {
        var mine = d.Me.Asks.Reverse().Select(id => d.Ask(id)).OfType<Ask>().ToList();
        return [.. mine.Where(a => a.IsOpen), .. mine.Where(a => !a.IsOpen && a.EndedAt > d.Now - StillNews).Take(MostOfEach)];
    }

    /// <summary>Asks this person has promised a hand with, that nobody has heard the end of.</summary>
    public static IReadOnlyList<(Ask Ask, Help Help)> Promises(Decision d) =>
        [.. d.Me.Helping.Reverse().Select(id => d.Ask(id)).OfType<Ask>()
            .Select(ask => (Ask: ask, Help: ask.HelpOf(d.Message.From)))
            .Where(p => p is { Ask.IsOpen: true, Help: { IsLive: true, Helped: Helped.Unknown or Helped.NotYet } })
            .Select(p => (p.Ask, p.Help!)).Take(MostOfEach)];

    /// <summary>Asks that wait for this person's answer.</summary>
    public static IReadOnlyList<Ask> Waiting(Decision d) =>
        [.. d.Me.Invited.Where(i => i.Outcome == InvitedOutcome.Open).Reverse().Select(i => d.Ask(i.Ask)).OfType<Ask>()
            .Where(ask => ask.IsOpen && ask.InvitationOf(d.Message.From) is { State: InvitationState.Sent }).Take(MostOfEach)];

    public static IReadOnlyList<Received> Received(Decision d) => [.. d.Me.Received.Reverse().Take(MostOfEach)];
}
