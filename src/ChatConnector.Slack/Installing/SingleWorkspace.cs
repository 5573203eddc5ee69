using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Slack.Installing;

/// <summary>
/// Learns from Slack which workspace the token in the settings belongs to. A token that Slack refuses ends the start; a Slack
/// that does not answer does not hold it up, and meanwhile what comes from a workspace nobody knows is not taken.
/// </summary>
public sealed partial class SingleWorkspace(string token, SlackApi slack, Arrivals arrivals, Surroundings around, ILogger<SingleWorkspace> log) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private TimeSpan? wait;

    /// <exception cref="SlackException">Slack does not take the token.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        arrivals.Await();
        wait = await LearnAsync(1, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (wait is null)
            return;
        LogNoAnswer();
        try
        {
            for (var attempt = 2; wait is { } span; attempt++)
            {
                await around.WaitAsync(span, stoppingToken);
                wait = await LearnAsync(attempt, stoppingToken);
            }
        }
        catch (SlackException refused)
        {
            LogRefused(refused.Error);
        }
    }

    /// <returns>How long to wait before asking again; null when it is known.</returns>
    private async Task<TimeSpan?> LearnAsync(int attempt, CancellationToken cancellation)
    {
        try
        {
            var install = Read(await slack.AuthTestAsync(token, cancellation));
            await arrivals.ArriveAsync(new Granted(new Installed(install, token), By: ""), cancellation);
            return null;
        }
        catch (SlackException later) when (later.Trouble is Trouble.Busy or Trouble.Paused or Trouble.Uncertain)
        {
            return later.After ?? around.Backoff(attempt, FirstWait, LongestWait);
        }
        catch (StorageException) when (attempt > 1)
        {
            return around.Backoff(attempt, FirstWait, LongestWait);
        }
    }

    private static Install Read(JsonElement said)
    {
        var isEnterprise = said.Is("is_enterprise_install");
        var workspace = said.Text(isEnterprise ? "enterprise_id" : "team_id");
        return SlackIds.IsId(workspace) && SlackIds.IsId(said.Text("user_id"))
            ? new Install(workspace, SlackIds.Organization(workspace), said.Text("user_id")) { IsEnterprise = isEnterprise, IsInSettings = true, App = said.Text("app_id") }
            : throw new SlackException("auth.test", "no_bot_token", Trouble.Refused);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not say yet which workspace the bot token belongs to; asking again")]
    private partial void LogNoAnswer();

    [LoggerMessage(Level = LogLevel.Critical, Message = "Slack does not take the bot token ({Error}); nothing is heard from its workspace before a start with another")]
    private partial void LogRefused(string error);
}
