using ChatConnector.Runtime;
using ChatConnector.Teams.Hearing;

namespace ChatConnector.Teams.Finding;

/// <summary>
/// Where Connector can be reached and reach others. Kept under the conversation, and a private chat also under the person
/// it is with; under the tenant itself lies where it is served.
/// </summary>
public sealed class Addresses
{
    private const string Partition = "teams";
    private const int MostPlaces = 2_000;

    private readonly IStore store;
    private readonly Lately<AddressRow> heardLately;
    private int changes;

    public Addresses(IStore store, Surroundings around)
    {
        this.store = store;
        heardLately = new Lately<AddressRow>(around, () => Volatile.Read(ref changes), async (key, cancellation) => (await ReadAsync(key, cancellation)).Row);
    }

    /// <summary>The conversation's address; null when Connector was never heard there.</summary>
    /// <exception cref="StorageException">It cannot be read now.</exception>
    public async Task<Address?> FindAsync(string tenant, string conversation, CancellationToken cancellation) =>
        (await ReadAsync(At(tenant, conversation), cancellation)).Row?.At;

    /// <summary>The private chat with somebody; null when there is none yet.</summary>
    /// <exception cref="StorageException">It cannot be read now.</exception>
    public async Task<Address?> FindPrivateAsync(string tenant, string person, CancellationToken cancellation) =>
        (await ReadAsync(Person(tenant, person), cancellation)).Row is { } row ? await FindAsync(tenant, row.At.Conversation, cancellation) : null;

    /// <summary>Where a tenant is served, with Connector's own account there; null when nobody of it was ever heard.</summary>
    /// <exception cref="StorageException">It cannot be read now.</exception>
    public async Task<Address?> FindTenantAsync(string tenant, CancellationToken cancellation) => (await ReadAsync(Tenant(tenant), cancellation)).Row?.At;

    /// <summary>Channels Connector may be seen in, as far as their names are known.</summary>
    /// <exception cref="StorageException">They cannot be read now.</exception>
    public async Task<IReadOnlyList<Address>> ChannelsAsync(string tenant, CancellationToken cancellation) =>
        [.. (await AllAsync(tenant, cancellation)).Where(a => a is { Scope: Scope.Channel, IsStopped: false, Name.Length: > 0 })];

    /// <summary>The tenant is served where this came from.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public Task ServeAsync(Address heard, Instant at, CancellationToken cancellation) => KeepAsync(Tenant(heard.Tenant), before => Served(before, heard), at, cancellation);

    /// <summary>Something came from there. What was stopped begins again only when a person speaks.</summary>
    /// <param name="person">Whose private chat it is; null when it is nobody's.</param>
    /// <param name="at">When it was said.</param>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task HearAsync(Address heard, string? person, bool isSpokenTo, Instant at, CancellationToken cancellation)
    {
        var key = At(heard.Tenant, heard.Conversation);
        // It is kept last of all, so whoever finds it as it was heard needs to look no further; that is nearly every message.
        if (await heardLately.FindAsync(key, cancellation) is { } row && Changed(row.At) == row.At)
            return;
        await ServeAsync(heard, at, cancellation);
        if (person is not null)
            await MeetAsync(heard, person, at, cancellation);
        await KeepAsync(key, before => before is null ? heard with { With = person ?? "" } : Changed(before), at, cancellation);

        Address Changed(Address before) => heard with
        {
            Name = heard.Name.Length > 0 ? heard.Name : before.Name,
            Team = heard.Team.Length > 0 ? heard.Team : before.Team,
            With = person ?? before.With,
            IsStopped = before.IsStopped && !isSpokenTo,
        };
    }

    /// <summary>Connector was removed or blocked there at this moment. Whoever spoke to it after that is still answered.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public Task StopAsync(string tenant, string conversation, Instant at, CancellationToken cancellation) =>
        KeepAsync(At(tenant, conversation), before => before is null ? null : before with { IsStopped = true }, at, cancellation);

    /// <summary>As <see cref="StopAsync"/>, for every channel of a team.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task StopTeamAsync(string tenant, string team, Instant at, CancellationToken cancellation)
    {
        foreach (var channel in (await AllAsync(tenant, cancellation)).Where(a => a.Team == team))
            await StopAsync(tenant, channel.Conversation, at, cancellation);
    }

    /// <summary>Forgets the private chat with somebody.</summary>
    /// <exception cref="StorageException">It was not forgotten.</exception>
    public async Task ForgetAsync(string tenant, string person, CancellationToken cancellation)
    {
        if ((await ReadAsync(Person(tenant, person), cancellation)).Row is not { } row)
            return;
        await CommitAsync([new RowChange.Delete(At(tenant, row.At.Conversation)), new RowChange.Delete(Person(tenant, person))], cancellation);
    }

    /// <summary>Somebody is written to where they were heard last.</summary>
    private async Task MeetAsync(Address heard, string person, Instant at, CancellationToken cancellation)
    {
        var last = (await ReadAsync(Person(heard.Tenant, person), cancellation)).Row?.At.Conversation;
        if (last is not null && last != heard.Conversation)
            await KeepAsync(At(heard.Tenant, last), before => before is null ? null : before with { With = "" }, at, cancellation);
        await KeepAsync(Person(heard.Tenant, person), before => before?.Conversation == heard.Conversation ? before : new Address(heard.Tenant, heard.Conversation, "", ""), at, cancellation);
    }

    // Channels and groups only: private chats have ids that begin with a letter.
    private async Task<IReadOnlyList<Address>> AllAsync(string tenant, CancellationToken cancellation) =>
        [.. (await store.ScanAsync(Partition, At(tenant, "19:"), At(tenant, "19;"), MostPlaces, cancellation)).Select(r => AddressRow.Read(r.Json).At)];

    private static Address Served(Address? before, Address heard) => before is not null && before.ServiceUrl == heard.ServiceUrl && before.Bot == heard.Bot
        ? before
        : new Address(heard.Tenant, "", heard.ServiceUrl, heard.Bot);

    private async Task KeepAsync(string key, Func<Address?, Address?> change, Instant at, CancellationToken cancellation)
    {
        while (true)
        {
            var (before, etag) = await ReadAsync(key, cancellation);
            if (before?.Since > at.ToUnixTimeMilliseconds() || change(before?.At) is not { } after || after == before?.At)
                return;
            var json = new AddressRow(AddressRow.Current, after, at.ToUnixTimeMilliseconds()).ToJson();
            if (await CommitAsync([etag is null ? new RowChange.Insert(key, json) : new RowChange.Replace(key, json, etag)], cancellation))
                return;
        }
    }

    private async Task<bool> CommitAsync(IReadOnlyList<RowChange> rows, CancellationToken cancellation)
    {
        try
        {
            return await store.CommitAsync(Partition, rows, cancellation);
        }
        finally
        {
            // Also when nobody knows whether it was kept.
            Interlocked.Increment(ref changes);
        }
    }

    private async Task<(AddressRow? Row, string? ETag)> ReadAsync(string key, CancellationToken cancellation) =>
        await store.ReadAsync(Partition, [key], cancellation) is [var kept] ? (AddressRow.Read(kept.Json), kept.ETag) : (null, null);

    private static string At(string tenant, string conversation) => $"at|{tenant}|{conversation}";

    private static string Person(string tenant, string person) => $"person|{tenant}|{person}";

    private static string Tenant(string tenant) => $"tenant|{tenant}";
}
