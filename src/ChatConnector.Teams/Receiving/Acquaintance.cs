using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ChatConnector.Runtime;
using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Hearing;

namespace ChatConnector.Teams.Receiving;

/// <summary>Looks up who speaks and who is mentioned, once for everybody, so that nobody is a stranger when they are first heard.</summary>
public sealed class Acquaintance(Connector connector, Surroundings around)
{
    /// <summary>Beyond this many it begins anew; being looked up twice does no harm.</summary>
    private const int MostRemembered = 100_000;

    private const int MostMentioned = 10;

    // Teams waits for its answer meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly IReadOnlyDictionary<string, TeammateId> NobodyMentioned = new Dictionary<string, TeammateId>();

    private readonly ConcurrentDictionary<(string Tenant, string Account), Member> met = new();
    private readonly ConcurrentDictionary<TeammateId, string> zones = new();

    /// <summary>Our ids of those mentioned, by their chat account; whoever Teams does not tell of now is left out.</summary>
    public async Task<IReadOnlyDictionary<string, TeammateId>> MentionedAsync(Activity activity, Address at, CancellationToken cancellation)
    {
        if (activity.Mentions.Count == 0)
            return NobodyMentioned;
        var accounts = activity.Mentions.Select(m => m.Account).Where(a => a != activity.Bot.Id && TeamsIds.IsId(a)).Distinct().Take(MostMentioned).ToList();
        var members = await Task.WhenAll(accounts.Select(account => LookUpAsync(at, account, cancellation)));
        return accounts.Zip(members).Where(m => m.Second is not null).ToDictionary(m => m.First, m => m.Second!.Account.InTenant(at.Tenant), StringComparer.Ordinal);
    }

    /// <summary>What the directory says of the author, as far as Teams tells; null when it does not answer.</summary>
    public async Task<DirectoryEntry?> WhoAsync(Activity activity, Address at, CancellationToken cancellation)
    {
        var account = activity.From.Id.Length > 0 ? activity.From.Id : activity.From.Directory;
        return await LookUpAsync(at, account, cancellation) is { } member
            ? EntryOf(member, at.Tenant) with { Zone = activity.Zone, Outside = IsOutside(member, at.Tenant) || activity.From.Tenant != at.Tenant }
            : null;
    }

    /// <summary>What the directory is to be told of somebody who speaks; null when that was told before.</summary>
    public Message? News(TeammateId who, string tenant, DirectoryEntry entry)
    {
        if (zones.TryGetValue(who, out var zone) && (entry.Zone is null || zone == entry.Zone))
            return null;
        if (zones.Count >= MostRemembered)
            zones.Clear();
        zones[who] = entry.Zone ?? "";
        return Joined(who, tenant, entry);
    }

    /// <summary>Somebody who is there without having said anything; null for bots.</summary>
    public Message? Joined(Member member, string tenant)
    {
        if (!member.Account.IsPerson || member.Account.Name.Length == 0)
            return null;
        Remember(tenant, member.Account.Id, member);
        return Joined(member.Account.InTenant(tenant), tenant, EntryOf(member, tenant));
    }

    public void Forget(TeammateId who)
    {
        zones.TryRemove(who, out _);
        foreach (var (key, member) in met)
        {
            if (member.Account.InTenant(key.Tenant) == who)
                met.TryRemove(key, out _);
        }
    }

    /// <summary>Whether somebody is in this place; no when Teams does not answer.</summary>
    public async Task<bool> IsInAsync(Address place, string account, CancellationToken cancellation)
    {
        try
        {
            return await connector.MemberAsync(place, account, cancellation) is not null;
        }
        catch (ConnectorException)
        {
            return false;
        }
    }

    /// <summary>Somebody there, as Teams tells; null when it does not.</summary>
    public async Task<Member?> LookUpAsync(Address at, string account, CancellationToken cancellation)
    {
        if (met.TryGetValue((at.Tenant, account), out var known))
            return known;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            if (await connector.MemberAsync(at, account, patience.Token) is not { Account.Name.Length: > 0 } member)
                return null;
            Remember(at.Tenant, account, member);
            return member;
        }
        catch (ConnectorException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    // Told once a day, so that who moves there and back is believed both times.
    private Message Joined(TeammateId who, string tenant, DirectoryEntry entry)
    {
        var told = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.ToString())).AsSpan(0, 8));
        var id = new MessageId($"{TeamsIds.Platform}/{tenant}/met/{who}/{around.Now.InUtc().Date:uuuu-MM-dd}/{told}");
        return new Message(id, TeamsIds.Organization(tenant), who, Place.PrivateWith(who), around.Now, around.Draw(), new Said.Joined(entry));
    }

    private static DirectoryEntry EntryOf(Member member, string tenant) => new(member.Account.Name, Outside: IsOutside(member, tenant));

    private static bool IsOutside(Member member, string tenant) => member.IsGuest || (member.Account.Tenant.Length > 0 && member.Account.Tenant != tenant);

    private void Remember(string tenant, string account, Member member)
    {
        if (met.Count >= MostRemembered)
            met.Clear();
        met[(tenant, account)] = member;
        // People are told of by either id.
        if (TeamsIds.Parse(member.Account.InTenant(tenant).Text) is { } ours)
            met[(tenant, ours.Id)] = member;
    }
}
