using ChatConnector.Engine;
using ChatConnector.Engine.Wording;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Showing;
using ChatConnector.Storage.Memory;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace ChatConnector.Tests.Slack;

/// <summary>Slack that wants to be left alone for a minute, sometimes saying for how long and sometimes not.</summary>
public sealed class StormTests : IAsyncLifetime, IDisposable
{
    private const int Channels = 4;
    private const int PerChannel = 5;
    private static readonly Card Card = SlackOffice.Wording.Cards.First().Card;
    private static readonly TimeSpan Storm = TimeSpan.FromMinutes(1);

    private readonly ManualTime time = new();
    private readonly Installs installs = new(new MemoryStore(), new EphemeralDataProtectionProvider());
    private readonly List<(string Workspace, string Channel, TimeSpan At)> shown = [];
    private readonly Lock gate = new();
    private SlackServer slack = null!;
    private readonly Underway underway = new();
    private HttpClient http = null!;
    private ChatLine line = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        foreach (var workspace in (string[])["T1", "T2"])
        {
            slack.Workspaces["xoxb-" + workspace] = workspace;
            await installs.SaveAsync(new Installed(new Install(workspace, SlackIds.Organization(workspace), "UBOT"), "xoxb-" + workspace), Instant.FromUtc(2026, 1, 1, 0, 0), default);
        }

        var around = new Surroundings(time);
        http = new HttpClient(underway) { BaseAddress = slack.Address };
        line = new ChatLine(new SlackChat(installs, new SlackApi(new SlackWire(http), new Pace(around), around), around), around);
        var began = time.GetTimestamp();
        var limited = 0;
        slack.Mishaps = call =>
        {
            var passed = time.GetElapsedTime(began);
            if (call.Workspace == "T1" && passed < Storm)
                return Mishap.Limited(Interlocked.Increment(ref limited) % 2 == 0 ? 5 : null);
            lock (gate)
                shown.Add((call.Workspace!, call.Text("channel"), passed));
            return null;
        };
    }

    public async Task DisposeAsync() => await slack.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task Nothing_is_lost_or_doubled_no_channel_is_flooded_and_nobody_else_waits()
    {
        await PassAsync(Task.WhenAll(
            from workspace in (string[])["T1", "T2"]
            from channel in Enumerable.Range(0, Channels)
            select SendAsync(workspace, $"C{channel}0")));

        Assert.Equal(2 * Channels * PerChannel, slack.Messages.Count);
        Assert.Equal(2 * Channels * PerChannel, slack.Messages.Select(m => m.Said["metadata"]!["event_payload"]!["id"]!.GetValue<string>() + m.Workspace).Distinct().Count());
        Assert.All(shown.Where(s => s.Workspace == "T1"), s => Assert.True(s.At >= Storm));
        Assert.InRange(shown.Where(s => s.Workspace == "T2").Max(s => s.At), TimeSpan.Zero, TimeSpan.FromSeconds(5 + (PerChannel * 1.1)));
        foreach (var channel in shown.GroupBy(s => (s.Workspace, s.Channel)))
        {
            var times = channel.Select(s => s.At).Order().ToList();
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1), $"{channel.Key}: {pair}"));
        }
    }

    /// <summary>As the runtime does: one after the other, and what must wait is tried again after as long as was asked.</summary>
    private async Task SendAsync(string workspace, string channel)
    {
        for (var n = 0; n < PerChannel; n++)
        {
            var to = SlackIds.Channel(workspace, channel);
            var post = new Delivery.Post(SlackIds.Organization(workspace), $"{channel}/{n}", new Place(PlaceKind.Channel, to), null, Card);
            while (await line.DeliverAsync(post, to, () => true, default) is not Delivered.Shown and var outcome)
            {
                Assert.IsType<Delivered.Busy>(outcome);
                await Task.Delay(((Delivered.Busy)outcome).After ?? TimeSpan.FromSeconds(1), time);
            }
        }
    }

    /// <summary>Lets time pass while nobody waits for the wire, so that a slow machine changes nothing.</summary>
    private async Task PassAsync(Task task)
    {
        for (var quiet = 0; !task.IsCompleted;)
        {
            await Task.WhenAny(task, Task.Delay(2));
            quiet = underway.Calls == 0 ? quiet + 1 : 0;
            if (quiet > 3)
                time.Advance(TimeSpan.FromMilliseconds(100));
        }

        await task;
    }

    /// <summary>Counts the calls that were not answered yet.</summary>
    private sealed class Underway() : DelegatingHandler(new SocketsHttpHandler())
    {
        private int calls;

        public int Calls => Volatile.Read(ref calls);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref calls);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref calls);
            }
        }
    }
}
