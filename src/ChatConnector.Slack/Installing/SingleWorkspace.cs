using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Hearing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Slack.Installing;

/// <summary>
/// Learns from Slack which workspace the token in the settings belongs to. A token that Slack refuses ends the start; a Slack
/// that does not answer does not hold it up, and meanwhile what comes from a workspace nobody knows is not taken.
/// </summary>
public sealed partial class SingleWorkspace(string token, SlackApi slack, Arrivals arrivals, Surroundings around, ILogger<SingleWorkspace> log)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource stopping = new();
    private Task learning = Task.CompletedTask;

    /// <exception cref="SlackException">Slack does not take the token.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        arrivals.Await();
        if (await LearnAsync(1, cancellationToken) is { } wait)
            learning = KeepLearningAsync(wait, stopping.Token);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await learning;
    }

    public void Dispose() => stopping.Dispose();

    private async Task KeepLearningAsync(TimeSpan wait, CancellationToken cancellation)
    {
        LogNoAnswer();
        try
        {
            TimeSpan? next = wait;
            for (var attempt = 2; next is { } span; attempt++)
            {
                await around.WaitAsync(span, cancellation);
                next = await LearnAsync(attempt, cancellation);
            }
        }
        catch (SlackException refused)
        {
            LogRefused(refused.Error);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
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
        catch (SlackException later) when (later.Trouble is Trouble.Busy or Trouble.Uncertain)
        {
            return later.After ?? around.Backoff(attempt, FirstWait, LongestWait);
        }
    }

    private static Install Read(JsonElement said)
    {
        var isEnterprise = said.Is("is_enterprise_install");
        var workspace = said.Text(isEnterprise ? "enterprise_id" : "team_id");
        return SlackIds.IsId(workspace) && SlackIds.IsId(said.Text("user_id"))
            ? new Install(workspace, SlackIds.Organization(workspace), said.Text("user_id")) { IsEnterprise = isEnterprise, App = said.Text("app_id") }
            : throw new SlackException("auth.test", "no_bot_token", Trouble.Refused);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not say yet which workspace the bot token belongs to; asking again")]
    private partial void LogNoAnswer();

    [LoggerMessage(Level = LogLevel.Critical, Message = "Slack does not take the bot token ({Error}); nothing is heard from its workspace before a start with another")]
    private partial void LogRefused(string error);
}
