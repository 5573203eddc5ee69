using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Storage;
using ChatConnector.Storage.Memory;
using ChatConnector.Teams;
using ChatConnector.Teams.Receiving;
using ChatConnector.Tests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Teams;

/// <summary>Connector and Teams' side of the wire, and people who talk and press.</summary>
internal sealed class TeamsRig : TeamsLine, IAsyncDisposable
{
    private readonly WebApplication connector;
    private readonly HttpClient client;

    private TeamsRig(TeamsServer teams, WebApplication connector, HttpClient client)
        : base(teams, client, connector.Services.GetRequiredService<TimeProvider>()) => (this.connector, this.client) = (connector, client);

    public IServiceProvider Services => connector.Services;

    public FaultyStore Store => (FaultyStore)Services.GetRequiredService<IStore>();

    public static async Task<TeamsRig> StartAsync(params string[] tenants)
    {
        var teams = await TeamsServer.StartAsync();
        var settings = new TeamsSettings(Publisher.AppId, tenants[0])
        {
            Secret = new BotSecret.Password(teams.Password),
            TokenUrl = new Uri(teams.Address, "token"),
            OpenIdMetadata = new Uri(teams.Address, "metadata"),
            MoreHosts = ["127.0.0.1"],
            Tenants = tenants,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(new Morning()).AddMemoryStorage().AddConversation().AddTeams(settings);
        builder.Services.AddSingleton<IStore>(new FaultyStore(new MemoryStore()));
        var connector = builder.Build();
        connector.MapTeams();
        await connector.StartAsync();
        return new TeamsRig(teams, connector, connector.GetTestClient());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await connector.DisposeAsync();
        await Teams.DisposeAsync();
    }

    /// <summary>Returns when everything that was heard has been worked on.</summary>
    public Task QuietAsync() => Eventually.Is(async () => (await Services.GetRequiredService<IQueue>().BacklogAsync(default)).Messages == 0);

    /// <summary>The real clock, moved to a Monday morning so that people are at work.</summary>
    private sealed class Morning : TimeProvider
    {
        private readonly TimeSpan ahead = new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero) - TimeProvider.System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
