using ChatConnector.Engine;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Reminding;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;
using ChatConnector.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

/// <summary>The whole runtime over a toy conversation and screens, driven step by step, or run with <see cref="StartAsync"/>.</summary>
public sealed class Rig : IAsyncDisposable
{
    public static readonly OrganizationId Acme = new("acme");

    private readonly ServiceProvider services;

    public Rig(TimeProvider? time = null, Action<IServiceCollection>? with = null)
    {
        var collection = new ServiceCollection().AddLogging();
        collection.AddSingleton<TimeProvider>(time ?? Time);
        collection.AddSingleton(Toy.Rules).AddSingleton(new RowJson(typeof(Tally))).AddSingleton<IChat>(Screens);
        if (with is null)
            collection.AddMemoryStorage();
        with?.Invoke(collection);
        services = collection.AddConversation().BuildServiceProvider();
    }

    public IServiceProvider Services => services;

    public ManualTime Time { get; } = new();

    public Screens Screens { get; } = new();

    public Ledger Ledger => Get<Ledger>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StartAsync(default);
    }

    public async Task StopAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>().Reverse())
            await hosted.StopAsync(default);
    }

    public Message Words(string id, string words, string from = "ann") => new(
        new MessageId(id), Acme, new TeammateId(from), Place.PrivateWith(new TeammateId(from)), Get<Surroundings>().Now, Guid.NewGuid(), new Said.Words(words));

    /// <summary>Hears, commits and delivers, as a worker does.</summary>
    public async Task<Turned> SayAsync(string id, string words)
    {
        var turned = await CommitAsync(id, words);
        await DeliverAsync(turned);
        return turned;
    }

    /// <summary>Hears and commits, and then the process dies, so to say.</summary>
    public Task<Turned> CommitAsync(string id, string words) => Get<Turns>().RunAsync(Words(id, words), null, default);

    public Task<bool> DeliverAsync(Turned turned) => Get<Courier>().DeliverAsync(Acme, turned.Message, turned.Ticket, default);

    public Task SweepAsync() => Get<Sweeper>().SweepAsync(default);

    public Task<Instant?> WakeAsync() => Get<Reminders>().WakeAsync(Acme, default);

    public async Task<T?> ReadAsync<T>(string key)
        where T : Row => (await Ledger.ReadAsync(Acme, key, default))?.Row as T;

    public async Task<IReadOnlyList<T>> AllAsync<T>(string prefix)
        where T : Row => [.. (await Ledger.ScanAsync(Acme, prefix, null, 10_000, default)).Select(e => (T)e.Row)];

    public async Task<int> CountAsync(string name) => (await ReadAsync<Tally>(Tally.KeyOf(name)))?.Count ?? 0;

    public async Task<IReadOnlyList<string>> FatesAsync() =>
        [.. (await AllAsync<EffectFate>(EffectFate.Prefix)).Select(f => f.Reason is null ? $"{f.Fate}" : $"{f.Fate}: {f.Reason}")];

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}
