using System.Net.WebSockets;
using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Slack.Sockets;

/// <summary>Keeps one connection open: when Slack asks to leave, the next is opened before the old one is closed; when it is lost, after a pause.</summary>
internal sealed partial class SocketLine(SocketSettings settings, SlackApi slack, Envelopes envelopes, Surroundings around, ILogger log)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>For what a person has to put right: they need not start Connector anew afterwards.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>Whoever leaves sooner was never really there.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private SocketConnection? current;
    private Task closing = Task.CompletedTask;

    public bool IsOpen => current is { IsOpen: true };

    /// <summary>Until told to stop; then what is in hand is finished.</summary>
    public async Task KeepAsync(CancellationToken stopping)
    {
        for (var attempt = 0; !stopping.IsCancellationRequested;)
        {
            var began = around.Mark();
            var wait = await UseNextAsync(stopping);
            attempt = around.Since(began) > Settled ? 1 : attempt + 1;
            await Task.WhenAny(around.WaitAsync(wait ?? around.Backoff(attempt, FirstWait, LongestWait), stopping));
        }

        Replace(null);
        await closing;
    }

    /// <summary>Opens a connection, uses it to its end, and says how long to wait before the next; null for the usual pause.</summary>
    private async Task<TimeSpan?> UseNextAsync(CancellationToken stopping)
    {
        try
        {
            var address = await slack.OpenConnectionAsync(settings.AppToken, stopping);
            Replace(await SocketConnection.OpenAsync(address, envelopes, settings.Patience, around, log, stopping));
            LogOpen();
            var parting = await current!.Parting.WaitAsync(stopping);
            LogParting(parting);
            return parting == Parting.Disabled ? Rest : null;
        }
        catch (SlackException refused) when (refused.Trouble is Trouble.Refused or Trouble.TokenDead)
        {
            LogRefused(refused.Error);
            return Rest;
        }
        catch (SlackException later)
        {
            LogTrouble(later.Error);
            return later.After;
        }
        catch (Exception trouble) when (trouble is WebSocketException or OperationCanceledException)
        {
            if (!stopping.IsCancellationRequested)
                LogTrouble(trouble.GetType().Name);
            return null;
        }
    }

    // The old one goes on taking leave while the new one already hears.
    private void Replace(SocketConnection? next)
    {
        var old = current;
        current = next;
        if (old is not null)
            closing = Task.WhenAll(closing, old.CloseAsync());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A connection to Slack is open")]
    private partial void LogOpen();

    [LoggerMessage(Level = LogLevel.Information, Message = "A connection to Slack is to be replaced: {Parting}")]
    private partial void LogParting(Parting parting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection to Slack, trying again: {Trouble}")]
    private partial void LogTrouble(string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack gives no connection until somebody looks at the app token and whether Socket Mode is on: {Error}")]
    private partial void LogRefused(string error);
}
