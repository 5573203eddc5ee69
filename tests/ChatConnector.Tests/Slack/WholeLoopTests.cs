using ChatConnector.Tests.Host;
using ChatConnector.Tests.Slack.Peers;
using ChatConnector.Tests.Slack.Sockets;

namespace ChatConnector.Tests.Slack;

/// <summary>The whole story with the host as a process and Slack on the wire, however Slack reaches it and whoever plays Slack.</summary>
public abstract class WholeLoopTests : IAsyncLifetime
{
    private const string BotToken = "xoxb-1";
    private readonly HostProcess host = new();

    /// <summary>Starts the host with these settings and those that the line needs.</summary>
    private protected abstract Task<ISlackLine> ConnectAsync(HostProcess host, ISlack slack, params string[] settings);

    private protected abstract Task HangUpAsync();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        host.Dispose();
        await HangUpAsync();
    }

    [Fact]
    public async Task From_an_ask_to_giving_something_back()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Workspaces[BotToken] = "T1";
        slack.Directory.Hire("T1", "UPRIYA", "UANA", "UTOM");
        await LiveAsync(slack, "T1", "UPRIYA", "UANA", "UTOM");
    }

    [PeerFact]
    public async Task From_an_ask_to_giving_something_back_in_the_emulator()
    {
        await using var slack = await EmulatedSlack.StartAsync(BotToken, "priya", "ana", "tom");
        await LiveAsync(slack, slack.Workspace, slack.IdOf("priya"), slack.IdOf("ana"), slack.IdOf("tom"));
    }

    private async Task LiveAsync(ISlack slack, string workspace, string priya, string ana, string tom)
    {
        var line = await ConnectAsync(host, slack, "--Slack:BotToken", BotToken, "--Slack:ApiBaseUrl", $"{slack.Address}", "--Slack:Keys", host.Keys);
        using var clock = host.OpenAs("priya");
        await clock.PostAsync("organization", new { kind = "sample" });
        await clock.MoveClock("working-day");
        await new WholeLoop(clock, As(priya), As(ana), As(tom), tom).LiveAsync();
        await Eventually.Is(() => slack.HomeOf(workspace, priya) is not null);
        Assert.Empty(slack.Complaints);

        SlackMember As(string user) => new(slack, line, workspace, user);
    }
}

public sealed class WholeLoopOverHttpTests : WholeLoopTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private SignedClient? client;

    private protected override async Task<ISlackLine> ConnectAsync(HostProcess host, ISlack slack, params string[] settings)
    {
        await host.StartAsync([.. settings, "--Slack:SigningSecret", Secret]);
        return client = new SignedClient(new HttpClient { BaseAddress = host.Address }, Secret);
    }

    private protected override Task HangUpAsync()
    {
        client?.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class WholeLoopOverSocketsTests : WholeLoopTests
{
    private SocketServer? sockets;

    private protected override async Task<ISlackLine> ConnectAsync(HostProcess host, ISlack slack, params string[] settings)
    {
        sockets = await SocketServer.StartAsync(slack);
        await host.StartAsync([.. settings, "--Slack:AppToken", "xapp-1"]);
        return sockets;
    }

    private protected override async Task HangUpAsync()
    {
        if (sockets is not null)
            await sockets.DisposeAsync();
    }
}
