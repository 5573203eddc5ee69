using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Hearing;
using Microsoft.Extensions.Hosting;

namespace ChatConnector.Slack.Installing;

/// <summary>At the start, learns from Slack which workspace the token in the settings belongs to; before that nothing can be heard there.</summary>
public sealed class SingleWorkspace(string token, SlackApi slack, Arrivals arrivals, Surroundings around) : IHostedService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <exception cref="SlackException">Slack does not take the token.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var install = Read(await slack.AuthTestAsync(token, cancellationToken));
                await arrivals.ArriveAsync(new Granted(new Installed(install, token), By: ""), cancellationToken);
                return;
            }
            catch (SlackException later) when (later.Trouble is Trouble.Busy or Trouble.Uncertain)
            {
                await around.WaitAsync(later.After ?? around.Backoff(attempt, FirstWait, LongestWait), cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Install Read(JsonElement said)
    {
        var isEnterprise = said.Is("is_enterprise_install");
        var workspace = said.Text(isEnterprise ? "enterprise_id" : "team_id");
        return SlackIds.IsId(workspace) && SlackIds.IsId(said.Text("user_id"))
            ? new Install(workspace, SlackIds.Organization(workspace), said.Text("user_id")) { IsEnterprise = isEnterprise, App = said.Text("app_id") }
            : throw new SlackException("auth.test", "no_bot_token", Trouble.Refused);
    }
}
