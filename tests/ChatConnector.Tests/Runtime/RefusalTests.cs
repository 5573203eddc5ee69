using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Runtime;

/// <summary>What a platform will never show, the conversation hears of: once, whatever happens in between.</summary>
public sealed class RefusalTests
{
    private const string OfK = "k for bo in bo";

    [Fact]
    public async Task The_conversation_hears_once_that_a_card_will_never_come_up()
    {
        await using var rig = Closed();
        await rig.SayAsync("1", "card k bo hello");
        Assert.Equal(0, await rig.CountAsync(OfK));
        Assert.Null(await rig.WakeAsync());
        await rig.WakeAsync();
        Assert.Equal(1, await rig.CountAsync(OfK));
        Assert.Single(rig.Screens.Calls);
        Assert.Empty(await rig.AllAsync<Wake>(Wake.Prefix));
    }

    [Fact]
    public async Task It_is_due_at_once_and_wakes_by_itself()
    {
        await using var rig = Closed(TimeProvider.System);
        await rig.StartAsync();
        await rig.SayAsync("1", "card k bo hello");
        await Eventually.Is(async () => await rig.CountAsync(OfK) == 1);
        await rig.StopAsync();
    }

    [Fact]
    public async Task However_many_look_at_it_it_is_heard_once()
    {
        await using var rig = Closed();
        await rig.SayAsync("1", "card k bo hello");
        await rig.Time.UntilAsync(Task.WhenAll(rig.WakeAsync(), rig.WakeAsync(), rig.WakeAsync()));
        Assert.Equal(1, await rig.CountAsync(OfK));
    }

    [Fact]
    public async Task A_process_that_dies_between_the_refusal_and_writing_it_down_leaves_it_to_another()
    {
        var store = new FaultyStore(new ChatConnector.Storage.Memory.MemoryStore());
        await using var rig = Closed(null, s => s.AddSingleton<IStore>(store).AddSingleton<IQueue, ChatConnector.Storage.Memory.MemoryQueue>());
        var turned = await rig.CommitAsync("1", "card k bo hello");
        rig.Screens.Before = _ => throw new OperationCanceledException();
        using var dying = new CancellationTokenSource();
        await dying.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.Get<ChatConnector.Runtime.Delivering.Courier>().DeliverAsync(Rig.Acme, turned.Message, turned.Ticket, dying.Token));
        Refuse(rig);
        await rig.WakeAsync();
        Assert.Equal(0, await rig.CountAsync(OfK));
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        await rig.WakeAsync();
        Assert.Equal(1, await rig.CountAsync(OfK));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commit_that_fails_or_seems_to_fail_tells_once_all_the_same(bool seemsTo)
    {
        var store = new FaultyStore(new ChatConnector.Storage.Memory.MemoryStore());
        await using var rig = Closed(TimeProvider.System, s => s.AddSingleton<IStore>(store).AddSingleton<IQueue, ChatConnector.Storage.Memory.MemoryQueue>());
        rig.Screens.Before = _ =>
        {
            (store.FailCommits, store.FailAfter) = (1, seemsTo);
            return Task.FromResult<Delivered?>(new Delivered.Refused("blocked"));
        };
        await rig.SayAsync("1", "card k bo hello");
        Assert.Single(await rig.AllAsync<Refusal>(Wake.Prefix));
        await rig.WakeAsync();
        await rig.WakeAsync();
        Assert.Equal(1, await rig.CountAsync(OfK));
    }

    [Fact]
    public async Task That_it_was_refused_and_that_it_is_to_be_told_are_written_in_one_commit()
    {
        var store = new Watched(new ChatConnector.Storage.Memory.MemoryStore());
        await using var rig = Closed(null, s => s.AddSingleton<IStore>(store).AddSingleton<IQueue, ChatConnector.Storage.Memory.MemoryQueue>());
        await rig.SayAsync("1", "card k bo hello");
        var commit = Assert.Single(store.Commits, c => c.Any(key => key.StartsWith(EffectFate.Prefix, StringComparison.Ordinal)));
        Assert.Contains(commit, key => key.StartsWith(Wake.Prefix, StringComparison.Ordinal));
        Assert.Contains(commit, key => key.StartsWith(PendingEffect.Prefix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_was_busy_for_too_long_has_refused()
    {
        await using var rig = new Rig();
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Busy(TimeSpan.FromHours(3)));
        await rig.SayAsync("1", "card k bo hello");
        for (var i = 0; i < 20; i++)
        {
            rig.Time.Advance(TimeSpan.FromHours(4));
            await rig.SweepAsync();
        }

        await rig.WakeAsync();
        Assert.Equal(1, await rig.CountAsync(OfK));
    }

    [Fact]
    public async Task Of_what_stands_already_and_of_what_has_no_name_and_where_Connector_is_no_more_nothing_is_told()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo hello");
        Refuse(rig);
        await rig.SayAsync("2", "edit k bye; take k; tell cy hello; home cy hello");
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Unwelcome("not installed there"));
        await rig.SayAsync("3", "card l bo hello");
        Assert.Equal(5, (await rig.FatesAsync()).Count(f => f != "Delivered"));
        Assert.Empty(await rig.AllAsync<Wake>(Wake.Prefix));
    }

    [Fact]
    public async Task Of_an_introduction_whoever_was_to_go_first_is_concerned()
    {
        await using var rig = Closed();
        await rig.SayAsync("1", "meet m bo+cy hello");
        await rig.WakeAsync();
        Assert.Equal(1, await rig.CountAsync("m for bo in bo"));
    }

    [Fact]
    public async Task Whoever_is_erased_before_it_is_told_is_not_told_of()
    {
        await using var rig = Closed();
        await rig.SayAsync("1", "card k bo hello");
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(null);
        await rig.SayAsync("2", "forget bo");
        Assert.Empty(await rig.AllAsync<Wake>(Wake.Prefix));
    }

    private static Rig Closed(TimeProvider? time = null, Action<IServiceCollection>? with = null)
    {
        var rig = new Rig(time, with);
        Refuse(rig);
        return rig;
    }

    private static void Refuse(Rig rig) => rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Refused("blocked"));

    /// <summary>A store that remembers which keys were changed together.</summary>
    private sealed class Watched(IStore store) : IStore
    {
        public List<IReadOnlyList<string>> Commits { get; } = [];

        public Task<IReadOnlyList<StoredRow>> ReadAsync(string partition, IReadOnlyCollection<string> keys, CancellationToken cancellation) => store.ReadAsync(partition, keys, cancellation);

        public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string from, string before, int most, CancellationToken cancellation) =>
            store.ScanAsync(partition, from, before, most, cancellation);

        public Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation) => store.PartitionsAsync(cancellation);

        public Task<bool> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
        {
            Commits.Add([.. changes.Select(c => c.Key)]);
            return store.CommitAsync(partition, changes, cancellation);
        }
    }
}
