using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Verifying;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Slack.Sockets;

/// <summary>Why a connection is to be replaced.</summary>
internal enum Parting
{
    /// <summary>Slack closes it soon; until then it works.</summary>
    Asked,

    /// <summary>Socket Mode was turned off in the app's settings.</summary>
    Disabled,

    /// <summary>It is gone.</summary>
    Lost,
}

/// <summary>One connection, from Slack's hello to its end. What comes is heard side by side, so that one slow form holds up nobody.</summary>
internal sealed partial class SocketConnection : IDisposable
{
    /// <summary>Heard at the same time. Slack keeps what we do not read.</summary>
    private const int MostInHand = 64;

    private const int FirstGuess = 4096;

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim room = new(MostInHand);
    private readonly SemaphoreSlim pen = new(1);
    private readonly TaskCompletionSource<Parting> parting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ArrayBufferWriter<byte> frame = new(FirstGuess);
    private readonly CancellationTokenSource hearing = new();
    private readonly Envelopes envelopes;
    private readonly TimeSpan patience;
    private readonly Surroundings around;
    private readonly ILogger log;
    private Task reading = Task.CompletedTask;

    private SocketConnection(Envelopes envelopes, TimeSpan patience, Surroundings around, ILogger log)
    {
        (this.envelopes, this.patience, this.around, this.log) = (envelopes, patience, around, log);
        socket.Options.KeepAliveInterval = patience;
        // Without it a line that was cut looks open for a quarter of an hour.
        socket.Options.KeepAliveTimeout = patience;
    }

    /// <summary>Whether anything can still arrive.</summary>
    public bool IsOpen => !reading.IsCompleted;

    /// <summary>Ends when a replacement is needed.</summary>
    public Task<Parting> Parting => parting.Task;

    /// <summary>Connects and waits for Slack's hello; from then on what comes is heard.</summary>
    /// <exception cref="WebSocketException">There is no connection.</exception>
    /// <exception cref="OperationCanceledException">There was none in time.</exception>
    public static async Task<SocketConnection> OpenAsync(Uri address, Envelopes envelopes, TimeSpan patience, Surroundings around, ILogger log, CancellationToken cancellation)
    {
        if (address.Scheme != Uri.UriSchemeWss && !(address.Scheme == Uri.UriSchemeWs && address.IsLoopback))
            throw new WebSocketException("Nobody but this machine is talked to unencrypted.");
        var connection = new SocketConnection(envelopes, patience, around, log);
        try
        {
            using var late = new CancellationTokenSource(patience, around.Time);
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
            await connection.socket.ConnectAsync(address, limited.Token);
            using (var first = await connection.NextAsync(limited.Token))
            {
                if (first?.RootElement.Text("type") != "hello")
                    throw new WebSocketException("Slack did not say hello.");
            }

            connection.reading = connection.ReadAsync();
            return connection;
        }
        catch (JsonException unreadable)
        {
            connection.Dispose();
            throw new WebSocketException("Slack's hello cannot be read.", unreadable);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Finishes what is in hand, takes leave and hangs up, none of it for long. Whatever was not acknowledged comes again.</summary>
    public async Task CloseAsync()
    {
        using var late = new CancellationTokenSource(patience, around.Time);
        try
        {
            // Who has all the room is alone in it.
            for (var n = 0; n < MostInHand; n++)
                await room.WaitAsync(late.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", late.Token);
            // What is still unread is heard even so: Slack sends events again, but neither commands nor presses.
            room.Release(MostInHand);
            await reading.WaitAsync(late.Token);
        }
        catch (Exception trouble) when (trouble is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // It was gone already.
        }

        Dispose();
        await reading;
    }

    public void Dispose()
    {
        hearing.Cancel();
        socket.Dispose();
    }

    private async Task ReadAsync()
    {
        // Let the opener go on; what follows runs until the end.
        await Task.Yield();
        try
        {
            while (await NextOrNothingAsync() is { } document)
                await TakeAsync(document);
        }
        catch (Exception trouble) when (trouble is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            LogCut(trouble.GetType().Name);
        }

        parting.TrySetResult(Sockets.Parting.Lost);
    }

    private async Task TakeAsync(JsonDocument document)
    {
        if (document.RootElement.Text("envelope_id") is { Length: > 0 and < 200 })
        {
            await room.WaitAsync(hearing.Token);
            _ = HearAsync(document);
            return;
        }

        using (document)
        {
            if (document.RootElement.Text("type") == "disconnect")
                parting.TrySetResult(document.RootElement.Text("reason") == "link_disabled" ? Sockets.Parting.Disabled : Sockets.Parting.Asked);
        }
    }

    private async Task HearAsync(JsonDocument envelope)
    {
        try
        {
            using (envelope)
                await AcknowledgeAsync(await envelopes.HearAsync(envelope.RootElement, hearing.Token));
        }
#pragma warning disable CA1031 // Not kept, so not acknowledged. Nothing else may suffer from it.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            LogUnacknowledged(trouble.GetType().Name);
        }
        finally
        {
            room.Release();
        }
    }

    private async Task AcknowledgeAsync(Acknowledgement acknowledgement)
    {
        await pen.WaitAsync(hearing.Token);
        try
        {
            await socket.SendAsync(acknowledgement.ToJson(), WebSocketMessageType.Text, endOfMessage: true, hearing.Token);
        }
        finally
        {
            pen.Release();
        }
    }

    /// <summary>The next thing that can be read; null at the end.</summary>
    private async Task<JsonDocument?> NextOrNothingAsync()
    {
        while (true)
        {
            try
            {
                return await NextAsync(CancellationToken.None);
            }
            catch (JsonException)
            {
                // As by HTTP: what is not JSON is nobody's.
            }
        }
    }

    private async Task<JsonDocument?> NextAsync(CancellationToken cancellation)
    {
        frame.ResetWrittenCount();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(frame.GetMemory(FirstGuess), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            frame.Advance(part.Count);
            if (frame.WrittenCount > SignedRequest.LongestBody)
                throw new WebSocketException("Larger than anything of Slack's.");
        }
        while (!part.EndOfMessage);
        // A copy, because it is heard while the next one arrives.
        return ForeignJson.Parse(frame.WrittenSpan.ToArray());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection to Slack was cut: {Trouble}")]
    private partial void LogCut(string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something Slack sent was not acknowledged, so that it is sent again: {Trouble}")]
    private partial void LogUnacknowledged(string trouble);
}
