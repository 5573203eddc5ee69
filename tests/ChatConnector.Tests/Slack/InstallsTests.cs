using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Installing;
using ChatConnector.Storage.Memory;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace ChatConnector.Tests.Slack;

public sealed class InstallsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private readonly MemoryStore store = new();
    private readonly EphemeralDataProtectionProvider keys = new();

    private Installs Installs => new(store, keys);

    [Fact]
    public async Task An_install_is_found_in_its_own_workspace_and_in_no_other()
    {
        await Installs.SaveAsync(In("T1"), Noon, default);
        Assert.Equal(In("T1"), await Installs.FindAsync("T1", default));
        Assert.Null(await Installs.FindAsync("T2", default));
        Assert.Null(await Installs.FindAsync("", default));
    }

    [Fact]
    public async Task A_token_rests_encrypted()
    {
        await Installs.SaveAsync(In("T1"), Noon, default);
        Assert.DoesNotContain("xoxb", (await OnlyRowAsync()).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_moved_to_another_workspace_does_not_open()
    {
        await Installs.SaveAsync(In("T1"), Noon, default);
        var row = await OnlyRowAsync();
        await store.CommitAsync("slack", [new RowChange.Insert("install|T2", row.Json)], default);
        await Assert.ThrowsAsync<StorageException>(() => Installs.FindAsync("T2", default));
    }

    [Fact]
    public async Task Once_thrown_out_the_token_is_gone_until_it_is_let_in_again()
    {
        await Installs.SaveAsync(In("T1"), Noon, default);
        await Installs.StopAsync("T1", Noon + Duration.FromHours(1), default);
        Assert.Null(await Installs.FindAsync("T1", default));
        Assert.Contains("\"Token\":null", (await OnlyRowAsync()).Json, StringComparison.Ordinal);
        await Installs.SaveAsync(In("T1"), Noon + Duration.FromHours(2), default);
        Assert.NotNull(await Installs.FindAsync("T1", default));
    }

    [Fact]
    public async Task News_of_being_thrown_out_that_is_older_than_the_install_is_ignored()
    {
        await Installs.SaveAsync(In("T1"), Noon, default);
        await Installs.StopAsync("T1", Noon - Duration.FromSeconds(1), default);
        Assert.NotNull(await Installs.FindAsync("T1", default));
    }

    [Fact]
    public async Task A_dead_token_ends_the_install_it_belongs_to_and_not_the_one_that_came_after()
    {
        await Installs.SaveAsync(In("T1"), Noon, default);
        var old = (await Installs.FindAsync("T1", default))!;
        await Installs.SaveAsync(old with { Token = "xoxb-newer" }, Noon, default);
        Assert.False(await Installs.GiveUpAsync(old, false, Noon + Duration.FromHours(1), default));
        Assert.NotNull(await Installs.FindAsync("T1", default));
        Assert.True(await Installs.GiveUpAsync(old with { Token = "xoxb-newer" }, false, Noon + Duration.FromHours(1), default));
        Assert.Null(await Installs.FindAsync("T1", default));
    }

    [Fact]
    public void A_token_does_not_show_when_an_install_is_written_somewhere() => Assert.DoesNotContain("xoxb", $"{In("T1")}", StringComparison.Ordinal);

    private async Task<StoredRow> OnlyRowAsync() => Assert.Single(await store.ScanAsync("slack", "", "\uffff", 9, default));

    private static Installed In(string workspace) => new(new Install(workspace, SlackIds.Organization(workspace), "UBOT") { App = "A1", Since = Noon }, "xoxb-token");
}
