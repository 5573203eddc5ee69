using System.Text.Json;
using ChatConnector.Engine;
using ChatConnector.Host.TryIt.Screens;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Host.TryIt.Organizations;

/// <summary>Which organization the try-it chat shows. There is one at a time; starting over begins a new one and forgets the old.</summary>
public sealed class CurrentOrganization(IStore store) : IDisposable
{
    private const string Partition = "browser";
    private const string Key = "organization";
    private const int Batch = 90;

    private readonly SemaphoreSlim changing = new(1, 1);
    private Screen? screen;

    /// <summary>The organization, or null before the first choice.</summary>
    public async Task<Chosen?> ReadAsync(CancellationToken cancellation) =>
        await store.ReadAsync(Partition, Key, cancellation) is { } row ? JsonSerializer.Deserialize(row.Json, ScreenJson.Default.Chosen) : null;

    /// <summary>What is shown in the organization, or null before the first choice.</summary>
    public async Task<Screen?> ScreenAsync(CancellationToken cancellation)
    {
        if (screen is { } known)
            return known;
        await changing.WaitAsync(cancellation);
        try
        {
            return screen ??= await ReadAsync(cancellation) is { } chosen ? new Screen(store, new OrganizationId(chosen.Id)) : null;
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>
    /// Begins a new organization under an id of its own, so that nothing still under way for the old one can reach it.
    /// </summary>
    public async Task<Screen> BeginAsync(string kind, string name, CancellationToken cancellation)
    {
        await changing.WaitAsync(cancellation);
        try
        {
            var old = await store.ReadAsync(Partition, Key, cancellation);
            var oldId = old is null ? null : JsonSerializer.Deserialize(old.Json, ScreenJson.Default.Chosen)!.Id;
            var chosen = new Chosen($"try-{Guid.NewGuid():N}", kind, name);
            var json = JsonSerializer.Serialize(chosen, ScreenJson.Default.Chosen);
            await store.CommitAsync(Partition, [old is null ? new RowChange.Insert(Key, json) : new RowChange.Replace(Key, json, old.ETag)], cancellation);
            var before = screen;
            screen = new Screen(store, new OrganizationId(chosen.Id));
            before?.Wake();
            if (oldId is not null)
                await ForgetAsync(new OrganizationId(oldId), cancellation);
            return screen;
        }
        finally
        {
            changing.Release();
        }
    }

    public void Dispose()
    {
        changing.Dispose();
        screen?.Dispose();
    }

    private async Task ForgetAsync(OrganizationId organization, CancellationToken cancellation)
    {
        foreach (var partition in (string[])[Screen.PartitionOf(organization), Keys.PartitionOf(organization)])
        {
            while (await store.ScanAsync(partition, "", "\uffff", Batch, cancellation) is { Count: > 0 } rows)
                await store.CommitAsync(partition, [.. rows.Select(r => new RowChange.Delete(r.Key))], cancellation);
        }
    }
}

/// <summary>The organization that was chosen.</summary>
/// <param name="Kind"><c>sample</c> or <c>empty</c>.</param>
public sealed record Chosen(string Id, string Kind, string Name);
