using System.Net;
using System.Text;
using ChatConnector.Runtime.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Slack;

/// <summary>Signed requests with anything in them, for a workspace Connector is in.</summary>
[Collection(Alone.Name)]
public sealed class NonsenseTests : IAsyncLifetime
{
    private const string Command = "command=%2Fask&text=help+with+%3C%40U2%7Cbo%3E&team_id=T1&user_id=U1&channel_id=C1&channel_name=data&trigger_id=1.2.3";

    private SlackServer slack = null!;
    private LoneHost connector = null!;
    private SignedClient client = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Workspaces["xoxb-1"] = "T1";
        connector = new LoneHost(slack, "xoxb-1");
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
        for (var i = 0; i < Nonsense.Rounds; i++)
        {
            var (path, body) = Mutate(seeds[luck.Next(seeds.Count)], luck);
            var status = await Nonsense.AnswerAsync(async () => (await client.PostAsync(path, body)).Status, body);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status} in round {i}");
            if (status == HttpStatusCode.OK)
                taken++;
            else if (refused.Count < 1_000)
                refused.Add((path, body));
        }

        Assert.InRange(taken, Nonsense.Rounds / 100, Nonsense.Rounds - refused.Count);
        var before = await Nonsense.TracesAsync(connector.Services);
        foreach (var (path, body) in refused)
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(path, body)).Status);
        Assert.Equal(before, await Nonsense.TracesAsync(connector.Services));
        Assert.InRange(before, 1, int.MaxValue);
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
        var body = Nonsense.Of(seed.Body, luck);
        return (seed.Path, seed.Path == "/slack/interactions" ? [.. "payload="u8, .. Encoding.UTF8.GetBytes(Uri.EscapeDataString(Encoding.Latin1.GetString(body)))] : body);
    }
}
