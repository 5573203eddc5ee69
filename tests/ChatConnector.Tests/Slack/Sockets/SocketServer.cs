using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack.Sockets;

/// <summary>Slack's side of Socket Mode on loopback: tickets that serve once, a hello, envelopes that wait for their acknowledgement, and every way a connection can go wrong.</summary>
internal sealed class SocketServer : ISlackLine, IAsyncDisposable
{
    public const string Hello = """{"type":"hello","num_connections":1,"debug_info":{"host":"applink-1","build_number":1,"approximate_connection_time":18060},"connection_info":{"app_id":"A0001"}}""";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, bool> tickets = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SocketEnd> ends = new();

    private SocketServer(WebApplication app) => this.app = app;

    /// <summary>What happens to the next connections, in this order; after that all goes well.</summary>
    public ConcurrentQueue<SocketMishap> Mishaps { get; } = new();

    /// <summary>Every connection that ever got its hello, in order.</summary>
    public IReadOnlyList<SocketEnd> All => [.. ends];

    public IReadOnlyList<SocketEnd> Open => [.. ends.Where(end => !end.Ended.IsCompleted)];

    /// <param name="web">Gives out this server's addresses.</param>
    public static async Task<SocketServer> StartAsync(ISlack web)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new SocketServer(app);
        app.UseWebSockets();
        app.Map("/link", server.ConnectAsync);
        await app.StartAsync();
        web.SocketAddress = server.Ticket;
        return server;
    }

    /// <summary>As soon as so many connections are open.</summary>
    public async Task<IReadOnlyList<SocketEnd>> OpenAsync(int count)
    {
        await Eventually.Is(() => Open.Count == count);
        return Open;
    }

    public async Task<string> TellAsync(string type, JsonObject payload)
    {
        await Eventually.Is(() => Open.Count > 0);
        var acknowledged = await Open[0].DeliverAsync(type, payload).WaitAsync(Eventually.Limit);
        return acknowledged.TryGetProperty("payload", out var said) ? said.GetRawText() : "";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var end in Open)
            end.Cut();
        await app.DisposeAsync();
    }

    private string Ticket()
    {
        var ticket = Guid.NewGuid().ToString();
        tickets[ticket] = true;
        return $"{app.Urls.First().Replace("http://", "ws://", StringComparison.Ordinal)}/link?ticket={ticket}&app_id=A0001";
    }

    private async Task ConnectAsync(HttpContext context)
    {
        Mishaps.TryDequeue(out var mishap);
        if (!context.WebSockets.IsWebSocketRequest || !tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _) || mishap == SocketMishap.NotLetIn)
        {
            context.Response.StatusCode = StatusCodes.Status408RequestTimeout;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        if (mishap == SocketMishap.CutBeforeHello)
        {
            context.Abort();
            return;
        }

        var end = new SocketEnd(socket);
        await end.SendAsync(mishap == SocketMishap.Unreadable ? "hello" : Hello);
        ends.Enqueue(end);
        await end.ServeAsync(isDeaf: mishap == SocketMishap.Deaf, context.RequestAborted);
    }
}

internal enum SocketMishap
{
    None,
    NotLetIn,
    CutBeforeHello,
    Unreadable,

    /// <summary>Neither what we send nor our pings are answered, as when the line is dead.</summary>
    Deaf,
}

/// <summary>Slack's end of a connection.</summary>
internal sealed class SocketEnd(WebSocket socket)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> acknowledged = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim pen = new(1);

    /// <summary>Whether the client took its leave, as opposed to being gone.</summary>
    public Task<bool> Ended => ended.Task;

    public async Task SendAsync(string text)
    {
        await pen.WaitAsync();
        try
        {
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            pen.Release();
        }
    }

    /// <summary>Sends something and returns its acknowledgement, which may never come.</summary>
    public async Task<JsonElement> DeliverAsync(string type, JsonNode payload, int attempt = 0)
    {
        var id = Guid.NewGuid().ToString();
        var envelope = new JsonObject { ["envelope_id"] = id, ["payload"] = payload.DeepClone(), ["type"] = type, ["accepts_response_payload"] = type != "events_api" };
        if (type == "events_api")
            (envelope["retry_attempt"], envelope["retry_reason"]) = (attempt, attempt == 0 ? "" : "timeout");
        await SendAsync(envelope.ToJsonString());
        return await Waiter(id).Task;
    }

    public Task AskToLeaveAsync(string reason) => SendAsync($$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"applink-1"} }""");

    public Task LeaveAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);

    public void Cut() => socket.Abort();

    /// <param name="hungUp">The client did, or nobody serves any more.</param>
    public async Task ServeAsync(bool isDeaf, CancellationToken hungUp)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (!isDeaf && await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text, EndOfMessage: true } part)
            {
                using var said = JsonDocument.Parse(buffer.AsMemory(0, part.Count));
                Waiter(said.RootElement.GetProperty("envelope_id").GetString()!).TrySetResult(said.RootElement.Clone());
            }

            if (isDeaf)
                await Task.Delay(Timeout.Infinite, hungUp);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
            ended.TrySetResult(true);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            ended.TrySetResult(false);
        }
    }

    private TaskCompletionSource<JsonElement> Waiter(string id) => acknowledged.GetOrAdd(id, _ => new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously));
}
