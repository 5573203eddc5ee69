using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Slack.Sockets;

/// <summary>Listens to Slack through connections of our own, for those who have no public address.</summary>
public sealed class SocketMode : BackgroundService
{
    private readonly SocketLine[] lines;

    public SocketMode(SocketSettings settings, SlackApi slack, Envelopes envelopes, Surroundings around, ILogger<SocketMode> log) =>
        lines = [.. Enumerable.Range(0, settings.Connections).Select(_ => new SocketLine(settings, slack, envelopes, around, log))];

    /// <summary>Whether Slack can reach us.</summary>
    public bool IsListening => Array.Exists(lines, line => line.IsOpen);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(lines.Select(line => line.KeepAsync(stoppingToken)));
}
