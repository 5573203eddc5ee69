using System.Collections.Concurrent;
using System.Net;
using ChatConnector.Engine;
using ChatConnector.Runtime.Rows;
using ChatConnector.Slack;
using ChatConnector.Storage.Sqlite;
using ChatConnector.Tests.Host;

namespace ChatConnector.Tests.Slack;

/// <summary>A real process, killed again and again while Slack sends: whatever was answered with 200 is worked on.</summary>
public sealed class SlackKillTests : IAsyncLifetime
{
    private const int Kills = 8;
    private const int Senders = 8;
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly ConcurrentQueue<string> taken = new();
    private readonly HostProcess host = new();
    private SlackServer slack = null!;
    private int number;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Workspaces["xoxb-1"] = "T1";
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_that_was_answered_with_200_is_lost()
    {
        var luck = new Random(8);
        await StartAsync();
        for (var kill = 0; kill < Kills; kill++)
        {
            var enough = taken.Count + luck.Next(1, 60);
            var sending = Enumerable.Range(0, Senders).Select(_ => SendAsync()).ToList();
            await Eventually.Is(() => taken.Count >= enough);
            await host.KillAsync();
            await Task.WhenAll(sending);
            await StartAsync();
        }

        // What the last one held in its hands comes back when its leases have run out.
        using var clock = host.OpenAs("priya");
        await clock.PostAsync("organization", new { kind = "sample" });
        await clock.MoveClock("hour");
        Assert.InRange(taken.Count, Kills, int.MaxValue);
        using var opened = SqliteFile.Open(host.Database);
        var store = new SqliteStore(opened);
        foreach (var id in taken)
            await Eventually.Is(async () => (await store.ReadAsync(
                Keys.PartitionOf(SlackIds.Organization("T1")), [HeardMessage.Prefix + Keys.Short(new MessageId($"slack/{id}"))], default)).Count == 1);
    }

    private Task StartAsync() => host.StartAsync(
        "--Slack:SigningSecret", Secret, "--Slack:BotToken", "xoxb-1", "--Slack:ApiBaseUrl", $"{slack.Address}", "--Slack:Keys", host.Keys);

    /// <summary>Sends one message after another until nobody answers.</summary>
    private async Task SendAsync()
    {
        using var connector = new SignedClient(new HttpClient { BaseAddress = host.Address }, Secret);
        try
        {
            while (true)
            {
                var n = Interlocked.Increment(ref number);
                var words = $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev{{n}}","event":{"type":"message","channel_type":"im","channel":"D{{n % 20}}","user":"U{{n % 20}}","team":"T1","text":"help","ts":"1.{{n}}"} }""";
                if ((await connector.PostAsync("/slack/events", words)).Status == HttpStatusCode.OK)
                    taken.Enqueue($"Ev{n}");
            }
        }
        catch (HttpRequestException)
        {
            // The process is gone.
        }
    }
}
