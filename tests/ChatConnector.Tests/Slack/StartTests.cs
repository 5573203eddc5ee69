using System.Net;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;
using ChatConnector.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Slack;

/// <summary>Starting and hearing while Slack is well, slow, away, or of another opinion.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private SlackServer slack = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        slack.Workspaces["xoxb-1"] = "T1";
    }

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Fact]
    public async Task A_Slack_that_does_not_answer_holds_up_no_start_and_may_send_again_what_comes_meanwhile()
    {
        slack.Mishaps = _ => new Mishap(503);
        await using var connector = new LoneHost(slack, "xoxb-1");
        await connector.StartAsync();
        using var client = connector.CalledBySlack();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.PostAsync("/slack/events", Hello)).Status);
        slack.Mishaps = _ => null;
        await Eventually.Is(async () => (await client.PostAsync("/slack/events", Hello)).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_Slack_does_not_take_ends_the_start()
    {
        await using var connector = new LoneHost(slack, "xoxb-2");
        Assert.Equal("invalid_auth", (await Assert.ThrowsAsync<SlackException>(() => connector.StartAsync())).Error);
    }

    [Fact]
    public async Task With_the_token_of_another_workspace_it_is_out_of_the_one_before_and_of_no_other()
    {
        var store = new MemoryStore();
        await using (var before = new LoneHost(slack, "xoxb-1", store))
        {
            await before.StartAsync();
            await InstallsOf(before).SaveAsync(new Installed(new Install("T7", SlackIds.Organization("T7"), "UBOT"), "xoxb-7"), default, default);
        }

        slack.Workspaces["xoxb-2"] = "T2";
        await using var connector = new LoneHost(slack, "xoxb-2", store);
        await connector.StartAsync();
        Assert.NotNull(await InstallsOf(connector).FindAsync("T2", default));
        Assert.Null(await InstallsOf(connector).FindAsync("T1", default));
        Assert.Contains("\"Token\":null", (await RowAsync("T1")).Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Token\":null", (await RowAsync("T7")).Json, StringComparison.Ordinal);

        static Installs InstallsOf(LoneHost host) => host.Services.GetRequiredService<Installs>();

        async Task<StoredRow> RowAsync(string workspace) => Assert.Single(await store.ReadAsync("slack", ["install|" + workspace], default));
    }

    [Fact]
    public async Task Whoever_Slack_is_slow_to_name_is_heard_at_once_and_known_later()
    {
        var told = new TaskCompletionSource();
        slack.Directory.Hire("T1", "U1");
        slack.Delay = call => call.Method == "users.info" ? told.Task : Task.CompletedTask;
        await using var connector = new LoneHost(slack, "xoxb-1");
        await connector.StartAsync();
        using var client = connector.CalledBySlack();
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/slack/events", Hello)).Status);
        Assert.False(told.Task.IsCompleted);
        told.SetResult();
        var store = connector.Services.GetRequiredService<IStore>();
        await Eventually.Is(async () => (await store.ScanAsync(ChatConnector.Runtime.Rows.Keys.PartitionOf(SlackIds.Organization("T1")), "teammate|", "teammate}", 9, default))
            .Any(row => row.Json.Contains("Europe/Berlin", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_says_several_things_at_once_is_looked_up_once()
    {
        var told = new TaskCompletionSource();
        slack.Directory.Hire("T1", "U1");
        slack.Delay = call => call.Method == "users.info" ? told.Task : Task.CompletedTask;
        await using var connector = new LoneHost(slack, "xoxb-1");
        await connector.StartAsync();
        using var client = connector.CalledBySlack();
        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(n => client.PostAsync("/slack/events", Hello.Replace("Ev1", $"Ev{n}", StringComparison.Ordinal))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(slack.Calls, call => call.Method == "users.info");
        told.SetResult();
    }

    [Fact]
    public async Task A_form_that_Slack_is_slow_to_open_is_offered_in_private()
    {
        var opened = new TaskCompletionSource();
        slack.Directory.Hire("T1", "U1");
        slack.Delay = call => call.Method == "views.open" ? opened.Task : Task.CompletedTask;
        await using var connector = new LoneHost(slack, "xoxb-1");
        await connector.StartAsync();
        using var client = connector.CalledBySlack();
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/slack/commands", "command=%2Fask&text=&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2.3")).Status);
        await Eventually.Is(() => slack.Messages.Any(m => m.Channel == "DU1"));
        Assert.Empty(slack.Forms);
        opened.SetResult();
    }

    private const string Hello =
        """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","team":"T1","text":"hello","ts":"1.1"}}""";
}
