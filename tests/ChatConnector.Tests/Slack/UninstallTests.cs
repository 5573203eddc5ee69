using System.Net;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Upkeep;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Tests.Slack;

/// <summary>What happens when a workspace throws Connector out, and when it comes back.</summary>
public sealed class UninstallTests : SlackHostTests
{
    private static readonly string[] Askers = ["U1", "U2", "U3", "U4", "U5"];
    private int number;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var workspace in (string[])["T1", "T2"])
            Slack.Directory.Hire(workspace, [.. Askers, "UADA"]);
    }

    [Fact]
    public async Task From_the_moment_it_is_thrown_out_nothing_is_sent_there_whatever_was_promised()
    {
        foreach (var workspace in (string[])["T1", "T2"])
        {
            await Host.InstallAsync(new SlackVisitor(workspace, "UADA"));
            foreach (var asker in Askers)
                await Host.HearAsync("/slack/events", Words(workspace, asker, "I need help with Postgres"));
        }

        await Eventually.Is(() => Slack.Messages.Count == 2 * (Askers.Length + 1));
        await Eventually.Is(async () => (await Host.Get<IQueue>().BacklogAsync(default)).Messages == 0);
        await ThrowOutAsync("T1");
        var before = Slack.Calls.Count;
        Land.Time.Advance(TimeSpan.FromDays(5));
        await Host.Get<Visits>().SetAlarmsAsync(default);
        await Eventually.Is(() => Askers.All(asker => Slack.Messages.Count(m => m.Workspace == "T2" && m.Channel == "D" + asker) > 1));
        // Both woke side by side; a last look at what T1 may have left waiting.
        await Host.Get<Visits>().SweepAsync(default);
        Assert.DoesNotContain(Slack.Calls.Skip(before), call => call.Workspace != "T2");
    }

    [Fact]
    public async Task After_four_weeks_nothing_of_it_is_kept_and_nothing_of_others_is_gone()
    {
        await LiveAsync("T1");
        await LiveAsync("T2");
        await ThrowOutAsync("T1");
        await FollowAsync();
        Land.Time.Advance((Goodbyes.Keep - NodaTime.Duration.FromHours(1)).ToTimeSpan());
        await FollowAsync();
        Assert.NotEqual(0, await TracesAsync("T1"));
        Land.Time.Advance(TimeSpan.FromHours(2));
        await FollowAsync();
        await FollowAsync();
        Assert.Equal(0, await TracesAsync("T1"));
        Assert.NotEqual(0, await TracesAsync("T2"));
    }

    [Fact]
    public async Task Back_in_time_it_goes_on_where_it_was_and_nothing_is_deleted()
    {
        await LiveAsync("T1");
        await ThrowOutAsync("T1");
        await FollowAsync();
        Land.Time.Advance(TimeSpan.FromDays(20));
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        Land.Time.Advance(TimeSpan.FromDays(20));
        await FollowAsync();
        var before = Slack.Messages.Count;
        await Host.HearAsync("/slack/events", Words("T1", "U1", "export"));
        await Eventually.Is(() => Slack.Messages.Skip(before).Any(m => m.Said.ToJsonString().Contains("Postgres", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_plan_to_delete_is_called_off_even_when_only_the_install_was_kept()
    {
        await LiveAsync("T1");
        await ThrowOutAsync("T1");
        await FollowAsync();
        var installs = Host.Get<Installs>();
        // As if the process died between the two: in again, with the plan still standing.
        Slack.Workspaces["xoxb-back"] = "T1";
        await installs.SaveAsync(new Installed(new Install("T1", ChatConnector.Slack.SlackIds.Organization("T1"), "UBOT"), "xoxb-back"), NodaTime.Instant.FromDateTimeOffset(DateTimeOffset.UtcNow), default);
        Land.Time.Advance(TimeSpan.FromDays(27));
        await FollowAsync();
        Land.Time.Advance(TimeSpan.FromDays(27));
        await FollowAsync();
        Assert.Contains(await Land.Store.PartitionsAsync(default), partition => partition.Contains("slack-T1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task News_of_being_thrown_out_that_arrives_after_the_return_is_old_news()
    {
        await LiveAsync("T1");
        await ThrowOutAsync("T1");
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        Assert.Equal(HttpStatusCode.OK, await Host.HearAsync("/slack/events", Gone("T1", """{"type":"app_uninstalled"}""", ago: 60)));
        Assert.Equal(HttpStatusCode.OK, await Host.HearAsync("/slack/events", Gone("T1", """{"type":"tokens_revoked","tokens":{"bot":["UBOT"]}}""", ago: 60)));
        Assert.NotNull(await Host.Get<Installs>().FindAsync("T1", default));
    }

    [Fact]
    public async Task Both_kinds_of_news_may_come_in_any_order_and_again()
    {
        await LiveAsync("T1");
        foreach (var news in (string[])["""{"type":"tokens_revoked","tokens":{"bot":["UBOT"]}}""", """{"type":"app_uninstalled"}""", """{"type":"app_uninstalled"}"""])
            Assert.Equal(HttpStatusCode.OK, await Host.HearAsync("/slack/events", Gone("T1", news)));
        Assert.Null(await Host.Get<Installs>().FindAsync("T1", default));
    }

    [Fact]
    public async Task Tokens_of_other_bots_may_be_revoked()
    {
        await LiveAsync("T1");
        await Host.HearAsync("/slack/events", Gone("T1", """{"type":"tokens_revoked","tokens":{"bot":["UOTHER"],"oauth":["UBOT"]}}"""));
        Assert.NotNull(await Host.Get<Installs>().FindAsync("T1", default));
    }

    [Fact]
    public async Task A_whole_organization_says_so_without_naming_a_workspace()
    {
        await Host.InstallAsync(new SlackVisitor("E1", "WADA", IsEnterprise: true));
        await Host.HearAsync("/slack/events", """{"type":"event_callback","enterprise_id":"E1","event_id":"Ev1","event":{"type":"app_uninstalled"},"authorizations":[]}""");
        Assert.Null(await Host.Get<Installs>().FindAsync("E1", default));
    }

    [Fact]
    public async Task Being_thrown_out_without_a_word_is_noticed_by_the_dead_token()
    {
        await LiveAsync("T1");
        Slack.Door.ThrowOut("T1");
        await Host.HearAsync("/slack/events", Words("T1", "U1", "help"));
        await Eventually.Is(async () => await Host.Get<Installs>().FindAsync("T1", default) is null);
        await FollowAsync();
        Land.Time.Advance(TimeSpan.FromDays(29));
        await FollowAsync();
        await FollowAsync();
        Assert.Equal(0, await TracesAsync("T1"));
    }

    private async Task LiveAsync(string workspace)
    {
        await Host.InstallAsync(new SlackVisitor(workspace, "UADA"));
        await Host.HearAsync("/slack/events", Words(workspace, "U1", "I need help with Postgres"));
        await Eventually.Is(() => Slack.Messages.Any(m => m.Workspace == workspace && m.Channel == "DU1") && Slack.Messages.Any(m => m.Workspace == workspace && m.Channel == "DUADA"));
    }

    private async Task ThrowOutAsync(string workspace)
    {
        Slack.Door.ThrowOut(workspace);
        Assert.Equal(HttpStatusCode.OK, await Host.HearAsync("/slack/events", Gone(workspace, """{"type":"app_uninstalled"}""")));
    }

    /// <summary>What the hourly rounds do.</summary>
    private async Task FollowAsync()
    {
        await Host.Get<Goodbyes>().FollowAsync(default);
        await Host.Get<Housekeeping>().TidyAsync(default);
    }

    private async Task<int> TracesAsync(string workspace)
    {
        string[] names = [$"slack:{workspace}:", $"slack-{workspace}", $"|{workspace}"];
        var traces = 0;
        foreach (var partition in await Land.Store.PartitionsAsync(default))
        {
            var rows = await Land.Store.ScanAsync(partition, "", "\uffff", 10_000, default);
            traces += rows.Count(row => names.Any(name => $"{partition} {row.Key} {row.Json}".Contains(name, StringComparison.Ordinal)));
        }

        return traces;
    }

    private string Words(string team, string user, string text) =>
        $$"""{"type":"event_callback","team_id":"{{team}}","event_id":"Ev{{++number}}","event":{"type":"message","channel_type":"im","channel":"D1","user":"{{user}}","team":"{{team}}","text":"{{text}}","ts":"1.1"} }""";

    private string Gone(string team, string news, int ago = 0) =>
        $$"""{"type":"event_callback","team_id":"{{team}}","event_id":"Ev{{++number}}","event_time":{{DateTimeOffset.UtcNow.ToUnixTimeSeconds() - ago}},"event":{{news}} }""";
}
