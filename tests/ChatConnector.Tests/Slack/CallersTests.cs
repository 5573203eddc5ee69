using ChatConnector.Runtime;
using ChatConnector.Slack;
using ChatConnector.Slack.Installing;
using ChatConnector.Storage.Memory;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace ChatConnector.Tests.Slack;

/// <summary>Whose request it is is known for a second; two processes share the store.</summary>
public sealed class CallersTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime time = new();
    private readonly Installs here;
    private readonly Installs elsewhere;
    private readonly Callers callers;

    public CallersTests()
    {
        var (store, keys) = (new MemoryStore(), new EphemeralDataProtectionProvider());
        (here, elsewhere) = (new Installs(store, keys), new Installs(store, keys));
        callers = new Callers(here, new Surroundings(time));
    }

    [Fact]
    public async Task What_this_process_changes_is_known_at_once()
    {
        await LetInAsync(here, "xoxb-1");
        Assert.Equal("xoxb-1", await TokenAsync());
        await LetInAsync(here, "xoxb-2");
        Assert.Equal("xoxb-2", await TokenAsync());
        await here.StopAsync("T1", Now, default);
        Assert.Null(await TokenAsync());
    }

    [Fact]
    public async Task What_another_process_changes_is_known_within_a_second_and_not_asked_for_before()
    {
        await LetInAsync(elsewhere, "xoxb-1");
        Assert.Equal("xoxb-1", await TokenAsync());
        await LetInAsync(elsewhere, "xoxb-2");
        time.Advance(Second / 2);
        Assert.Equal("xoxb-1", await TokenAsync());
        time.Advance(Second / 2);
        Assert.Equal("xoxb-2", await TokenAsync());
        await elsewhere.StopAsync("T1", Now, default);
        time.Advance(Second);
        Assert.Null(await TokenAsync());
    }

    [Fact]
    public async Task Who_is_not_known_is_asked_for_every_time()
    {
        Assert.Null(await TokenAsync());
        await LetInAsync(elsewhere, "xoxb-1");
        Assert.Equal("xoxb-1", await TokenAsync());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    public async Task A_second_is_over_as_soon_as_either_clock_says_so(int shifted, int passed)
    {
        await LetInAsync(here, "xoxb-1");
        await TokenAsync();
        await elsewhere.StopAsync("T1", Now, default);
        time.Shift(Second * shifted);
        time.Advance(Second * passed);
        Assert.Null(await TokenAsync());
    }

    [Fact]
    public async Task Nobody_is_taken_for_somebody_else()
    {
        await LetInAsync(here, "xoxb-1");
        Assert.NotNull(await TokenAsync());
        Assert.Null(await callers.FindAsync("T2", default));
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private async Task<string?> TokenAsync() => (await callers.FindAsync("T1", default))?.Token;

    private Task LetInAsync(Installs by, string token) => by.SaveAsync(new Installed(new Install("T1", SlackIds.Organization("T1"), "UBOT"), token), Now, default);
}
