using ChatConnector.Engine;
using ChatConnector.Engine.Wording;
using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Host.TryIt.Rendering;
using ChatConnector.Host.TryIt.Screens;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Host.TryIt;

/// <summary>The browser as a platform: what Connector shows becomes rows, and every open window learns of it.</summary>
public sealed class BrowserChat(CurrentOrganization current, TimeProvider clock) : IChat
{
    public const string Name = "browser";

    public string Platform => Name;

    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (await current.ScreenAsync(cancellation) is not { } screen || screen.Organization != delivery.Organization)
            return new Delivered.Unwelcome("the organization was started over");
        var reference = await screen.WriteAsync(delivery.EffectId, number => PutsFor(delivery, number), cancellation);
        return reference is null ? new Delivered.Refused("the card is gone") : new Delivered.Shown(reference);
    }

    private IReadOnlyList<Put> PutsFor(Delivery delivery, long number) => delivery switch
    {
        Delivery.Post post => [Put.New(Says(Talk.IdOf(post.To), number, post.Card) with { OnlyFor = post.OnlyFor?.Text, Thread = ThreadOf(post.To) })],
        Delivery.Edit edit => [Put.Edit(edit.Shown, line => line with { Card = edit.Card.View(), Edited = true })],
        Delivery.TakeAway away => [Put.Edit(away.Shown, line => line with { Card = null, Gone = true })],
        Delivery.Home home => [Put.Row(new HomePage(home.Of.Text, home.Card.View()))],
        Delivery.Gather gather => Gather(gather, number),
        _ => [],
    };

    private IReadOnlyList<Put> Gather(Delivery.Gather gather, long number)
    {
        var talk = new Talk(Talk.IdOf(new Place(PlaceKind.Group, $"{number}")), "", "Brought together by Connector", [.. gather.People.Select(p => p.Text)]);
        return [Put.Row(talk), Put.New(Says(talk.Id, number + 1, gather.Opening))];
    }

    private Line Says(string talk, long number, Card card) => new(talk, number, Line.Connector, clock.GetUtcNow()) { Card = card.View() };

    private static long? ThreadOf(Place place) => long.TryParse(place.Thread, out var number) ? number : null;
}
