using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Rendering;

namespace ChatConnector.Slack.Showing;

/// <summary>Slack as a platform.</summary>
public sealed class SlackChat(Installs installs, SlackApi api, Surroundings around) : IChat
{
    private const int MostInGroup = 8;
    private readonly Conversations conversations = new(api);
    private readonly Poster poster = new(api);

    public string Platform => SlackIds.Platform;

    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (WorkspaceOf(delivery) is not { } workspace)
            return new Delivered.Unwelcome("not of Slack");
        try
        {
            // Asked for now: from the moment Connector is thrown out, nothing is sent.
            if (await installs.FindAsync(workspace, cancellation) is not { } at || at.Install.Organization != delivery.Organization)
                return new Delivered.Unwelcome("not installed there");
            return await TryAsync(at, delivery, cancellation);
        }
        catch (StorageException)
        {
            return new Delivered.Busy(null);
        }
    }

    private async Task<Delivered> TryAsync(Installed at, Delivery delivery, CancellationToken cancellation)
    {
        try
        {
            return new Delivered.Shown(await ShowAsync(at, delivery, cancellation));
        }
        catch (SlackException trouble)
        {
            return trouble.Trouble switch
            {
                Trouble.Busy or Trouble.Paused => new Delivered.Busy(trouble.After),
                Trouble.Uncertain => new Delivered.Uncertain(trouble.Message),
                Trouble.TokenDead when !await installs.GiveUpAsync(at, trouble.Error == SlackErrors.Expired, around.Now, cancellation) => new Delivered.Busy(null),
                Trouble.TokenDead => new Delivered.Unwelcome(trouble.Message),
                _ => new Delivered.Refused(trouble.Message),
            };
        }
    }

    private Task<string> ShowAsync(Installed at, Delivery delivery, CancellationToken cancellation) => delivery switch
    {
        Delivery.Post { OnlyFor: { } only, To.Kind: not PlaceKind.Private } post =>
            WhisperAsync(at, post, UserOf(at, only), Poster.Card(at, IdOf(at, post.To.Id), post.To.Thread, post.Card), post.Card, cancellation),
        Delivery.Post post => PostAsync(at, post, post.To, post.Card, cancellation),
        Delivery.Edit edit => EditAsync(at, edit, Reference.Parse(edit.Shown)!, edit.Card, cancellation),
        Delivery.TakeAway away => TakeAwayAsync(at, away, Reference.Parse(away.Shown)!, cancellation),
        Delivery.Gather gather => GatherAsync(at, gather, cancellation),
        Delivery.Home home => HomeAsync(at, home, UserOf(at, home.Of), cancellation),
        _ => throw new SlackException("show", "unknown_delivery", Trouble.Refused),
    };

    private async Task<string> PostAsync(Installed at, Delivery delivery, Place to, Card card, CancellationToken cancellation)
    {
        var channel = to.Owner is { } owner ? await conversations.WithAsync(at, [UserOf(at, owner)], cancellation) : IdOf(at, to.Id);
        return await PostAsync(at, delivery, channel, to.Thread, card, cancellation);
    }

    private async Task<string> PostAsync(Installed at, Delivery delivery, string channel, string? thread, Card card, CancellationToken cancellation)
    {
        var posted = await poster.PostAsync(at, delivery, channel, thread, card, cancellation);
        return new Reference(at.Install.Workspace, posted.Channel, posted.Time).ToString();
    }

    // In a channel where Connector is not or may not, or for somebody who is not there, the private chat is the place for it.
    private async Task<string> WhisperAsync(Installed at, Delivery delivery, string user, Posting posting, Card card, CancellationToken cancellation)
    {
        try
        {
            await api.PostEphemeralAsync(at, user, posting, cancellation);
            return new Reference(at.Install.Workspace, posting.Channel, "", posting.Thread ?? "", user).ToString();
        }
        catch (SlackException impossible) when (impossible.Trouble == Trouble.Refused)
        {
            return await PostAsync(at, delivery, Place.PrivateWith(SlackIds.Teammate(at.Install.Workspace, user)), card, cancellation);
        }
    }

    // What only one person saw cannot be edited; they get it anew.
    private async Task<string> EditAsync(Installed at, Delivery delivery, Reference shown, Card card, CancellationToken cancellation)
    {
        var posting = Poster.Card(at, shown.Channel, shown.Thread.Length > 0 ? shown.Thread : null, card);
        if (shown.OnlyFor.Length > 0)
            return await WhisperAsync(at, delivery, shown.OnlyFor, posting, card, cancellation);
        await api.UpdateAsync(at, shown.Time, posting, cancellation);
        return shown.ToString();
    }

    // Workspaces that keep everything let nobody take a message away; its words can still go. What only one person saw is gone when they reload.
    private async Task<string> TakeAwayAsync(Installed at, Delivery.TakeAway away, Reference shown, CancellationToken cancellation)
    {
        try
        {
            if (shown.OnlyFor.Length == 0)
                await api.DeleteAsync(at, shown.Channel, shown.Time, cancellation);
            return shown.ToString();
        }
        catch (SlackException impossible) when (impossible.Error is "cant_delete_message" or "compliance_exports_prevent_deletion")
        {
            return await EditAsync(at, away, shown, away.Otherwise, cancellation);
        }
    }

    private async Task<string> GatherAsync(Installed at, Delivery.Gather gather, CancellationToken cancellation)
    {
        string channel;
        try
        {
            if (gather.People.Count > MostInGroup)
                throw new SlackException("conversations.open", "too_many_users", Trouble.Refused);
            channel = await conversations.WithAsync(at, [.. gather.People.Select(p => UserOf(at, p))], cancellation);
        }
        catch (SlackException trouble) when (trouble.Trouble == Trouble.Refused && gather.Near is not null)
        {
            return await PostAsync(at, gather, gather.Near, gather.Opening, cancellation);
        }

        return await PostAsync(at, gather, channel, null, gather.Opening, cancellation);
    }

    private async Task<string> HomeAsync(Installed at, Delivery.Home home, string user, CancellationToken cancellation)
    {
        await api.PublishHomeAsync(at, user, new CardRendering(at.Install.Workspace).Home(home.Card), cancellation);
        return new Reference(at.Install.Workspace, user, "home").ToString();
    }

    private static string? WorkspaceOf(Delivery delivery) => delivery switch
    {
        Delivery.Post post => SlackIds.Parse(post.To.Id)?.Workspace,
        Delivery.Edit edit => Reference.Parse(edit.Shown)?.Workspace,
        Delivery.TakeAway away => Reference.Parse(away.Shown)?.Workspace,
        Delivery.Gather { People: [var first, ..] } => SlackIds.Parse(first.Text)?.Workspace,
        Delivery.Home home => SlackIds.Parse(home.Of.Text)?.Workspace,
        _ => null,
    };

    private static string UserOf(Installed at, TeammateId who) => IdOf(at, who.Text);

    private static string IdOf(Installed at, string ours) => SlackIds.Parse(ours) is { } slack && slack.Workspace == at.Install.Workspace
        ? slack.Id
        : throw new SlackException("show", "of_another_workspace", Trouble.Refused);
}
