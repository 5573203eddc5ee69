using System.Text.Json.Nodes;
using ChatConnector.Slack.Hearing;
using ChatConnector.Tests.Slack.Sockets;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>The Slack of our own tests, held against an app of Bolt's and its client for Socket Mode: what it sends is heard as what it is.</summary>
public sealed class DriverTests : IAsyncLifetime
{
    private SlackServer slack = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Directory.Hire("T1", "UPRIYA");
    }

    public async Task DisposeAsync()
    {
        await slack.DisposeAsync();
    }

    [PeerFact]
    public async Task Over_HTTP_everything_is_to_Bolt_what_it_is_to_us()
    {
        using var bolt = await Peer.StartAsync("app.mjs", "http");
        using var line = new SignedClient(new HttpClient { BaseAddress = bolt.Address }, Peer.Secret);
        await TellEverythingAsync(bolt, line);
    }

    [PeerFact]
    public async Task Through_a_socket_everything_is_to_Bolt_what_it_is_to_us()
    {
        await using var sockets = await SocketServer.StartAsync(slack);
        using var bolt = await Peer.StartAsync("app.mjs", "socket", $"{slack.Address}");
        await TellEverythingAsync(bolt, sockets);
        Assert.Single(sockets.All);
        Assert.Empty(slack.Complaints);
    }

    [PeerFact]
    public async Task Asked_to_leave_or_cut_off_Slacks_own_client_comes_back()
    {
        await using var sockets = await SocketServer.StartAsync(slack);
        using var bolt = await Peer.StartAsync("app.mjs", "socket", $"{slack.Address}");
        var priya = new SlackMember(slack, sockets, "T1", "UPRIYA");
        var first = (await sockets.OpenAsync(1))[0];
        await first.AskToLeaveAsync("refresh_requested");
        Assert.True(await first.Ended.WaitAsync(Eventually.Limit));
        await priya.SayAsync("after leaving");
        Assert.Equal("event message UPRIYA after leaving", await HeardAsync(bolt));
        sockets.Open[0].Cut();
        await Eventually.Is(() => sockets.All.Count == 3);
        await priya.SayAsync("after being cut off");
        Assert.Equal("event message UPRIYA after being cut off", await HeardAsync(bolt));
        Assert.Equal(3, slack.Calls.Count(c => c.Method == "apps.connections.open"));
    }

    private async Task TellEverythingAsync(Peer bolt, ISlackLine line)
    {
        var priya = new SlackMember(slack, line, "T1", "UPRIYA");
        var form = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Slack, "Golden", "AskForms.New.json")));
        var message = new SlackMessage("T1", "DUPRIYA", "1788264000.000001", "", "", new JsonObject { ["text"] = "a <message>" });

        await priya.JoinAsync();
        Assert.Equal("event team_join UPRIYA ", await HeardAsync(bolt));
        await priya.OpenHomeAsync();
        Assert.Equal("event app_home_opened UPRIYA ", await HeardAsync(bolt));
        await priya.SayAsync("book a+b & c=ü 100%");
        Assert.Equal("event message UPRIYA book a+b & c=ü 100%", await HeardAsync(bolt));
        await priya.CommandAsync("/ask", "book a+b & c=ü 100%");
        Assert.Equal("command /ask UPRIYA book a+b & c=ü 100%", await HeardAsync(bolt));
        await priya.PressAsync("a+b & c=ü 100%", message);
        Assert.Equal("action press-0 UPRIYA a+b & c=ü 100%", await HeardAsync(bolt));
        await priya.ShortcutAsync(InteractionHearing.AskShortcut);
        Assert.Equal("shortcut ask_for_a_hand UPRIYA ", await HeardAsync(bolt));
        await priya.ShortcutAsync(InteractionHearing.AskAboutShortcut, message);
        Assert.Equal("message_action ask_about_message UPRIYA a <message>", await HeardAsync(bolt));
        Assert.Equal("""{"response_action":"errors","errors":{"need":"heard"}}""", await priya.SubmitAsync(form, ("need", "a hand")));
        Assert.Equal("view_submission ask UPRIYA a hand", await HeardAsync(bolt));
        await priya.CloseAsync(form);
        Assert.Equal("view_closed ask UPRIYA ", await HeardAsync(bolt));
    }

    private static async Task<string> HeardAsync(Peer bolt)
    {
        var said = await bolt.SaysAsync();
        return string.Join(' ', ((string[])["kind", "name", "user", "text"]).Select(part => said.TryGetProperty(part, out var value) ? value.ToString() : ""));
    }
}
