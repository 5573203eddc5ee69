using ChatConnector.Benchmarks.Speed;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Rows;
using ChatConnector.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatConnector.Benchmarks.Turning;

/// <summary>The real engine and runtime on a database file of their own, with so many teammates; gone with its file.</summary>
internal sealed class Office : IAsyncDisposable
{
    private const int RowsAtOnce = 1_000;
    private static readonly OrganizationId Organization = new("acme");

    private readonly string folder = Directory.CreateTempSubdirectory("chatconnector-").FullName;
    private readonly ServiceProvider services;
    private int last;

    private Office() => services = new ServiceCollection().AddLogging().AddSingleton<IChat>(Screens)
        .AddSqliteStorage(Path.Combine(folder, "bench.db")).AddConversation().BuildServiceProvider();

    public Screens Screens { get; } = new();

    private Inbox Inbox => services.GetRequiredService<Inbox>();

    public static async Task<Office> OpenAsync(int people)
    {
        var office = new Office();
        var store = office.services.GetRequiredService<IStore>();
        var corpus = new Corpus(people);
        foreach (var some in Enumerable.Range(0, people).Select(corpus.Teammate).Chunk(RowsAtOnce))
            await store.CommitAsync(Keys.PartitionOf(Organization), [.. some.Select(one => new RowChange.Insert(one.Key, RowJson.Write(one, 1)))], CancellationToken.None);
        foreach (var hosted in office.services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        return office;
    }

    /// <summary>A message nobody said before, from the teammate with this number.</summary>
    public Message Says(int person, string words)
    {
        var from = new TeammateId($"p{person}");
        return new Message(new MessageId($"bench/{Interlocked.Increment(ref last)}"), Organization, from, Place.PrivateWith(from),
            services.GetRequiredService<Surroundings>().Now, Guid.NewGuid(), new Said.Words(words));
    }

    public Task AcceptAsync(Message message) => Inbox.AcceptAsync(message, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>().Reverse())
            await hosted.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
