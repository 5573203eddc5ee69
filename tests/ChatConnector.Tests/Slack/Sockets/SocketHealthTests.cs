using System.Net;
using ChatConnector.Tests.Host;

namespace ChatConnector.Tests.Slack.Sockets;

/// <summary>The whole host without a public address.</summary>
public sealed class SocketHealthTests
{
    [Fact]
    public async Task A_process_is_ready_while_Slack_can_reach_it_and_only_then()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Workspaces["xoxb-1"] = "T1";
        await using var sockets = await SocketServer.StartAsync(slack);
        var folder = new TemporaryFolder();
        await using var host = new TryItHost(
            folder, settings: [("Slack:AppToken", "xapp-1"), ("Slack:BotToken", "xoxb-1"), ("Slack:ApiBaseUrl", slack.Address.ToString()), ("Slack:Keys", folder.Keys)]);
        using var client = host.CreateClient();
        var ends = await sockets.OpenAsync(2);
        await Eventually.Is(async () => await ReadyAsync(client) is (HttpStatusCode.OK, var said) && said.Contains("\"slackSocket\":\"ok\"", StringComparison.Ordinal));
        slack.Mishaps = call => call.Method == "apps.connections.open" ? Mishap.Error("invalid_auth") : null;
        foreach (var end in ends)
            end.Cut();
        await Eventually.Is(async () => await ReadyAsync(client) is (HttpStatusCode.ServiceUnavailable, var said) && said.Contains("\"slackSocket\":\"failing\"", StringComparison.Ordinal));
    }

    private static async Task<(HttpStatusCode Status, string Said)> ReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
