using System.Text.Json;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Hearing;

namespace ChatConnector.Teams.Calling;

/// <summary>What Connector asks of Teams. Every call throws <see cref="ConnectorException"/> when Teams does not do it.</summary>
public sealed class Connector(ConnectorWire wire, Pace pace)
{
    private const int PeoplePerPage = 200;
    private const string Targeted = "?isTargetedActivity=true";

    /// <summary>Shows a message; in front of others only to its recipient, if it has one.</summary>
    /// <param name="thread">The message whose thread it goes to; null for none.</param>
    /// <returns>Its id.</returns>
    public async Task<string> SendAsync(Address to, string? thread, Outgoing message, CancellationToken cancellation)
    {
        var path = $"{Activities(to, thread)}{Query(message)}";
        var sent = await MessageAsync(to, () => wire.OnceAsync(HttpMethod.Post, to.ServiceUrl, path, message, cancellation));
        return sent.Text("id");
    }

    /// <summary>Shows a message anew in its place.</summary>
    public Task UpdateAsync(Address at, string? thread, string activity, Outgoing message, CancellationToken cancellation)
    {
        var path = $"{Activities(at, thread)}/{Escaped(activity)}{Query(message)}";
        return MessageAsync(at, () => wire.RepeatAsync(HttpMethod.Put, at.ServiceUrl, path, message, cancellation));
    }

    /// <summary>Takes a message of ours away. One that is gone already is as good.</summary>
    public async Task DeleteAsync(Address at, string? thread, string activity, string onlyFor, CancellationToken cancellation)
    {
        var path = $"{Activities(at, thread)}/{Escaped(activity)}{(onlyFor.Length > 0 ? Targeted : "")}";
        try
        {
            await MessageAsync(at, () => wire.RepeatAsync(HttpMethod.Delete, at.ServiceUrl, path, null, cancellation));
        }
        catch (ConnectorException gone) when (gone.Error is "ActivityNotFoundInConversation" or "ConversationNotFound")
        {
        }
    }

    /// <summary>The private chat with somebody, which is begun if there is none.</summary>
    /// <param name="serviceUrl">Where their tenant is served.</param>
    /// <param name="bot">Connector's own account.</param>
    /// <param name="account">Theirs, or their id in the directory.</param>
    /// <returns>The conversation.</returns>
    public async Task<string> BeginAsync(string serviceUrl, string tenant, string bot, string account, CancellationToken cancellation)
    {
        pace.TakeMessage(tenant, account);
        var begun = await wire.RepeatAsync(HttpMethod.Post, serviceUrl, "conversations", Begin.With(bot, account, tenant), cancellation);
        return TeamsIds.IsId(begun.Text("id")) ? begun.Text("id") : throw new ConnectorException("POST conversations", "no_conversation", Trouble.Refused);
    }

    /// <summary>What Teams knows of somebody there; null when it knows nobody of this id.</summary>
    public async Task<Member?> MemberAsync(Address at, string account, CancellationToken cancellation)
    {
        pace.TakeLook(at.Tenant, at.Conversation);
        try
        {
            return Member.Read(await HeedingAsync(at, wire.RepeatAsync(HttpMethod.Get, at.ServiceUrl, $"conversations/{Escaped(at.Conversation)}/members/{Escaped(account)}", null, cancellation)));
        }
        catch (ConnectorException unknown) when (unknown.Trouble == Trouble.Refused)
        {
            return null;
        }
    }

    /// <summary>A page of everybody there, and where the next begins; null after the last.</summary>
    public async Task<(IReadOnlyList<Member> People, string? Next)> MembersAsync(Address at, string? from, CancellationToken cancellation)
    {
        pace.TakeLook(at.Tenant, at.Conversation);
        var path = $"conversations/{Escaped(at.Conversation)}/pagedmembers?pageSize={PeoplePerPage}{(from is null ? "" : "&continuationToken=" + Escaped(from))}";
        var page = await HeedingAsync(at, wire.RepeatAsync(HttpMethod.Get, at.ServiceUrl, path, null, cancellation));
        return ([.. page.Items("members").Select(Member.Read)], page.Text("continuationToken") is { Length: > 0 } next ? next : null);
    }

    /// <summary>The channels of a team, with their names; the first of all has none of its own.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> ChannelsAsync(Address at, CancellationToken cancellation)
    {
        pace.TakeLook(at.Tenant, at.Conversation);
        var list = await HeedingAsync(at, wire.RepeatAsync(HttpMethod.Get, at.ServiceUrl, $"teams/{Escaped(at.Team)}/conversations", null, cancellation));
        return [.. list.Items("conversations").Select(c => (c.Text("id"), c.Text("name"))).Where(c => TeamsIds.IsId(c.Item1))];
    }

    private static string Query(Outgoing message) => message.Recipient is null ? "" : Targeted;

    private static string Activities(Address at, string? thread) => $"conversations/{Escaped(thread is null ? at.Conversation : $"{at.Conversation};messageid={thread}")}/activities";

    private static string Escaped(string id) => Uri.EscapeDataString(id);

    private async Task<JsonElement> MessageAsync(Address at, Func<Task<JsonElement>> call)
    {
        pace.TakeMessage(at.Tenant, at.Conversation);
        try
        {
            return await HeedingAsync(at, call());
        }
        catch (ConnectorException refused) when (refused.Trouble == Trouble.Refused)
        {
            pace.GiveBackMessage(at.Tenant, at.Conversation);
            throw;
        }
    }

    // Once Teams asks for silence, nobody writes to this conversation until it is over.
    private async Task<JsonElement> HeedingAsync(Address at, Task<JsonElement> call)
    {
        try
        {
            return await call;
        }
        catch (ConnectorException busy) when (busy.After is { } after)
        {
            pace.Silence(at.Conversation, after);
            throw;
        }
    }
}

/// <summary>Somebody in a conversation, as Teams tells.</summary>
/// <param name="Principal">Their name for signing in, by which links find them; empty when Teams does not say.</param>
public sealed record Member(Account Account, string Principal, bool IsGuest)
{
    internal static Member Read(JsonElement json) => new(
        Account.Read(json), json.Text("userPrincipalName") is { Length: > 0 } name ? name : json.Text("email"), json.Text("userRole") is "guest" or "anonymous");
}
