using ChatConnector.Engine.Suggesting;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Delivering;

/// <summary>Sends one claimed effect, if it may still be sent.</summary>
public sealed class Sender(Ledger ledger, Rules rules, ChatRouter chats)
{
    // Whoever opts out hears nothing more within ten seconds, so leave to speak does not last longer.
    private static readonly TimeSpan LeaveLasts = TimeSpan.FromSeconds(9);

    internal async Task<Outcome> SendAsync(Parcel parcel, Ticket ticket, CancellationToken cancellation)
    {
        var around = ledger.Around;
        var asked = around.Mark();
        if (await WhyNotAsync(parcel, cancellation) is { } reason)
            return new Outcome.NoLonger(reason);
        var (line, to, delivery) = Address(parcel);
        var delivered = await line.DeliverAsync(delivery with { MaybeShown = parcel.MaybeShown }, to, MayBegin, cancellation);
        return new Outcome.Tried(delivered, line.Platform, parcel.Card?.Version ?? 0);

        bool MayBegin() => ticket.IsFresh(around) && around.Since(asked) <= LeaveLasts;
    }

    // Asked now, at the last moment: whoever opted out since the decision is not written to. An edit makes no sound and needs no leave.
    private async Task<string?> WhyNotAsync(Parcel parcel, CancellationToken cancellation)
    {
        var reading = new Reading(ledger, parcel.Organization);
        foreach (var (place, contact) in Approached(parcel))
        {
            var now = new Message(
                new MessageId("send/" + parcel.Effect.EffectId), parcel.Organization, place.Owner ?? new TeammateId(""), place,
                ledger.Around.Now, ledger.Around.Draw(), new Said.OpenedHome());
            var whyNot = await reading.ThinkAsync(think => think(new Colleagues()), situation => rules.WhyNotSend(situation, now, place, contact), cancellation);
            if (whyNot is not null)
                return whyNot;
        }

        return null;
    }

    private static IEnumerable<(Place Place, Contact Contact)> Approached(Parcel parcel) => (parcel.Errand, parcel.Card) switch
    {
        (Errand.Post post, _) => [(post.To, post.Contact)],
        (_, { IsShown: false, Scene: Scene.In scene }) => [(scene.Place, scene.Contact)],
        (_, { IsShown: false, Scene: Scene.Introduction introduction }) => introduction.People.Select(who => (Place.PrivateWith(who), Contact.News)),
        _ => [],
    };

    private (ChatLine Line, string To, Ports.Delivery Delivery) Address(Parcel parcel) => (parcel.Errand, parcel.Card) switch
    {
        (Errand.Post post, _) => (chats.For(post.To.Id), post.To.Id, new Delivery.Post(parcel.Organization, parcel.Effect.EffectId, post.To, post.OnlyFor, post.Card)),
        (_, { Scene: Scene.Home home } card) => (chats.For(home.Of.Text), home.Of.Text, new Delivery.Home(parcel.Organization, EditId(card), home.Of, card.Wanted!)),
        (_, { IsTakenAway: true, Reference: { } reference } card) =>
            (chats.Named(card.Platform), reference, new Delivery.TakeAway(parcel.Organization, EditId(card), reference, card.Wanted!)),
        (_, { Reference: { } reference } card) =>
            (chats.Named(card.Platform), reference, new Delivery.Edit(parcel.Organization, EditId(card), reference, card.Wanted!)),
        (_, { Scene: Scene.In scene } card) =>
            (chats.For(scene.Place.Id), scene.Place.Id, new Delivery.Post(parcel.Organization, card.Born, scene.Place, scene.OnlyFor, card.Wanted!)),
        (_, { Scene: Scene.Introduction scene } card) =>
            (chats.For(scene.People[0].Text), scene.People[0].Text, new Delivery.Gather(parcel.Organization, card.Born, scene.People, card.Wanted!, scene.Draft, scene.Near)),
        _ => throw new InvalidOperationException("This effect is not for a screen."),
    };

    private static string EditId(CardOnShow card) => $"{card.Born}/v{card.Version}";
}

/// <summary>How an attempt to send ended.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It is not wanted any more.</summary>
    public sealed record NoLonger(string Reason) : Outcome;

    /// <param name="Version">Of the card that was sent.</param>
    public sealed record Tried(Delivered Delivered, string Platform, int Version) : Outcome;
}
