using ChatConnector.Engine.Wording;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Hearing;

namespace ChatConnector.Teams.Receiving;

/// <summary>Acts on what Teams' activities mean. When it returns, what was said is kept and Teams may be answered.</summary>
public sealed class TeamsEars(ActivityHearing hearing, Inbox inbox, Addresses addresses, Acquaintance acquaintance, Dialogs dialogs, OwnVersions versions, Census census)
{
    /// <exception cref="StorageException">It was not kept; let Teams try again.</exception>
    public async Task<Answer> HearAsync(Activity activity, Instant now, CancellationToken cancellation)
    {
        var at = new Address(activity.Tenant, activity.Conversation, activity.ServiceUrl, activity.Bot.Id) { Scope = activity.Scope, Name = activity.PlaceName, Team = activity.Team };
        var people = await acquaintance.MentionedAsync(activity, at, cancellation);
        var meaning = hearing.Hear(activity, people);
        if (meaning is Meaning.Removed removed)
        {
            // A removal may arrive late, after Connector was let in again; whoever speaks is there now.
            await LeaveAsync(activity.Tenant, removed, activity.At is { } said && said < now ? said : now, cancellation);
            return Answer.Heard;
        }

        if (meaning is not (Meaning.Nothing or Meaning.Unknown or Meaning.Looks))
            await RememberAsync(activity, at, MessageIn(meaning) is not null, now, cancellation);
        return await ActAsync(activity, at, meaning, now, cancellation);
    }

    private async Task<Answer> ActAsync(Activity activity, Address at, Meaning meaning, Instant moment, CancellationToken cancellation)
    {
        switch (meaning)
        {
            case Meaning.Said or Meaning.Pressed:
                await inbox.AcceptAsync(await IntroduceAsync(MessageIn(meaning)!, activity, at, cancellation), cancellation);
                return meaning is Meaning.Said ? Answer.Heard : Answer.Pressed;
            case Meaning.Wants wants:
                return await dialogs.OpenAsync(await IntroduceAsync(wants.Message, activity, at, cancellation), activity.Id, cancellation);
            case Meaning.Submits submits:
                return await dialogs.SubmitAsync(submits with { Message = await IntroduceAsync(submits.Message, activity, at, cancellation) }, activity, cancellation);
            case Meaning.Looks looks:
                return await versions.ShowAsync(looks, activity, cancellation);
            case Meaning.Stale when activity.IsNobodysAct:
                return Answer.NothingToSee;
            case Meaning.Stale:
                return activity.Name == "adaptiveCard/action" ? Answer.Stale : Answer.Of(Frames.Stale);
            case Meaning.Unknown:
                return Answer.Unknown;
            case Meaning.Came came:
                foreach (var account in came.People)
                    await MeetAsync(at, account, cancellation);
                return Answer.Heard;
            case Meaning.Arrived:
                census.Take(at);
                return Answer.Heard;
            case Meaning.Renamed renamed:
                await addresses.HearAsync(at with { Conversation = renamed.Channel, Name = renamed.Name }, null, isSpokenTo: false, moment, cancellation);
                return Answer.Heard;
            default:
                return activity.Type == "invoke" ? Answer.Unknown : Answer.Heard;
        }
    }

    private async Task RememberAsync(Activity activity, Address at, bool isSpokenTo, Instant moment, CancellationToken cancellation)
    {
        if (activity.IsFromExtension)
        {
            await addresses.ServeAsync(at, moment, cancellation);
            return;
        }

        // What an update tells of a channel may be told in another one, which has its own name.
        var here = activity.About.Length == 0 || activity.About == activity.Conversation ? at : at with { Name = "" };
        var person = activity.Scope == Scope.Personal && activity.From.IsPerson ? TeamsIds.Parse(activity.From.InTenant(activity.Tenant).Text)?.Id : null;
        await addresses.HearAsync(here, person, isSpokenTo, moment, cancellation);
    }

    private async Task LeaveAsync(string tenant, Meaning.Removed removed, Instant moment, CancellationToken cancellation)
    {
        await addresses.StopAsync(tenant, removed.Conversation, moment, cancellation);
        if (removed.Team.Length > 0)
            await addresses.StopTeamAsync(tenant, removed.Team, moment, cancellation);
    }

    private async Task MeetAsync(Address at, Account account, CancellationToken cancellation)
    {
        if (await acquaintance.LookUpAsync(at, account.Id, cancellation) is { } member && acquaintance.Joined(member, at.Tenant) is { } joined)
            await inbox.AcceptAsync(joined, cancellation);
    }

    /// <summary>The message with what Teams says of its author and place. Whoever brings Connector in first looks after its settings.</summary>
    private async Task<Message> IntroduceAsync(Message message, Activity activity, Address at, CancellationToken cancellation)
    {
        if (message.Place is { Kind: PlaceKind.Channel, Name: "" } place && await addresses.FindAsync(at.Tenant, at.Conversation, cancellation) is { Name.Length: > 0 } known)
            message = message with { Place = place with { Name = known.Name } };
        if (await acquaintance.WhoAsync(activity, at, cancellation) is not { } entry)
            return message;
        if (acquaintance.News(message.From, at.Tenant, entry) is { } news)
            await inbox.AcceptAsync(news, cancellation);
        return message with { Speaker = entry with { Admin = message.Said is Said.Added && !entry.Outside } };
    }

    private static Message? MessageIn(Meaning meaning) => meaning switch
    {
        Meaning.Said said => said.Message,
        Meaning.Pressed pressed => pressed.Message,
        Meaning.Wants wants => wants.Message,
        Meaning.Submits submits => submits.Message,
        _ => null,
    };
}
