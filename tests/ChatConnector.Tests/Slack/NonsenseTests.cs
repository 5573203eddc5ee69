using System.Diagnostics;
using System.Net;
using System.Text;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Slack;

/// <summary>Signed requests with anything in them, for a workspace Connector is in. Alone in their process, so that what they take can be told.</summary>
[Collection(nameof(NonsenseTests))]
[CollectionDefinition(nameof(NonsenseTests), DisableParallelization = true)]
public sealed class NonsenseTests : IAsyncLifetime
{
    private const int Rounds = 100_000;
    private const string Command = "command=%2Fask&text=help+with+%3C%40U2%7Cbo%3E&team_id=T1&user_id=U1&channel_id=C1&channel_name=data&trigger_id=1.2.3";

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(50);

    private SlackServer slack = null!;
    private WebApplication connector = null!;
    private SignedClient client = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Workspaces["xoxb-1"] = "T1";
        connector = LoneHost.In(slack, "xoxb-1");
        await connector.StartAsync();
        client = connector.CalledBySlack();
        // What is taken stays to be counted.
        await connector.Services.GetRequiredService<Pump>().StopAsync(default);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await connector.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Signed_nonsense_is_answered_soon_and_without_an_exception_and_what_is_refused_leaves_nothing()
    {
        var luck = new Random(7);
        var seeds = Seeds();
        // What has never run yet is compiled first.
        foreach (var (path, body) in seeds.Select(seed => Mutate(seed, luck)))
            await client.PostAsync(path, body);
        var taken = 0;
        List<(string Path, byte[] Body)> refused = [];
        for (var i = 0; i < Rounds; i++)
        {
            var (path, body) = Mutate(seeds[luck.Next(seeds.Count)], luck);
            var status = await AnswerAsync(path, body);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status} in round {i}");
            if (status == HttpStatusCode.OK)
                taken++;
            else if (refused.Count < 1_000)
                refused.Add((path, body));
        }

        Assert.InRange(taken, Rounds / 100, Rounds - refused.Count);
        var before = await TracesAsync();
        foreach (var (path, body) in refused)
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(path, body)).Status);
        Assert.Equal(before, await TracesAsync());
        Assert.InRange(before, 1, int.MaxValue);
    }

    /// <summary>
    /// One attempt, and what it took: the time until the answer or, where others had the processor meanwhile, the processor time of
    /// this process, in which nothing else runs. What the collector stops everything for is nobody's.
    /// </summary>
    private async Task<HttpStatusCode> AnswerAsync(string path, byte[] body)
    {
        var (began, worked, collected) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        var (status, _) = await client.PostAsync(path, body);
        var took = Stopwatch.GetElapsedTime(began);
        var work = Environment.CpuUsage.TotalTime - worked;
        Assert.True((took < work ? took : work) - (GC.GetTotalPauseDuration() - collected) < Quick, $"{path} takes {took} and {work} of work to answer {Convert.ToBase64String(body)}");
        return status;
    }

    /// <summary>Every sample that does not throw Connector out, as if it came from the workspace Connector is in.</summary>
    internal static List<(string Path, string Body)> Seeds()
    {
        var samples = System.IO.Directory.GetFiles(Path.Combine(Repository.Slack, "Samples"), "*.json", SearchOption.AllDirectories)
            .Where(f => !f.Contains("app_uninstalled", StringComparison.Ordinal) && !f.Contains("tokens_revoked", StringComparison.Ordinal))
            .Select(f => File.ReadAllText(f).Replace("T111", "T1", StringComparison.Ordinal).Replace("T0001", "T1", StringComparison.Ordinal)).ToList();
        return [.. samples.Select(s => ("/slack/events", s)), .. samples.Select(s => ("/slack/interactions", s)), .. Enumerable.Repeat(("/slack/commands", Command), samples.Count)];
    }

    private static (string Path, byte[] Body) Mutate((string Path, string Body) seed, Random luck)
    {
        var body = Encoding.UTF8.GetBytes(seed.Body);
        for (var n = luck.Next(4); n > 0; n--)
            body[luck.Next(body.Length)] = (byte)luck.Next(256);
        return (seed.Path, seed.Path == "/slack/interactions" ? [.. "payload="u8, .. Encoding.UTF8.GetBytes(Uri.EscapeDataString(Encoding.Latin1.GetString(body)))] : body);
    }

    private async Task<int> TracesAsync()
    {
        var store = connector.Services.GetRequiredService<IStore>();
        var traces = (await connector.Services.GetRequiredService<IQueue>().BacklogAsync(default)).Messages;
        foreach (var partition in await store.PartitionsAsync(default))
            traces += (await store.ScanAsync(partition, "", "\uffff", 10_000, default)).Count;
        return traces;
    }
}
