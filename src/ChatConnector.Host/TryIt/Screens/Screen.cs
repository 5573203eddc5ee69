using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatConnector.Engine;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Host.TryIt.Screens;

/// <summary>
/// What everybody sees in the try-it chat, kept in a partition of its own so that a restart shows the same. Every write is one
/// commit together with its <see cref="Change"/>s; a write under an id that was carried out before is not carried out again.
/// </summary>
public sealed class Screen(IStore store, OrganizationId organization) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OrganizationId Organization => organization;

    /// <summary>Completes at the next change. Take it before reading, so that nothing slips between.</summary>
    public Task NextChange => Volatile.Read(ref changed).Task;

    private string Partition => PartitionOf(organization);

    public static string PartitionOf(OrganizationId organization) => "browser-" + organization;

    public async Task<T?> ReadAsync<T>(string key, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class =>
        await store.ReadAsync(Partition, key, cancellation) is { } row ? JsonSerializer.Deserialize(row.Json, type) : null;

    /// <summary>Rows whose keys start with <paramref name="prefix"/>, in order, beginning after the key <paramref name="after"/> if it is given.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string prefix, JsonTypeInfo<T> type, CancellationToken cancellation, string? after = null, int most = 1000)
        where T : class
    {
        var rows = await store.ScanAsync(Partition, after is null ? prefix : after + '!', prefix + '~', most, cancellation);
        return [.. rows.Select(r => JsonSerializer.Deserialize(r.Json, type)!)];
    }

    /// <summary>The number of the last change.</summary>
    public async Task<long> LastAsync(CancellationToken cancellation) => (await ReadAsync(Head.TheKey, ScreenJson.Default.Head, cancellation))?.Number ?? 0;

    /// <summary>Makes the changes, all or none, and wakes every window.</summary>
    /// <param name="id">Carried out once under this id; null where repeating does no harm.</param>
    /// <param name="puts">What to write, given the number of the first change.</param>
    /// <returns>The key of the last row written, now or the first time.</returns>
    public async Task<string?> WriteAsync(string? id, Func<long, IReadOnlyList<Put>> puts, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                if (id is not null && await ReadAsync(Done.KeyOf(id), ScreenJson.Default.Done, cancellation) is { } done)
                    return done.Reference;
                var (changes, last) = await TogetherAsync(id, puts, cancellation);
                if (last is null || await store.CommitAsync(Partition, changes, cancellation))
                    return last;
            }
        }
        finally
        {
            writing.Release();
            Wake();
        }
    }

    /// <summary>Lets every window look again.</summary>
    public void Wake() => Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    public void Dispose() => writing.Dispose();

    private async Task<(IReadOnlyList<RowChange> Changes, string? Last)> TogetherAsync(
        string? id, Func<long, IReadOnlyList<Put>> puts, CancellationToken cancellation)
    {
        var head = await store.ReadAsync(Partition, Head.TheKey, cancellation);
        var number = head is null ? 0 : JsonSerializer.Deserialize(head.Json, ScreenJson.Default.Head)!.Number;
        var changes = new List<RowChange>();
        string? last = null;
        foreach (var put in puts(number + 1))
        {
            var old = await store.ReadAsync(Partition, put.Key, cancellation);
            if (put.Json(old?.Json) is not { } json)
                continue;
            last = put.Key;
            if (json == old?.Json)
                continue;
            changes.Add(old is null ? new RowChange.Insert(put.Key, json) : new RowChange.Replace(put.Key, json, old.ETag));
            changes.Add(new RowChange.Insert(Change.KeyOf(++number), JsonSerializer.Serialize(new Change(number, put.What, put.Key), ScreenJson.Default.Change)));
        }
        if (last is not null && id is not null)
            changes.Add(new RowChange.Insert(Done.KeyOf(id), JsonSerializer.Serialize(new Done(id, last), ScreenJson.Default.Done)));
        var next = JsonSerializer.Serialize(new Head(number), ScreenJson.Default.Head);
        changes.Add(head is null ? new RowChange.Insert(Head.TheKey, next) : new RowChange.Replace(Head.TheKey, next, head.ETag));
        return (changes, last);
    }
}

/// <summary>A row to write.</summary>
/// <param name="What">The kind of change; see <see cref="Change.What"/>.</param>
/// <param name="Json">The row's content given what is there, or null to leave it as it is.</param>
public sealed record Put(string What, string Key, Func<string?, string?> Json)
{
    public static Put New(Line line) => new("line", line.Key, _ => JsonSerializer.Serialize(line, ScreenJson.Default.Line));

    public static Put Row(Talk talk) => new("talk", talk.Key, _ => JsonSerializer.Serialize(talk, ScreenJson.Default.Talk));

    public static Put Row(Person person) => new("person", person.Key, _ => JsonSerializer.Serialize(person, ScreenJson.Default.Person));

    public static Put Row(HomePage home) => new("home", home.Key, _ => JsonSerializer.Serialize(home, ScreenJson.Default.HomePage));

    /// <summary>Reading never goes back.</summary>
    public static Put Row(ReadMark mark) => new("read", mark.Key, old =>
        old is not null && JsonSerializer.Deserialize(old, ScreenJson.Default.ReadMark)!.UpTo >= mark.UpTo
            ? null : JsonSerializer.Serialize(mark, ScreenJson.Default.ReadMark));

    public static Put Edit(string key, Func<Line, Line> edit) => new("line", key, old =>
        old is null ? null : JsonSerializer.Serialize(edit(JsonSerializer.Deserialize(old, ScreenJson.Default.Line)!), ScreenJson.Default.Line));
}
