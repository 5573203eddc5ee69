using ChatConnector.Engine;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Showing;
using NodaTime;

namespace ChatConnector.Tests.Slack;

/// <summary>Tokens that live twelve hours and are exchanged for new ones.</summary>
public sealed class RotationTests : SlackHostTests
{
    private SlackHost other = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (Slack.Door.Rotates, Slack.Door.Time) = (true, Land.Time);
        other = await SlackHost.StartAsync(Slack, Land);
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        await Eventually.Is(() => Slack.Messages.Count == 1);
    }

    public override async Task DisposeAsync()
    {
        await other.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_exchanged_before_it_expires_and_the_old_one_stays_good_meanwhile()
    {
        var old = (await FindAsync())!;
        await Rotation.RenewAsync(default);
        Assert.Equal(0, Exchanges);
        Land.Time.Advance(TimeSpan.FromHours(10.5));
        await Rotation.RenewAsync(default);
        Assert.Equal(1, Exchanges);
        Assert.NotEqual(old.Token, (await FindAsync())!.Token);
        Assert.Equal("T1", Slack.Door.WorkspaceOf(old.Token));

        for (var i = 0; i < 6; i++)
        {
            Land.Time.Advance(TimeSpan.FromHours(10.5));
            await Rotation.RenewAsync(default);
            Assert.IsType<Delivered.Shown>(await PostAsync(Host, $"e{i}"));
        }

        Assert.Equal(7, Exchanges);
        Assert.Empty(Slack.Complaints);
    }

    [Fact]
    public async Task Of_several_processes_that_notice_at_once_one_exchanges_it()
    {
        Land.Time.Advance(TimeSpan.FromHours(11));
        var all = Enumerable.Range(0, 16).Select(i => Task.Run(() => (i % 2 == 0 ? Host : other).Get<Rotation>().RenewAsync(default)));
        await Task.WhenAll(all);
        Assert.Equal(1, Exchanges);
        Assert.IsType<Delivered.Shown>(await PostAsync(other, "e1"));
    }

    [Fact]
    public async Task When_the_answer_is_lost_somebody_asks_again_after_the_turn_is_over()
    {
        Land.Time.Advance(TimeSpan.FromHours(11));
        Slack.Mishaps = call => call.Method == "oauth.v2.access" ? Mishap.HungUp : null;
        await Rotation.RenewAsync(default);
        Slack.Mishaps = _ => null;
        await other.Get<Rotation>().RenewAsync(default);
        Assert.Equal(1, Exchanges);
        Land.Time.Advance(Renewals.Turn.ToTimeSpan());
        await other.Get<Rotation>().RenewAsync(default);
        Assert.Equal(2, Exchanges);
        Land.Time.Advance(TimeSpan.FromHours(2));
        Assert.IsType<Delivered.Shown>(await PostAsync(Host, "e1"));
    }

    [Fact]
    public async Task After_a_night_without_any_process_messages_wait_for_the_new_token()
    {
        Land.Time.Advance(TimeSpan.FromHours(20));
        Assert.IsType<Delivered.Busy>(await PostAsync(Host, "e1"));
        Assert.NotNull(await FindAsync());
        await Rotation.RenewAsync(default);
        Assert.IsType<Delivered.Shown>(await PostAsync(Host, "e1"));
    }

    [Fact]
    public async Task A_message_under_way_with_the_old_token_does_not_end_the_install()
    {
        var old = (await FindAsync())!;
        Land.Time.Advance(TimeSpan.FromHours(11));
        await Rotation.RenewAsync(default);
        Assert.False(await Host.Get<Installs>().GiveUpAsync(old, hasExpired: true, Now, default));
        Assert.False(await Host.Get<Installs>().GiveUpAsync(old, hasExpired: false, Now, default));
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task Only_when_nothing_can_be_had_and_the_token_is_over_is_Connector_out()
    {
        Slack.Mishaps = call => call.Method == "oauth.v2.access" ? Mishap.Error("invalid_refresh_token") : null;
        Land.Time.Advance(TimeSpan.FromHours(11));
        await Rotation.RenewAsync(default);
        Assert.NotNull(await FindAsync());
        Land.Time.Advance(TimeSpan.FromHours(2));
        await Rotation.RenewAsync(default);
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_wrong_setting_of_ours_ends_no_install()
    {
        Slack.Mishaps = call => call.Method == "oauth.v2.access" ? Mishap.Error("bad_client_secret") : null;
        Land.Time.Advance(TimeSpan.FromHours(13));
        await Rotation.RenewAsync(default);
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task What_was_installed_again_or_thrown_out_meanwhile_stays_so()
    {
        var (renewals, installs) = (Host.Get<Renewals>(), Host.Get<Installs>());
        var early = Now + Duration.FromHours(20);
        var turn = (await renewals.TakeAsync("T1", early, Now, default))!;
        Assert.Null(await other.Get<Renewals>().TakeAsync("T1", early, Now, default));
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
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
        Assert.DoesNotContain(await Land.Store.ScanAsync("slack", "", "\uffff", 100, default), row => row.Json.Contains("xox", StringComparison.Ordinal));
        var turn = await Host.Get<Renewals>().TakeAsync("T1", Now + Duration.FromHours(20), Now, default);
        Assert.StartsWith("xoxe-", turn!.RefreshToken, StringComparison.Ordinal);
        Assert.DoesNotContain("xox", $"{turn} {new Renewal(turn.RefreshToken, Now)}", StringComparison.Ordinal);
    }

    private Rotation Rotation => Host.Get<Rotation>();

    private Instant Now => Instant.FromDateTimeOffset(Land.Time.GetUtcNow());

    private int Exchanges => Slack.Calls.Count(c => c.Method == "oauth.v2.access" && c.Text("grant_type") == "refresh_token");

    private Task<Installed?> FindAsync() => Host.Get<Installs>().FindAsync("T1", default);

    private static Task<Delivered> PostAsync(SlackHost from, string effect) => Assert.IsType<SlackChat>(from.Get<IChat>()).DeliverAsync(
        new Delivery.Post(SlackIds.Organization("T1"), effect, Place.PrivateWith(new TeammateId($"slack:T1:U{effect}")), null, SlackOffice.Wording.Cards.First().Card), default);
}
