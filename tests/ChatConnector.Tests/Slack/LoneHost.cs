using ChatConnector.Runtime;
using ChatConnector.Slack;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Verifying;
using ChatConnector.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack;

/// <summary>Connector for one workspace, in memory, beside a Slack on loopback.</summary>
internal static class LoneHost
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    public static WebApplication In(SlackServer slack, string token)
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

    /// <summary>Slack, as it calls it.</summary>
    public static SignedClient CalledBySlack(this WebApplication app) => new(app.GetTestClient(), Secret);
}
