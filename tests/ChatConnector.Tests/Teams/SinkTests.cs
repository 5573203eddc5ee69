using ChatConnector.Runtime;
using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Trust;

namespace ChatConnector.Tests.Teams;

/// <summary>An address that changed after it was heard, or was kept under other settings, is looked at again before our token goes there.</summary>
public sealed class SinkTests : IAsyncLifetime
{
    private const string Tenant = "aaaaaaaa-1111-2222-3333-444444444444";
    private static readonly Outgoing Hello = new("hello", []);
    private TeamsServer teams = null!;
    private Sink sink = null!;
    private HttpClient toTeams = null!;
    private HttpClient toAnywhere = null!;
    private BotTokens tokens = null!;
    private Connector connector = null!;

    public async Task InitializeAsync()
    {
        (teams, sink) = (await TeamsServer.StartAsync(), await Sink.StartAsync());
        (toTeams, toAnywhere) = (ConnectorWire.Connect(), sink.Client());
        tokens = new BotTokens(new SecretAt(new Uri(teams.Address, "token"), Publisher.AppId, teams.Password, toTeams), TimeProvider.System);
        var around = new Surroundings(TimeProvider.System);
        connector = new Connector(new ConnectorWire(toAnywhere, new ServiceHosts([]), tokens, around), new Pace(around));
    }

    public async Task DisposeAsync()
    {
        tokens.Dispose();
        toAnywhere.Dispose();
        toTeams.Dispose();
        await sink.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(ServiceHostTests.Elsewhere), MemberType = typeof(ServiceHostTests))]
    public async Task Nothing_at_all_goes_to_where_Teams_is_not(string? serviceUrl)
    {
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => connector.SendAsync(At(serviceUrl!), null, Hello, default));
        Assert.Equal(Trouble.Refused, refused.Trouble);
        await Assert.ThrowsAsync<ConnectorException>(() => connector.BeginAsync(serviceUrl!, Tenant, "28:bot", "29:somebody", default));
        await Assert.ThrowsAsync<ConnectorException>(() => connector.MembersAsync(At(serviceUrl!), null, default));
        Assert.Empty(sink.Heard);
    }

    [Fact]
    public async Task To_Teams_the_token_goes()
    {
        await connector.SendAsync(At("https://smba.trafficmanager.net/emea/"), null, Hello, default);
        var (host, authorization) = Assert.Single(sink.Heard);
        Assert.Equal("smba.trafficmanager.net", host);
        Assert.StartsWith("Bearer token-", authorization, StringComparison.Ordinal);
    }

    private static Address At(string serviceUrl) => new(Tenant, "a:1", serviceUrl, "28:bot");
}
