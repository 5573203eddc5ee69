using System.Text.Json.Nodes;
using ChatConnector.Engine;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Slack.Directories;

namespace ChatConnector.Tests.Slack;

/// <summary>Everybody of a workspace becomes a teammate, and is kept as the workspace knows them.</summary>
public sealed class CensusTests : SlackHostTests
{
    private static readonly OrganizationId Organization = new("slack-T1");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Slack.Directory.Hire("T1", ["UADA", .. Enumerable.Range(100, 450).Select(n => $"U{n}")]);
    }

    [Fact]
    public async Task Everybody_is_a_teammate_but_bots_and_people_of_other_organizations()
    {
        Change("U101", user => user["is_bot"] = true);
        Change("U102", user => user["is_stranger"] = true);
        Change("U103", user => user["deleted"] = true);
        Change("U104", user => user["is_ultra_restricted"] = true);
        Change("U549", user => user["profile"]!["title"] = "Data engineer");
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        await GoOnAsync();
        await Eventually.Is(async () => await FindAsync("U549") is { Name: "u549", Title: "Data engineer", Zone: "Europe/Berlin", Presence: Presence.Here });
        foreach (var nobody in (string[])["U101", "U102", "U103"])
            Assert.Null(await FindAsync(nobody));
        await Eventually.Is(async () => await FindAsync("U104") is { Presence: Presence.Outside });
        Assert.Equal(["", "200", "400"], Pages());
        Assert.Empty(Slack.Complaints);
        await Eventually.Is(() => Slack.Messages.Any(m => m.Channel == "DUADA"));
        Assert.Single(Slack.Messages);
    }

    [Fact]
    public async Task The_next_night_only_what_changed_is_news()
    {
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        await GoOnAsync();
        await Eventually.Is(async () => await FindAsync("U549") is not null && await CountAsync() == 451 && await BacklogAsync() == 0);
        Change("U200", user => user["profile"]!["title"] = "Baker");
        Change("U201", user => user["deleted"] = true);
        var heard = await HeardAsync();
        Land.Time.Advance(TimeSpan.FromHours(25));
        await GoOnAsync();
        await Eventually.Is(async () => await FindAsync("U200") is { Title: "Baker" } && await FindAsync("U201") is { Presence: Presence.Left } && await BacklogAsync() == 0);
        Assert.Equal(6, Pages().Count());
        Assert.Equal(heard + 2, await HeardAsync());
    }

    [Fact]
    public async Task It_goes_on_in_another_process_where_Slack_made_it_wait()
    {
        Slack.Mishaps = call => call.Method == "users.list" && call.Text("cursor") == "200" ? Mishap.Limited(900) : null;
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        await GoOnAsync();
        Assert.Equal(["", "200"], Pages());
        await Host.DisposeAsync();
        Slack.Mishaps = _ => null;
        Host = await SlackHost.StartAsync(Slack, Land);
        await GoOnAsync();
        await Eventually.Is(async () => await FindAsync("U549") is not null);
        Assert.Equal(["", "200", "200", "400"], Pages());
    }

    private Task GoOnAsync() => Host.Get<Census>().GoOnAsync(default);

    private IEnumerable<string> Pages() => Slack.Calls.Where(c => c.Method == "users.list").Select(c => c.Text("cursor"));

    private void Change(string user, Action<JsonObject> change) => change(Slack.Directory.People[("T1", user)]);

    private async Task<Teammate?> FindAsync(string user) =>
        (await Host.Get<Ledger>().ReadAsync(Organization, Teammate.KeyOf(new TeammateId($"slack:T1:{user}")), default))?.Row as Teammate;

    private async Task<int> CountAsync() => (await Host.Get<Ledger>().ScanAsync(Organization, Teammate.KeyOf(new TeammateId("")), null, 1_000, default)).Count;

    private async Task<int> BacklogAsync() => (await Host.Get<IQueue>().BacklogAsync(default)).Messages;

    private async Task<int> HeardAsync() => (await Host.Get<Ledger>().ScanAsync(Organization, HeardMessage.Prefix, null, 5_000, default)).Count;
}
