namespace ChatConnector.Engine.Tests.Chats;

/// <summary>What everybody sees. A card whose key was shown before is edited where it stands.</summary>
internal sealed class Screens
{
    private readonly List<OnScreen> cards = [];
    private readonly Dictionary<TeammateId, Card> homes = [];
    private readonly List<(TeammateId Who, Button Button, Place Place)> everSeen = [];

    /// <summary>Cards a person can see now, the latest first.</summary>
    public IEnumerable<OnScreen> SeenBy(TeammateId who) =>
        cards.Where(c => c.IsSeenBy(who)).Reverse().Concat(homes.TryGetValue(who, out var home) ? [new OnScreen(null, Place.PrivateWith(who), null, [], home)] : []);

    /// <summary>Buttons a person has seen at any time, the latest first.</summary>
    public IEnumerable<(Button Button, Place Place)> EverSeenBy(TeammateId who) =>
        everSeen.Where(s => s.Who == who || s.Who == Everybody).Reverse().Select(s => (s.Button, s.Place));

    public IReadOnlyList<OnScreen> All => cards;

    public bool Has(CardKey? key) => key is not null && cards.Exists(c => c.Key == key);

    public Shown? Tell(Effect.Tell tell, Instant at)
    {
        // As the runtime does: a card stays where it was shown first.
        if (tell.Key is { } key && cards.Find(c => c.Key == key) is { } there)
            return Replace(there, tell.Card, at);
        return Add(new OnScreen(tell.Key, tell.To, tell.OnlyFor, [], tell.Card), at);
    }

    public Shown? Edit(Effect.Edit edit, Instant at) => cards.Find(c => c.Key == edit.Key) is { } there ? Replace(there, edit.Card, at) : null;

    public Shown? TakeAway(Effect.TakeAway away, Instant at)
    {
        if (cards.Find(c => c.Key == away.Key) is not { } there)
            return null;
        cards.Remove(there);
        return new Shown.TakenAway(at, there.Place);
    }

    public Shown? Introduce(Effect.Introduce introduce, Instant at)
    {
        if (cards.Find(c => c.Key == introduce.Key) is { } there)
            return Replace(there, introduce.Opening, at);
        var place = new Place(PlaceKind.Group, $"group-{introduce.Key}", string.Join('+', introduce.People));
        return Add(new OnScreen(introduce.Key, place, null, introduce.People, introduce.Opening), at);
    }

    public Shown? ShowHome(Effect.ShowHome home)
    {
        homes[home.Of] = home.Home;
        Remember(new OnScreen(null, Place.PrivateWith(home.Of), null, [], home.Home));
        return null;
    }

    public Shown Forget(TeammateId who, Instant at)
    {
        cards.RemoveAll(c => c.Place.Owner == who);
        homes.Remove(who);
        return new Shown.Forgotten(at, Place.PrivateWith(who), who);
    }

    private Shown.Card Add(OnScreen card, Instant at)
    {
        cards.Add(card);
        Remember(card);
        return new Shown.Card(at, card, IsNew: true);
    }

    private Shown.Card? Replace(OnScreen old, Card card, Instant at)
    {
        var edited = old with { Card = card };
        var same = Showing.Lines(old.Card).SequenceEqual(Showing.Lines(card));
        cards[cards.IndexOf(old)] = edited;
        Remember(edited);
        return same ? null : new Shown.Card(at, edited, IsNew: false);
    }

    private void Remember(OnScreen card)
    {
        foreach (var button in card.Card.Buttons)
        {
            foreach (var reader in card.Place.Owner is { } owner ? [owner] : card.OnlyFor is { } only ? [only] : card.People.Count > 0 ? card.People : [Everybody])
                everSeen.Add((reader, button, card.Place));
        }
    }

    /// <summary>Stands for whoever reads along in a channel.</summary>
    public static readonly TeammateId Everybody = new("everybody");
}

/// <summary>A card where it stands.</summary>
/// <param name="People">Everybody in a group; empty elsewhere.</param>
internal sealed record OnScreen(CardKey? Key, Place Place, TeammateId? OnlyFor, IReadOnlyList<TeammateId> People, Card Card)
{
    public bool IsSeenBy(TeammateId who) => OnlyFor is { } only ? only == who : Place.Kind switch
    {
        PlaceKind.Private => Place.Owner == who,
        PlaceKind.Group => People.Contains(who) || People.Count == 0,
        _ => true,
    };
}

/// <summary>Something that came about on people's screens.</summary>
internal abstract record Shown(Instant At, Place Place)
{
    /// <param name="IsNew">Posted, rather than edited where it stood.</param>
    public sealed record Card(Instant At, OnScreen On, bool IsNew) : Shown(At, On.Place);

    public sealed record TakenAway(Instant At, Place Place) : Shown(At, Place);

    public sealed record NotSent(Instant At, Place Place, string Why) : Shown(At, Place);

    public sealed record Forgotten(Instant At, Place Place, TeammateId Who) : Shown(At, Place);
}
