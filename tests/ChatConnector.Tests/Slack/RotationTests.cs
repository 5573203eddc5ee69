using ChatConnector.Engine;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Showing;
using NodaTime;

namespace ChatConnector.Tests.Slack;

/// <summary>Tokens that live twelve hours and are exchanged for new ones.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private readonly SlackLand land = SlackLand.New();
    private SlackServer slack = null!;
    private SlackHost host = null!;
    private SlackHost other = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackServer.StartAsync();
        (slack.Door.Rotates, slack.Door.Time) = (true, land.Time);
        host = await SlackHost.StartAsync(slack, land);
        other = await SlackHost.StartAsync(slack, land);
        await host.InstallAsync(new SlackVisitor("T1", "UADA"));
        await Eventually.Is(() => slack.Messages.Count == 1);
    }

    public async Task DisposeAsync()
    {
        await other.DisposeAsync();
        await host.DisposeAsync();
        await slack.DisposeAsync();
        System.IO.Directory.Delete(land.Keys, recursive: true);
    }

    [Fact]
    public async Task A_token_is_exchanged_before_it_expires_and_the_old_one_stays_good_meanwhile()
    {
        var old = (await FindAsync())!;
        await Rotation.RenewAsync(default);
        Assert.Equal(0, Exchanges);
        land.Time.Advance(TimeSpan.FromHours(10.5));
        await Rotation.RenewAsync(default);
        Assert.Equal(1, Exchanges);
        Assert.NotEqual(old.Token, (await FindAsync())!.Token);
        Assert.Equal("T1", slack.Door.WorkspaceOf(old.Token));

        for (var i = 0; i < 6; i++)
        {
            land.Time.Advance(TimeSpan.FromHours(10.5));
            await Rotation.RenewAsync(default);
            Assert.IsType<Delivered.Shown>(await PostAsync(host, $"e{i}"));
        }

        Assert.Equal(7, Exchanges);
        Assert.Empty(slack.Complaints);
    }

    [Fact]
    public async Task Of_several_processes_that_notice_at_once_one_exchanges_it()
    {
        land.Time.Advance(TimeSpan.FromHours(11));
        var all = Enumerable.Range(0, 16).Select(i => Task.Run(() => (i % 2 == 0 ? host : other).Get<Rotation>().RenewAsync(default)));
        await Task.WhenAll(all);
        Assert.Equal(1, Exchanges);
        Assert.IsType<Delivered.Shown>(await PostAsync(other, "e1"));
    }

    [Fact]
    public async Task When_the_answer_is_lost_somebody_asks_again_after_the_turn_is_over()
    {
        land.Time.Advance(TimeSpan.FromHours(11));
        slack.Mishaps = call => call.Method == "oauth.v2.access" ? Mishap.HungUp : null;
        await Rotation.RenewAsync(default);
        slack.Mishaps = _ => null;
        await other.Get<Rotation>().RenewAsync(default);
        Assert.Equal(1, Exchanges);
        land.Time.Advance(Renewals.Turn.ToTimeSpan());
        await other.Get<Rotation>().RenewAsync(default);
        Assert.Equal(2, Exchanges);
        land.Time.Advance(TimeSpan.FromHours(2));
        Assert.IsType<Delivered.Shown>(await PostAsync(host, "e1"));
    }

    [Fact]
    public async Task After_a_night_without_any_process_messages_wait_for_the_new_token()
    {
        land.Time.Advance(TimeSpan.FromHours(20));
        Assert.IsType<Delivered.Busy>(await PostAsync(host, "e1"));
        Assert.NotNull(await FindAsync());
        await Rotation.RenewAsync(default);
        Assert.IsType<Delivered.Shown>(await PostAsync(host, "e1"));
    }

    [Fact]
    public async Task A_message_under_way_with_the_old_token_does_not_end_the_install()
    {
        var old = (await FindAsync())!;
        land.Time.Advance(TimeSpan.FromHours(11));
        await Rotation.RenewAsync(default);
        Assert.False(await host.Get<Installs>().GiveUpAsync(old, hasExpired: true, Now, default));
        Assert.False(await host.Get<Installs>().GiveUpAsync(old, hasExpired: false, Now, default));
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task Only_when_nothing_can_be_had_and_the_token_is_over_is_Connector_out()
    {
        slack.Mishaps = call => call.Method == "oauth.v2.access" ? Mishap.Error("invalid_refresh_token") : null;
        land.Time.Advance(TimeSpan.FromHours(11));
        await Rotation.RenewAsync(default);
        Assert.NotNull(await FindAsync());
        land.Time.Advance(TimeSpan.FromHours(2));
        await Rotation.RenewAsync(default);
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_wrong_setting_of_ours_ends_no_install()
    {
        slack.Mishaps = call => call.Method == "oauth.v2.access" ? Mishap.Error("bad_client_secret") : null;
        land.Time.Advance(TimeSpan.FromHours(13));
        await Rotation.RenewAsync(default);
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task What_was_installed_again_or_thrown_out_meanwhile_stays_so()
    {
        var (renewals, installs) = (host.Get<Renewals>(), host.Get<Installs>());
        var early = Now + Duration.FromHours(20);
        var turn = (await renewals.TakeAsync("T1", early, Now, default))!;
        Assert.Null(await other.Get<Renewals>().TakeAsync("T1", early, Now, default));
        await host.InstallAsync(new SlackVisitor("T1", "UADA"));
        var again = (await FindAsync())!.Token;
        await renewals.KeepAsync(turn, "xoxb-late", new Renewal("xoxe-late", early), default);
        await renewals.LoseAsync(turn, Now, default);
        Assert.Equal(again, (await FindAsync())!.Token);

        turn = (await renewals.TakeAsync("T1", early, Now, default))!;
        await installs.StopAsync("T1", Now + Duration.FromSeconds(1), default);
        await renewals.KeepAsync(turn, "xoxb-late", new Renewal("xoxe-late", early), default);
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task Refresh_tokens_rest_encrypted_and_show_nowhere()
    {
        Assert.DoesNotContain(await land.Store.ScanAsync("slack", "", "\uffff", 100, default), row => row.Json.Contains("xox", StringComparison.Ordinal));
        var turn = await host.Get<Renewals>().TakeAsync("T1", Now + Duration.FromHours(20), Now, default);
        Assert.StartsWith("xoxe-", turn!.RefreshToken, StringComparison.Ordinal);
        Assert.DoesNotContain("xox", $"{turn} {new Renewal(turn.RefreshToken, Now)}", StringComparison.Ordinal);
    }

    private Rotation Rotation => host.Get<Rotation>();

    private Instant Now => Instant.FromDateTimeOffset(land.Time.GetUtcNow());

    private int Exchanges => slack.Calls.Count(c => c.Method == "oauth.v2.access" && c.Text("grant_type") == "refresh_token");

    private Task<Installed?> FindAsync() => host.Get<Installs>().FindAsync("T1", default);

    private static Task<Delivered> PostAsync(SlackHost from, string effect) => Assert.IsType<SlackChat>(from.Get<IChat>()).DeliverAsync(
        new Delivery.Post(SlackIds.Organization("T1"), effect, Place.PrivateWith(new TeammateId($"slack:T1:U{effect}")), null, SlackOffice.Wording.Cards.First().Card), default);
}
