using System.Collections.Concurrent;
using ChatConnector.Runtime.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>The receiver of Bolt, Slack's own library, and our endpoint judge the same requests.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private const int Rounds = 10_000;
    private const int AtOnce = 16;

    private SlackServer slack = null!;
    private LoneHost connector = null!;
    private HttpClient we = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Workspaces["xoxb-1"] = "T1";
        connector = new LoneHost(slack, "xoxb-1");
        await connector.StartAsync();
        we = connector.Client();
        // What is taken needs no answer here.
        await connector.Services.GetRequiredService<Pump>().StopAsync(default);
    }

    public async Task DisposeAsync()
    {
        we.Dispose();
        await connector.DisposeAsync();
        await slack.DisposeAsync();
    }

    [PeerFact]
    public async Task Every_case_is_judged_alike_or_differently_for_a_reason()
    {
        using var peer = await Peer.StartAsync("receiver.mjs");
        using var bolt = new HttpClient { BaseAddress = peer.Address };
        var cases = SignatureCase.Make();
        foreach (var one in cases)
        {
            Assert.True(one.Taken == await one.Request.IsTakenByAsync(bolt), $"Bolt on: {one.Name}");
            Assert.True((one.Because?.WeTakeIt ?? one.Taken) == await one.Request.IsTakenByAsync(we), $"We on: {one.Name}");
            Assert.True(one.Because is null || one.Because.Concerns(one.Request), one.Name);
        }

        Assert.Empty(Difference.All.Except(cases.Select(one => one.Because)));
    }

    [PeerFact]
    public async Task Whatever_is_changed_in_a_request_it_is_judged_alike_or_differently_for_a_reason()
    {
        using var peer = await Peer.StartAsync("receiver.mjs");
        using var bolt = new HttpClient { BaseAddress = peer.Address };
        var mutation = new Mutation(NonsenseTests.Seeds());
        var (taken, refused) = (0, 0);
        var unexplained = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, Rounds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancellation) =>
        {
            var request = mutation.Of(new Random(number));
            var (boltTakes, weTake) = (await request.IsTakenByAsync(bolt), await request.IsTakenByAsync(we));
            if (boltTakes != weTake)
            {
                if (!Difference.All.Any(d => d.WeTakeIt == weTake && d.Concerns(request)))
                    unexplained.Add($"{number}: {(weTake ? "only we" : "only Bolt")} take {request}");
            }
            else
            {
                _ = weTake ? Interlocked.Increment(ref taken) : Interlocked.Increment(ref refused);
            }
        });
        Assert.Empty(unexplained);
        Assert.InRange(taken, Rounds / 10, Rounds);
        Assert.InRange(refused, Rounds / 10, Rounds);
    }
}
