using ChatConnector.Engine.Wording;
using ChatConnector.Runtime;
using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Receiving;
using ChatConnector.Teams.Rendering;

namespace ChatConnector.Teams.Showing;

/// <summary>Teams as a platform.</summary>
public sealed class TeamsChat(Connector connector, Addresses addresses, Acquaintance acquaintance, Surroundings around) : IChat
{
    // Teams has no page of Connector's own; whoever says "home" gets it as an answer.
    private static readonly Delivered NoPage = new Delivered.Shown("");

    private readonly PrivateChats privately = new(connector, addresses, around);
    private readonly DraftLink drafts = new(connector, addresses);

    public string Platform => TeamsIds.Platform;

    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (TenantOf(delivery) is not { } tenant || TeamsIds.Organization(tenant) != delivery.Organization)
            return new Delivered.Unwelcome("not of this tenant");
        try
        {
            return delivery is Delivery.Home ? NoPage : new Delivered.Shown((await ShowAsync(tenant, delivery, cancellation)).ToString());
        }
        catch (ConnectorException trouble)
        {
            return trouble.Trouble switch
            {
                Trouble.Busy => new Delivered.Busy(trouble.After),
                Trouble.Uncertain => new Delivered.Uncertain(trouble.Message),
                _ => new Delivered.Refused(trouble.Message),
            };
        }
        catch (StorageException)
        {
            return new Delivered.Busy(null);
        }
    }

    public async Task ForgetAsync(OrganizationId organization, TeammateId who, CancellationToken cancellation)
    {
        acquaintance.Forget(who);
        if (TeamsIds.Parse(who.Text) is { } teams && TeamsIds.Organization(teams.Tenant) == organization)
            await addresses.ForgetAsync(teams.Tenant, teams.Id, cancellation);
    }

    private Task<Reference> ShowAsync(string tenant, Delivery delivery, CancellationToken cancellation) => delivery switch
    {
        Delivery.Post { OnlyFor: { } only, To.Kind: not PlaceKind.Private } post => WhisperAsync(tenant, post.To, IdOf(tenant, only.Text), post.Card, cancellation),
        Delivery.Post post => PostAsync(tenant, post.To, post.Card, cancellation),
        Delivery.Edit edit => EditAsync(Reference.Parse(edit.Shown)!, edit.Card, cancellation),
        Delivery.TakeAway away => TakeAwayAsync(Reference.Parse(away.Shown)!, away.Otherwise, cancellation),
        Delivery.Gather gather => GatherAsync(tenant, gather, cancellation),
        _ => throw new ConnectorException("show", "unknown_delivery", Trouble.Refused),
    };

    private async Task<Reference> PostAsync(string tenant, Place to, Card card, CancellationToken cancellation)
    {
        var at = to.Owner is { } owner ? await privately.WithAsync(tenant, IdOf(tenant, owner.Text), cancellation) : await PlaceAsync(tenant, to.Id, cancellation);
        return await SendAsync(at, to.Thread, Message(tenant, card, mentions: to.Owner is not null, own: await OwnAsync(at, card, cancellation)), cancellation);
    }

    // Where Teams cannot show it to one person alone, the private chat is the place for it; never the channel.
    private async Task<Reference> WhisperAsync(string tenant, Place place, string person, Card card, CancellationToken cancellation)
    {
        var at = await PlaceAsync(tenant, place.Id, cancellation);
        try
        {
            return await SendAsync(at, place.Thread, Message(tenant, card, mentions: false) with { Recipient = new Recipient(person) }, cancellation);
        }
        catch (ConnectorException impossible) when (impossible.Trouble == Trouble.Refused)
        {
            return await TellPrivatelyAsync(tenant, at, place, person, card, cancellation);
        }
    }

    private async Task<Reference> TellPrivatelyAsync(string tenant, Address at, Place place, string person, Card card, CancellationToken cancellation)
    {
        try
        {
            return await PostAsync(tenant, Place.PrivateWith(TeamsIds.Teammate(tenant, person)), card, cancellation);
        }
        catch (ConnectorException absent) when (absent.Trouble is Trouble.Refused or Trouble.NotWanted)
        {
            return await SendAsync(at, place.Thread, Message(tenant, Card.Of("add-me", Text.Of(Frames.AddMe)), mentions: false), cancellation);
        }
    }

    private async Task<Reference> EditAsync(Reference shown, Card card, CancellationToken cancellation)
    {
        var at = await PlaceOfAsync(shown, cancellation);
        var own = shown.OnlyFor.Length > 0 ? null : await OwnAsync(at, card, cancellation);
        var message = Message(shown.Tenant, card, mentions: at.Scope == Hearing.Scope.Personal, own: own);
        await WantedAsync(
            at, () => connector.UpdateAsync(at, ThreadOf(shown.Thread), shown.Activity, shown.OnlyFor.Length > 0 ? message with { Recipient = new Recipient(shown.OnlyFor) } : message, cancellation), cancellation);
        return shown;
    }

    // Organizations that keep everything let nobody take a message away; its words can still go.
    private async Task<Reference> TakeAwayAsync(Reference shown, Card otherwise, CancellationToken cancellation)
    {
        var at = await PlaceOfAsync(shown, cancellation);
        try
        {
            await WantedAsync(at, () => connector.DeleteAsync(at, ThreadOf(shown.Thread), shown.Activity, shown.OnlyFor, cancellation), cancellation);
            return shown;
        }
        catch (ConnectorException impossible) when (impossible.Trouble == Trouble.Refused)
        {
            return await EditAsync(shown, otherwise, cancellation);
        }
    }

    private async Task<Reference> GatherAsync(string tenant, Delivery.Gather gather, CancellationToken cancellation)
    {
        try
        {
            var people = gather.People.Select(p => IdOf(tenant, p.Text)).ToList();
            var at = await privately.WithAsync(tenant, people[0], cancellation);
            var near = gather.Near is { } place ? await addresses.FindAsync(tenant, IdOf(tenant, place.Id), cancellation) : null;
            var link = at.IsStopped ? null : await drafts.ToAsync(tenant, people.Skip(1), near, gather.Draft, cancellation);
            if (link is not null || gather.Near is null)
                return await SendAsync(at, null, Message(tenant, WithNote(gather.Opening, link is null ? Frames.WriteToThem : Frames.DraftIsReady), mentions: true, link), cancellation);
        }
        catch (ConnectorException trouble) when (trouble.Trouble is Trouble.Refused or Trouble.NotWanted && gather.Near is not null)
        {
            // Whoever cannot be reached in private is met where the ask was.
        }

        return await SendAsync(await PlaceAsync(tenant, gather.Near!.Id, cancellation), gather.Near.Thread, Message(tenant, gather.Opening, mentions: true), cancellation);
    }

    private static Card WithNote(Card opening, string note) => opening with { Parts = [.. opening.Parts, new Part.Note(Text.Ours(note))] };

    /// <summary>The chat account of whoever has the card in their own version. Where Teams does not tell, they see what everybody sees.</summary>
    private async Task<string?> OwnAsync(Address at, Card card, CancellationToken cancellation) => card.Own is { } own && at.Scope != Hearing.Scope.Personal
        ? (await acquaintance.LookUpAsync(at, IdOf(at.Tenant, own.Reader.Text), cancellation))?.Account.Id
        : null;

    private static Outgoing Message(string tenant, Card card, bool mentions, string? link = null, string? own = null) => Outgoing.Of(
        new CardRendering(tenant, mentions) { Own = own }.Render(card, link is null ? null : [new CardAction.OpenUrl(Frames.OpenTheDraft, link)]), CardRendering.Summary(card));

    private async Task<Reference> SendAsync(Address at, string? thread, Outgoing message, CancellationToken cancellation)
    {
        var sent = "";
        await WantedAsync(at, async () => sent = await connector.SendAsync(at, thread, message, cancellation), cancellation);
        return new Reference(at.Tenant, at.Conversation, sent, thread ?? "", message.Recipient?.Id ?? "");
    }

    /// <summary>Nothing is sent to where Connector is not wanted, and once Teams says so that is kept until it is spoken to again.</summary>
    private async Task WantedAsync(Address at, Func<Task> send, CancellationToken cancellation)
    {
        if (at.IsStopped)
            throw new ConnectorException("send", "not_wanted_there", Trouble.NotWanted);
        var began = around.Now;
        try
        {
            await send();
        }
        catch (ConnectorException no) when (no.Trouble == Trouble.NotWanted)
        {
            await addresses.StopAsync(at.Tenant, at.Conversation, began, cancellation);
            throw;
        }
    }

    private async Task<Address> PlaceOfAsync(Reference shown, CancellationToken cancellation) =>
        await addresses.FindAsync(shown.Tenant, shown.Conversation, cancellation) ?? throw new ConnectorException("show", "place_not_known", Trouble.Refused);

    private async Task<Address> PlaceAsync(string tenant, string place, CancellationToken cancellation) =>
        await addresses.FindAsync(tenant, IdOf(tenant, place), cancellation) ?? throw new ConnectorException("send", "place_not_known", Trouble.Refused);

    private static string? ThreadOf(string thread) => thread.Length > 0 ? thread : null;

    private static string? TenantOf(Delivery delivery) => delivery switch
    {
        Delivery.Post post => TeamsIds.Parse(post.To.Id)?.Tenant,
        Delivery.Edit edit => Reference.Parse(edit.Shown)?.Tenant,
        Delivery.TakeAway away => Reference.Parse(away.Shown)?.Tenant,
        Delivery.Gather { People: [var first, ..] } => TeamsIds.Parse(first.Text)?.Tenant,
        Delivery.Home home => TeamsIds.Parse(home.Of.Text)?.Tenant,
        _ => null,
    };

    private static string IdOf(string tenant, string ours) => TeamsIds.Parse(ours) is { } teams && teams.Tenant == tenant
        ? teams.Id
        : throw new ConnectorException("show", "of_another_tenant", Trouble.Refused);
}
