using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Verifying;
using ChatConnector.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack;

/// <summary>Connector for one workspace, in memory, beside a Slack on loopback.</summary>
internal sealed class LoneHost : IAsyncDisposable
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;

    /// <param name="store">What it remembers from before; null for nothing.</param>
    public LoneHost(SlackServer slack, string token, IStore? store = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddMemoryStorage().AddConversation().AddSlack(new SlackSettings(new SigningSecrets([Secret]), token) { ApiBaseUrl = slack.Address }, folder.Keys);
        if (store is not null)
            builder.Services.AddSingleton(store);
        app = builder.Build();
        app.MapSlack();
    }

    public IServiceProvider Services => app.Services;

    public Task StartAsync() => app.StartAsync();

    public HttpClient Client() => app.GetTestClient();

    /// <summary>Slack, as it calls it.</summary>
    public SignedClient CalledBySlack() => new(Client(), Secret);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }
}
