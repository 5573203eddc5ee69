using ChatConnector.Host;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Rows;
using ChatConnector.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Runtime;

public sealed class DeadLetterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_message_that_always_fails_is_put_aside_after_ten_attempts_over_an_hour()
    {
        await using var rig = new Rig();
        await rig.Get<IQueue>().EnqueueAsync(MessageJson.Write(rig.Words("1", "fail")), TimeSpan.Zero, default);
        var began = rig.Time.GetUtcNow();
        var attempts = await WorkUntilEmptyAsync(rig);
        Assert.InRange(attempts, DeadLetters.MostAttempts, 30);
        Assert.InRange(rig.Time.GetUtcNow() - began, DeadLetters.LeastAge, TimeSpan.FromHours(2));
        var (organization, letter) = Assert.Single(await rig.Get<DeadLetters>().ListAsync(default));
        Assert.Equal(Rig.Acme, organization);
        Assert.Equal("InvalidOperationException", letter.Why);
    }

    [Fact]
    public async Task Many_failures_within_the_hour_are_not_enough()
    {
        await using var rig = new Rig();
        var queue = rig.Get<IQueue>();
        await queue.EnqueueAsync(MessageJson.Write(rig.Words("1", "fail")), TimeSpan.Zero, default);
        for (var i = 0; i < 30; i++)
        {
            if ((await queue.ReceiveAsync(1, Minute, default)).FirstOrDefault() is { } lease)
                await queue.ExtendAsync(lease, TimeSpan.Zero, default);
        }

        await rig.Get<Worker>().WorkAsync((await queue.ReceiveAsync(1, Minute, default))[0], default);
        Assert.Empty(await rig.Get<DeadLetters>().ListAsync(default));
        Assert.Equal(1, (await queue.BacklogAsync(default)).Messages);
    }

    [Fact]
    public async Task A_message_is_never_put_aside_because_the_store_is_down()
    {
        var store = new FaultyStore(new MemoryStore());
        await using var rig = new Rig(null, s => s.AddSingleton<IStore>(store).AddSingleton<IQueue, MemoryQueue>());
        await rig.Get<IQueue>().EnqueueAsync(MessageJson.Write(rig.Words("1", "tell bo hello")), TimeSpan.Zero, default);
        store.FailCommits = int.MaxValue;
        for (var minutes = 0; minutes < 300; minutes++)
            await WorkAsync(rig, Minute);
        store.FailCommits = 0;
        await WorkUntilEmptyAsync(rig);
        Assert.Equal(["bo: hello"], rig.Screens.Cards);
        Assert.Empty(await rig.Get<DeadLetters>().ListAsync(default));
    }

    [Fact]
    public async Task A_replayed_letter_is_worked_on_like_any_message()
    {
        var broken = true;
        await using var rig = new Rig(null, s => ChatConnector.Storage.StorageRegistration.AddMemoryStorage(s).AddSingleton(Toy.Rules with
        {
            Decide = (situation, message) => broken ? throw new InvalidOperationException("broken") : Toy.Rules.Decide(situation, message),
        }));
        await rig.Get<IQueue>().EnqueueAsync(MessageJson.Write(rig.Words("1", "tell bo hello")), TimeSpan.Zero, default);
        await WorkUntilEmptyAsync(rig);
        broken = false;
        var letters = rig.Get<DeadLetters>();
        Assert.Equal(0, await letters.ReplayAsync("no such letter", default));
        Assert.Equal(1, await letters.ReplayAsync((await letters.ListAsync(default))[0].Letter.Id, default));
        Assert.Empty(await letters.ListAsync(default));
        await WorkUntilEmptyAsync(rig);
        Assert.Equal(["bo: hello"], rig.Screens.Cards);
    }

    [Fact]
    public async Task A_letter_replayed_twice_is_heard_once()
    {
        await using var rig = new Rig();
        var body = MessageJson.Write(rig.Words("1", "tell bo hello"));
        await rig.Get<IQueue>().EnqueueAsync(body, TimeSpan.Zero, default);
        await rig.Get<IQueue>().EnqueueAsync(body, TimeSpan.Zero, default);
        await WorkUntilEmptyAsync(rig);
        Assert.Single(rig.Screens.Calls);
    }

    [Fact]
    public async Task What_cannot_even_be_read_is_put_aside_too()
    {
        await using var rig = new Rig();
        await rig.Get<IQueue>().EnqueueAsync("""{"V":99,"Message":{}}""", TimeSpan.Zero, default);
        await WorkUntilEmptyAsync(rig);
        var (organization, letter) = Assert.Single(await rig.Get<DeadLetters>().ListAsync(default));
        Assert.Equal(DeadLetters.Unreadable, organization);
        Assert.Equal("UnreadableException", letter.Why);
    }

    [Fact]
    public async Task Letters_are_listed_and_replayed_from_the_command_line_without_showing_what_they_say()
    {
        await using var rig = new Rig();
        await rig.Get<IQueue>().EnqueueAsync(MessageJson.Write(rig.Words("1", "fail my secret wish")), TimeSpan.Zero, default);
        Assert.Equal((0, "There are no dead letters."), await CommandAsync(rig, "dead-letters"));
        await WorkUntilEmptyAsync(rig);
        var (_, listed) = await CommandAsync(rig, "dead-letters");
        Assert.Contains("InvalidOperationException", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", listed, StringComparison.Ordinal);
        Assert.Equal((1, "0 messages are back in the queue."), await CommandAsync(rig, "replay", "nothing"));
        Assert.Equal((0, "1 message is back in the queue."), await CommandAsync(rig, "replay", listed[..16]));
        Assert.Equal((0, "0 messages are back in the queue."), await CommandAsync(rig, "replay", "all"));
        Assert.Equal(Commands.WrongUsage, (await CommandAsync(rig, "replay")).Code);
        Assert.False(Commands.Asked(["--urls", "http://localhost:5000"]));
        Assert.False(Commands.Asked([]));
    }

    private static async Task<(int Code, string Output)> CommandAsync(Rig rig, params string[] arguments)
    {
        Assert.True(Commands.Asked(arguments));
        await using var output = new StringWriter();
        return (await Commands.RunAsync(rig.Services, arguments, output), output.ToString().Trim());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commit_that_fails_whether_or_not_it_was_made_is_found_out_and_happens_once(bool wasMade)
    {
        var store = new FaultyStore(new MemoryStore()) { FailAfter = wasMade, FailCommits = 1 };
        await using var rig = new Rig(TimeProvider.System, s => s.AddSingleton<IStore>(store).AddSingleton<IQueue, MemoryQueue>());
        var turned = await rig.SayAsync("1", "count a; tell bo hello");
        Assert.NotNull(turned.Ticket);
        Assert.Equal(1, await rig.CountAsync("a"));
        Assert.Equal(["bo: hello"], rig.Screens.Cards);
    }

    private static async Task<int> WorkUntilEmptyAsync(Rig rig)
    {
        var attempts = 0;
        while ((await rig.Get<IQueue>().BacklogAsync(default)).Messages > 0)
        {
            Assert.True(attempts < 100, "The queue does not empty.");
            attempts += await WorkAsync(rig, Minute);
        }

        return attempts;
    }

    private static async Task<int> WorkAsync(Rig rig, TimeSpan pause)
    {
        var leases = await rig.Get<IQueue>().ReceiveAsync(10, Minute, default);
        foreach (var lease in leases)
            await rig.Time.UntilAsync(rig.Get<Worker>().WorkAsync(lease, default));
        rig.Time.Advance(pause);
        return leases.Count;
    }
}
