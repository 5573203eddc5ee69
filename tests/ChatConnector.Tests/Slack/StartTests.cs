using System.Net;
using ChatConnector.Runtime;
using ChatConnector.Slack;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Verifying;
using ChatConnector.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack;

/// <summary>Starting while Slack is well, away, or of another opinion.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private SlackServer slack = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Workspaces["xoxb-1"] = "T1";
    }

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Fact]
    public async Task A_Slack_that_does_not_answer_holds_up_no_start_and_may_send_again_what_comes_meanwhile()
    {
        slack.Mishaps = _ => new Mishap(503);
        await using var connector = Connector("xoxb-1");
        await connector.StartAsync();
        using var client = new SignedClient(connector.GetTestClient(), Secret);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.PostAsync("/slack/events", Hello)).Status);
        slack.Mishaps = _ => null;
        await Eventually.Is(async () => (await client.PostAsync("/slack/events", Hello)).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_Slack_does_not_take_ends_the_start()
    {
        await using var connector = Connector("xoxb-2");
        Assert.Equal("invalid_auth", (await Assert.ThrowsAsync<SlackException>(() => connector.StartAsync())).Error);
    }

    private const string Hello =
        """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","team":"T1","text":"hello","ts":"1.1"}}""";

    private WebApplication Connector(string token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var keys = System.IO.Directory.CreateTempSubdirectory("chatconnector-keys-").FullName;
        builder.Services.AddMemoryStorage().AddConversation().AddSlack(new SlackSettings(new SigningSecrets([Secret]), token) { ApiBaseUrl = slack.Address }, keys);
        var app = builder.Build();
        app.MapSlack();
        return app;
    }
}
