using ChatConnector.Slack.Hearing;
using ChatConnector.Tests.Host;
using ChatConnector.Tests.Slack.Sockets;

namespace ChatConnector.Tests.Slack;

/// <summary>The whole story, lived by three people in a workspace, with the host as a process and Slack on the wire, however Slack reaches it.</summary>
public abstract class WholeLoopTests : IAsyncLifetime
{
    private readonly HostProcess host = new(TryItHost.NewFile());
    private SlackServer slack = null!;
    private ISlackLine connector = null!;
    private Window clock = null!;

    /// <summary>Starts the host with these settings and those that the line needs.</summary>
    private protected abstract Task<ISlackLine> ConnectAsync(HostProcess host, SlackServer slack, params string[] settings);

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Workspaces["xoxb-1"] = "T1";
        slack.Directory.Hire("T1", "UPRIYA", "UANA", "UTOM");
        connector = await ConnectAsync(
            host, slack, "--Slack:BotToken", "xoxb-1", "--Slack:ApiBaseUrl", $"{slack.Address}",
            "--Slack:Keys", System.IO.Directory.CreateTempSubdirectory("chatconnector-keys-").FullName);
        clock = host.OpenAs("priya");
        await clock.PostAsync("organization", new { kind = "sample" });
        await clock.MoveClock("working-day");
    }

    public async Task DisposeAsync()
    {
        clock.Dispose();
        host.Dispose();
        await HangUpAsync();
        await slack.DisposeAsync();
    }

    private protected abstract Task HangUpAsync();

    [Fact]
    public async Task From_an_ask_to_giving_something_back()
    {
        SlackMember priya = As("UPRIYA"), ana = As("UANA"), tom = As("UTOM");
        foreach (var member in (SlackMember[])[priya, ana, tom])
            await member.JoinAsync();
        await ana.SayAsync("ask me about Postgres");
        await ana.ReadsAsync("People may ask you about Postgres");

        await priya.CloseAsync(await priya.ShortcutAsync(InteractionHearing.AskShortcut));
        await priya.CommandAsync("/ask", "I need help with a slow Postgres query");
        await priya.ReadsAsync("I found one good match");
        await IntroduceAsync(priya, ana, tom);
        await ThankAsync(priya, ana, tom);
        await TellOutcomeAsync(priya, tom);

        await priya.OpenHomeAsync();
        await Eventually.Is(() => slack.Homes.ContainsKey(("T1", "UPRIYA")));
        Assert.Empty(slack.Complaints);
    }

    private static async Task IntroduceAsync(SlackMember priya, SlackMember ana, SlackMember tom)
    {
        await priya.PressAsync("Ask them");
        await ana.ReadsAsync("could use a hand");
        Assert.Empty(await ana.SubmitAsync(await ana.PressAsync("I know someone"), ("person", "UTOM"), ("why", "tamed the warehouse reports")));
        await tom.ReadsAsync("thought of you for this");
        await tom.PressAsync("Yes");
        await priya.ReadsAsync("Shall I introduce you?");
        await priya.PressAsync("Yes, please");
        foreach (var member in (SlackMember[])[priya, ana, tom])
            await member.ReadsAsync("thought you two should talk");
        Assert.Single(tom.Sees, m => m.Channel.StartsWith('G'));
    }

    private async Task ThankAsync(SlackMember priya, SlackMember ana, SlackMember tom)
    {
        await clock.MoveClock("working-day");
        await priya.ReadsAsync("How did it go with");
        await priya.PressAsync("It helped");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("Write it now"), ("did", "great help")));
        await priya.ReadsAsync("One detail would make it land");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("Add a line"), ("detail", "You showed me the missing index; the orders page opens in a second now.")));
        await tom.ReadsAsync("You showed me the missing index");
        await ana.ReadsAsync("The introduction you made");
    }

    private async Task TellOutcomeAsync(SlackMember priya, SlackMember tom)
    {
        for (var days = 0; days < 18; days++)
            await clock.MoveClock("working-day");
        await priya.ReadsAsync("How did it turn out?");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("Tell them"), ("text", "Every slow report has that index now. Nobody has complained since.")));
        await tom.ReadsAsync("Nobody has complained since.");
        await priya.ReadsAsync("give back?");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("A resource"), ("text", "My notes on slow reports: every index we added, and why.")));
        await tom.ReadsAsync("My notes on slow reports");
    }

    private SlackMember As(string user) => new(slack, connector, "T1", user);
}

public sealed class WholeLoopOverHttpTests : WholeLoopTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private SignedClient? client;

    private protected override async Task<ISlackLine> ConnectAsync(HostProcess host, SlackServer slack, params string[] settings)
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

    private protected override async Task<ISlackLine> ConnectAsync(HostProcess host, SlackServer slack, params string[] settings)
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
