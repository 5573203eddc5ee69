using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Sockets;
using ChatConnector.Storage.Memory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack.Sockets;

/// <summary>Connector without a public address, beside a Slack on loopback.</summary>
internal sealed class SocketOffice : IAsyncDisposable, IChat
{
    private readonly ConcurrentQueue<Delivery> shown = new();
    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;

    public SlackServer Web { get; private set; } = null!;

    public SocketServer Sockets { get; private set; } = null!;

    public SlowQueue Queue { get; private set; } = null!;

    public string Platform => "slack";

    public IReadOnlyList<Delivery> Shown => [.. shown];

    public bool IsListening => app.Services.GetRequiredService<SocketMode>().IsListening;

    public HttpClient Client() => app.GetTestClient();

    public static async Task<SocketOffice> StartAsync(int connections = 1, TimeProvider? time = null, Action<SocketOffice>? before = null, TimeSpan? patience = null)
    {
        var office = new SocketOffice { Web = await SlackServer.StartAsync() };
        office.Web.Workspaces["xoxb-1"] = "T1";
        office.Web.Directory.People[("T1", "U1")] = new JsonObject { ["id"] = "U1", ["team_id"] = "T1", ["profile"] = new JsonObject { ["display_name"] = "Priya" } };
        office.Sockets = await SocketServer.StartAsync(office.Web);
        before?.Invoke(office);
        var socket = new SocketSettings("xapp-1", connections) { Patience = patience ?? TimeSpan.FromSeconds(10) };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(time ?? TimeProvider.System)
            .AddSingleton<IStore, MemoryStore>().AddSingleton<MemoryQueue>().AddSingleton(p => new SlowQueue(p.GetRequiredService<MemoryQueue>())).AddSingleton<IQueue>(p => p.GetRequiredService<SlowQueue>())
            .AddConversation().AddSlack(new SlackSettings(null, "xoxb-1") { ApiBaseUrl = office.Web.Address, Socket = socket }, office.folder.Keys).RemoveAll<IChat>().AddSingleton<IChat>(office);
        office.app = builder.Build();
        office.app.MapSlack();
        office.Queue = office.app.Services.GetRequiredService<SlowQueue>();
        await office.app.StartAsync();
        return office;
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Queue.Open();
        await app.DisposeAsync();
        folder.Dispose();
        await Sockets.DisposeAsync();
        await Web.DisposeAsync();
    }

    public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        shown.Enqueue(delivery);
        return Task.FromResult<Delivered>(new Delivered.Shown("1"));
    }

    public static JsonNode Words(string id, string text = "hello") => JsonNode.Parse(
        $$"""{"type":"event_callback","team_id":"T1","event_id":"{{id}}","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","team":"T1","text":"{{text}}","ts":"1.1"} }""")!;

    public static JsonNode Command(string trigger, string text = "") => JsonNode.Parse(
        $$"""{"command":"/ask","text":"{{text}}","team_id":"T1","user_id":"U1","channel_id":"C1","trigger_id":"{{trigger}}","is_enterprise_install":"false"}""")!;
}

/// <summary>A disk that can be slow or refuse.</summary>
internal sealed class SlowQueue(MemoryQueue queue) : IQueue
{
    private TaskCompletionSource open = Done();
    private int attempts;
    private int refusals;

    /// <summary>How often something was to be kept.</summary>
    public int Attempts => Volatile.Read(ref attempts);

    /// <summary>Nothing is kept until it is opened.</summary>
    public void Shut() => open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => open.TrySetResult();

    public void Refuse(int times) => refusals = times;

    public async Task<QueueLease> EnqueueAsync(ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellation)
    {
        Interlocked.Increment(ref attempts);
        await open.Task.WaitAsync(cancellation);
        return Interlocked.Decrement(ref refusals) >= 0 ? throw new StorageException("The disk is full.") : await queue.EnqueueAsync(body, delay, cancellation);
    }

    public Task<IReadOnlyList<QueueLease>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation) => queue.ReceiveAsync(most, lease, cancellation);

    public Task<QueueLease?> ExtendAsync(QueueLease held, TimeSpan delay, CancellationToken cancellation) => queue.ExtendAsync(held, delay, cancellation);

    public Task<bool> DeleteAsync(QueueLease held, CancellationToken cancellation) => queue.DeleteAsync(held, cancellation);

    public Task<Backlog> BacklogAsync(CancellationToken cancellation) => queue.BacklogAsync(cancellation);

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
