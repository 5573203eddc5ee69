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
public sealed class MembershipTests : SlackHostTests
{
    [Fact]
    public async Task Nothing_is_read_before_an_admin_allows_it()
    {
        await InstallAsync();
        await GoAsync();
        Assert.DoesNotContain(Slack.Calls, IsAboutRooms);
    }

    [Fact]
    public async Task The_names_of_small_rooms_are_proposed_the_smallest_first()
    {
        Slack.Directory.OpenChannel("T1", "help-kafka", "UANA", "UBO");
        Slack.Directory.OpenChannel("T1", "everybody-here", ["UANA", .. Enumerable.Range(0, 60).Select(n => $"U{n}")]);
        Slack.Directory.FormGroup("T1", "dba", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        await GoAsync();
        await ProposedAsync("UANA", "dba", "kafka");
        await ProposedAsync("UBO", "kafka");
        await ProposedAsync("UADA");
        Assert.Equal("you're in #help-kafka", (await FindAsync("UBO"))!.Topics[0].Because);
        Assert.Empty(Slack.Complaints);
        Assert.DoesNotContain(Slack.Messages, m => m.Channel != "DUADA");
    }

    [Fact]
    public async Task The_next_day_only_what_changed_is_news()
    {
        Slack.Directory.OpenChannel("T1", "kafka", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        await GoAsync();
        await ProposedAsync("UANA", "kafka");
        Slack.Directory.OpenChannel("T1", "airflow", "UBO");
        var heard = await HeardAsync();
        await GoAsync();
        Assert.Equal(1, Slack.Calls.Count(c => c.Method == "conversations.list"));
        Land.Time.Advance(TimeSpan.FromHours(25));
        await GoAsync();
        await ProposedAsync("UBO", "airflow");
        Assert.Equal(1, await HeardAsync() - heard);
    }

    [Fact]
    public async Task What_is_no_longer_allowed_is_no_longer_proposed()
    {
        Slack.Directory.OpenChannel("T1", "kafka", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        await GoAsync();
        await ProposedAsync("UANA", "kafka");
        await AllowAsync("");
        var asked = Slack.Calls.Count(IsAboutRooms);
        await GoAsync();
        await ProposedAsync("UANA");
        await GoAsync();
        Assert.Equal(asked, Slack.Calls.Count(IsAboutRooms));
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("plan_upgrade_required")]
    public async Task A_workspace_without_user_groups_still_has_channels(string refusal)
    {
        Slack.Directory.Refusals["usergroups.list"] = refusal;
        Slack.Directory.OpenChannel("T1", "kafka", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        await GoAsync();
        await ProposedAsync("UANA", "kafka");
    }

    [Fact]
    public async Task It_goes_on_where_Slack_made_it_wait()
    {
        Slack.Directory.OpenChannel("T1", "kafka", "UANA");
        await InstallAsync();
        await AllowAsync("groups");
        var asked = 0;
        Slack.Mishaps = call => call.Method == "users.conversations" && Interlocked.Increment(ref asked) == 2 ? Mishap.Limited(1) : null;
        await GoAsync();
        await ProposedAsync("UANA", "kafka");
        Assert.Equal(4, asked);
        Assert.Equal(1, Slack.Calls.Count(c => c.Method == "usergroups.list"));
    }

    [Fact]
    public async Task Every_workspace_of_an_enterprise_is_gone_through()
    {
        Slack.Directory.HireInto("E1", "T7", "WADA", "WANA");
        Slack.Directory.HireInto("E1", "T8", "WBO");
        Slack.Directory.People[("E1", "WADA")]["is_admin"] = true;
        Slack.Directory.OpenChannel("T7", "kafka", "WANA");
        Slack.Directory.FormGroup("T8", "dba", "WBO");
        await Host.InstallAsync(new SlackVisitor("E1", "WADA", IsEnterprise: true));
        await Host.Get<Census>().GoOnAsync(default);
        await Eventually.Is(async () => await FindAsync("WANA", "E1") is not null && await FindAsync("WBO", "E1") is not null);
        await AllowAsync("groups", "E1", "WADA");
        await ProposedAsync("WANA", "E1", ["kafka"]);
        await ProposedAsync("WBO", "E1", ["dba"]);
        Assert.Empty(Slack.Complaints);
    }

    private static bool IsAboutRooms(SlackCall call) => call.Method is "conversations.list" or "users.conversations" or "usergroups.list";

    private async Task InstallAsync()
    {
        Slack.Directory.Hire("T1", "UADA", "UANA", "UBO");
        Slack.Directory.People[("T1", "UADA")]["is_admin"] = true;
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        await Host.Get<Census>().GoOnAsync(default);
        await Eventually.Is(async () => await FindAsync("UADA") is not null && await FindAsync("UANA") is not null && await FindAsync("UBO") is not null);
    }

    /// <summary>An admin says what may be guessed from.</summary>
    private async Task AllowAsync(string from, string workspace = "T1", string admin = "UADA")
    {
        var (who, organization) = (new TeammateId($"slack:{workspace}:{admin}"), new OrganizationId("slack-" + workspace));
        var act = new Act(Verb.SaveSettings) { Fields = ImmutableDictionary<string, string>.Empty.Add(Fields.GuessFrom, from) };
        var message = new Message(new MessageId($"allow/{from}"), organization, who, Place.PrivateWith(who), Instant.FromDateTimeOffset(Land.Time.GetUtcNow()), Guid.NewGuid(), new Said.Acted(act));
        await Host.Get<Inbox>().AcceptAsync(message, default);
        await Eventually.Is(async () => (await Host.Get<Ledger>().ReadAsync(organization, Settings.TheKey, default))?.Row is Settings s && s.GuessFromGroups == (from.Length > 0));
    }

    /// <summary>Goes on until it is done for the day.</summary>
    private async Task GoAsync()
    {
        for (var round = 0; round < 5; round++)
            await Host.Get<Memberships>().GoOnAsync(default);
    }

    private Task ProposedAsync(string user, params string[] topics) => ProposedAsync(user, "T1", topics);

    // Slack may make it wait meanwhile.
    private Task ProposedAsync(string user, string workspace, string[] topics) => Eventually.Is(async () =>
    {
        await Host.Get<Memberships>().GoOnAsync(default);
        return (await FindAsync(user, workspace))!.Topics.Where(t => t.State == TopicState.Proposed).Select(t => t.Name).SequenceEqual(topics);
    });

    private async Task<Teammate?> FindAsync(string user, string workspace = "T1") =>
        (await Host.Get<Ledger>().ReadAsync(new OrganizationId("slack-" + workspace), Teammate.KeyOf(new TeammateId($"slack:{workspace}:{user}")), default))?.Row as Teammate;

    private async Task<int> HeardAsync() => (await Host.Get<Ledger>().ScanAsync(new OrganizationId("slack-T1"), HeardMessage.Prefix, null, 5_000, default)).Count;
}
