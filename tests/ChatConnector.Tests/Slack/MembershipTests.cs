using System.Collections.Immutable;
using ChatConnector.Engine;
using ChatConnector.Engine.Hearing;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Rows;
using ChatConnector.Slack.Directories;
using NodaTime;

namespace ChatConnector.Tests.Slack;

/// <summary>Where an admin allows it, the names of the small groups and open channels people are in are proposed to them.</summary>
public sealed class MembershipTests : IAsyncLifetime
{
    private readonly SlackLand land = SlackLand.New();
    private SlackServer slack = null!;
    private SlackHost host = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        host = await SlackHost.StartAsync(slack, land);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
        System.IO.Directory.Delete(land.Keys, recursive: true);
    }

    [Fact]
    public async Task Nothing_is_read_before_an_admin_allows_it()
    {
        await InstallAsync();
        await GoAsync();
        Assert.DoesNotContain(slack.Calls, IsAboutRooms);
    }

    [Fact]
    public async Task The_names_of_small_rooms_are_proposed_the_smallest_first()
    {
        slack.Directory.OpenChannel("T1", "help-kafka", "UANA", "UBO");
        slack.Directory.OpenChannel("T1", "everybody-here", ["UANA", .. Enumerable.Range(0, 60).Select(n => $"U{n}")]);
        slack.Directory.FormGroup("T1", "dba", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        await GoAsync();
        await ProposedAsync("UANA", "dba", "kafka");
        await ProposedAsync("UBO", "kafka");
        await ProposedAsync("UADA");
        Assert.Equal("you're in #help-kafka", (await FindAsync("UBO"))!.Topics[0].Because);
        Assert.Empty(slack.Complaints);
        Assert.DoesNotContain(slack.Messages, m => m.Channel != "DUADA");
    }

    [Fact]
    public async Task The_next_day_only_what_changed_is_news()
    {
        slack.Directory.OpenChannel("T1", "kafka", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        await GoAsync();
        await ProposedAsync("UANA", "kafka");
        slack.Directory.OpenChannel("T1", "airflow", "UBO");
        var heard = await HeardAsync();
        await GoAsync();
        Assert.Equal(1, slack.Calls.Count(c => c.Method == "conversations.list"));
        land.Time.Advance(TimeSpan.FromHours(25));
        await GoAsync();
        await ProposedAsync("UBO", "airflow");
        Assert.Equal(1, await HeardAsync() - heard);
    }

    [Fact]
    public async Task What_is_no_longer_allowed_is_no_longer_proposed()
    {
        slack.Directory.OpenChannel("T1", "kafka", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        await GoAsync();
        await ProposedAsync("UANA", "kafka");
        await AllowAsync("");
        var asked = slack.Calls.Count(IsAboutRooms);
        await GoAsync();
        await ProposedAsync("UANA");
        await GoAsync();
        Assert.Equal(asked, slack.Calls.Count(IsAboutRooms));
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("plan_upgrade_required")]
    public async Task A_workspace_without_user_groups_still_has_channels(string refusal)
    {
        slack.Directory.Refusals["usergroups.list"] = refusal;
        slack.Directory.OpenChannel("T1", "kafka", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        await GoAsync();
        await ProposedAsync("UANA", "kafka");
    }

    [Fact]
    public async Task It_goes_on_where_Slack_made_it_wait()
    {
        slack.Directory.OpenChannel("T1", "kafka", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        var asked = 0;
        slack.Mishaps = call => call.Method == "users.conversations" && ++asked == 2 ? Mishap.Limited(1) : null;
        await GoAsync();
        await ProposedAsync("UANA", "kafka");
        Assert.Equal(4, asked);
        Assert.Equal(1, slack.Calls.Count(c => c.Method == "usergroups.list"));
    }

    [Fact]
    public async Task Every_workspace_of_an_enterprise_is_gone_through()
    {
        slack.Directory.HireInto("E1", "T7", "WADA", "WANA");
        slack.Directory.HireInto("E1", "T8", "WBO");
        slack.Directory.People[("E1", "WADA")]["is_admin"] = true;
        slack.Directory.OpenChannel("T7", "kafka", "WANA");
        slack.Directory.FormGroup("T8", "dba", "WBO");
        await host.InstallAsync(new SlackVisitor("E1", "WADA", IsEnterprise: true));
        await Eventually.Is(async () => await FindAsync("WANA", "E1") is not null && await FindAsync("WBO", "E1") is not null);
        await AllowAsync("groups", "E1", "WADA");
        await ProposedAsync("WANA", "E1", ["kafka"]);
        await ProposedAsync("WBO", "E1", ["dba"]);
        Assert.Empty(slack.Complaints);
    }

    private static bool IsAboutRooms(SlackCall call) => call.Method is "conversations.list" or "users.conversations" or "usergroups.list";

    private async Task InstallAsync()
    {
        slack.Directory.Hire("T1", "UADA", "UANA", "UBO");
        slack.Directory.People[("T1", "UADA")]["is_admin"] = true;
        await host.InstallAsync(new SlackVisitor("T1", "UADA"));
        await Eventually.Is(async () => await FindAsync("UADA") is not null && await FindAsync("UANA") is not null && await FindAsync("UBO") is not null);
    }

    /// <summary>An admin says what may be guessed from.</summary>
    private async Task AllowAsync(string from, string workspace = "T1", string admin = "UADA")
    {
        var (who, organization) = (new TeammateId($"slack:{workspace}:{admin}"), new OrganizationId("slack-" + workspace));
        var act = new Act(Verb.SaveSettings) { Fields = ImmutableDictionary<string, string>.Empty.Add(Fields.GuessFrom, from) };
        var message = new Message(new MessageId($"allow/{from}"), organization, who, Place.PrivateWith(who), Instant.FromDateTimeOffset(land.Time.GetUtcNow()), Guid.NewGuid(), new Said.Acted(act));
        await host.Get<Inbox>().AcceptAsync(message, default);
        await Eventually.Is(async () => (await host.Get<Ledger>().ReadAsync(organization, Settings.TheKey, default))?.Row is Settings s && s.GuessFromGroups == (from.Length > 0));
    }

    /// <summary>Goes on until it is done for the day.</summary>
    private async Task GoAsync()
    {
        for (var round = 0; round < 5; round++)
            await host.Get<Memberships>().GoOnAsync(default);
    }

    private Task ProposedAsync(string user, params string[] topics) => ProposedAsync(user, "T1", topics);

    // Slack may make it wait meanwhile.
    private Task ProposedAsync(string user, string workspace, string[] topics) => Eventually.Is(async () =>
    {
        await host.Get<Memberships>().GoOnAsync(default);
        return (await FindAsync(user, workspace))!.Topics.Where(t => t.State == TopicState.Proposed).Select(t => t.Name).SequenceEqual(topics);
    });

    private async Task<Teammate?> FindAsync(string user, string workspace = "T1") =>
        (await host.Get<Ledger>().ReadAsync(new OrganizationId("slack-" + workspace), Teammate.KeyOf(new TeammateId($"slack:{workspace}:{user}")), default))?.Row as Teammate;

    private async Task<int> HeardAsync() => (await host.Get<Ledger>().ScanAsync(new OrganizationId("slack-T1"), HeardMessage.Prefix, null, 5_000, default)).Count;
}
