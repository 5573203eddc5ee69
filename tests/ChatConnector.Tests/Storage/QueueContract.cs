using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests.Storage;

/// <summary>What every queue promises.</summary>
public abstract class QueueContract
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected ManualTime Time { get; } = new();

    protected abstract IQueue Queue { get; }

    [Fact]
    public async Task A_message_comes_out_as_it_went_in()
    {
        await Queue.EnqueueAsync("שלום 🙂 \n'\"", TimeSpan.Zero, default);
        var lease = Assert.Single(await Queue.ReceiveAsync(10, Minute, default));
        Assert.Equal("שלום 🙂 \n'\"", lease.Words());
        Assert.Equal(1, lease.Deliveries);
        Assert.Equal(Time.GetUtcNow(), lease.EnqueuedAt);
    }

    [Fact]
    public async Task A_message_is_hidden_until_its_delay_is_over()
    {
        await Queue.EnqueueAsync("later", Minute, default);
        Time.Advance(Minute - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await Queue.ReceiveAsync(10, Minute, default));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(await Queue.ReceiveAsync(10, Minute, default));
    }

    [Fact]
    public async Task Moving_the_clock_on_the_wall_shows_what_is_due()
    {
        await Queue.EnqueueAsync("in a week", TimeSpan.FromDays(7), default);
        Time.Shift(TimeSpan.FromDays(7));
        Assert.Single(await Queue.ReceiveAsync(10, Minute, default));
    }

    [Fact]
    public async Task Whoever_enqueues_holds_the_message_and_may_finish_it_at_once()
    {
        var lease = await Queue.EnqueueAsync("mine", Minute, default);
        Assert.Equal(0, lease.Deliveries);
        Assert.Empty(await Queue.ReceiveAsync(10, Minute, default));
        Assert.True(await Queue.DeleteAsync(lease, default));
        Time.Advance(Minute * 2);
        Assert.Empty(await Queue.ReceiveAsync(10, Minute, default));
    }

    [Fact]
    public async Task A_received_message_is_nobody_elses_until_the_lease_runs_out()
    {
        await Queue.EnqueueAsync("one", TimeSpan.Zero, default);
        Assert.Single(await Queue.ReceiveAsync(10, Minute, default));
        Assert.Empty(await Queue.ReceiveAsync(10, Minute, default));
        Time.Advance(Minute);
        Assert.Equal(2, Assert.Single(await Queue.ReceiveAsync(10, Minute, default)).Deliveries);
    }

    [Fact]
    public async Task An_old_receipt_is_worth_nothing()
    {
        var first = await Queue.EnqueueAsync("one", Minute, default);
        Time.Advance(Minute);
        var second = Assert.Single(await Queue.ReceiveAsync(10, Minute, default));
        Assert.False(await Queue.DeleteAsync(first, default));
        Assert.Null(await Queue.ExtendAsync(first, Minute, default));
        var third = await Queue.ExtendAsync(second, Minute, default);
        Assert.False(await Queue.DeleteAsync(second, default));
        Assert.True(await Queue.DeleteAsync(third!, default));
        Assert.False(await Queue.DeleteAsync(third!, default));
    }

    [Fact]
    public async Task A_lease_that_ran_out_still_holds_while_nobody_else_took_the_message()
    {
        await Queue.EnqueueAsync("one", TimeSpan.Zero, default);
        var lease = Assert.Single(await Queue.ReceiveAsync(10, Minute, default));
        Time.Advance(Minute * 5);
        Assert.True(await Queue.DeleteAsync(lease, default));
    }

    [Fact]
    public async Task Extending_hides_for_longer_and_extending_by_zero_shows_at_once()
    {
        await Queue.EnqueueAsync("one", TimeSpan.Zero, default);
        var lease = Assert.Single(await Queue.ReceiveAsync(10, Minute, default));
        lease = await Queue.ExtendAsync(lease, Minute * 3, default);
        Time.Advance(Minute * 2);
        Assert.Empty(await Queue.ReceiveAsync(10, Minute, default));
        Assert.NotNull(await Queue.ExtendAsync(lease!, TimeSpan.Zero, default));
        Assert.Equal(2, Assert.Single(await Queue.ReceiveAsync(10, Minute, default)).Deliveries);
    }

    [Fact]
    public async Task No_more_than_asked_for_are_taken()
    {
        for (var i = 0; i < 5; i++)
            await Queue.EnqueueAsync($"{i}", TimeSpan.Zero, default);
        Assert.Equal(2, (await Queue.ReceiveAsync(2, Minute, default)).Count);
        Assert.Equal(3, (await Queue.ReceiveAsync(10, Minute, default)).Count);
    }

    [Fact]
    public async Task The_backlog_counts_everything_and_tells_how_long_the_oldest_has_been_waiting()
    {
        Assert.Equal(new Backlog(0, null), await Queue.BacklogAsync(default));
        await Queue.EnqueueAsync("held", Minute * 60, default);
        Assert.Equal(new Backlog(1, null), await Queue.BacklogAsync(default));
        var then = Time.GetUtcNow();
        await Queue.EnqueueAsync("waiting", TimeSpan.Zero, default);
        Time.Advance(Minute);
        Assert.Equal(new Backlog(2, then), await Queue.BacklogAsync(default));
    }

    [Fact]
    public async Task Two_receivers_never_get_the_same_message()
    {
        for (var i = 0; i < 100; i++)
            await Queue.EnqueueAsync($"{i}", TimeSpan.Zero, default);
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Queue.ReceiveAsync(20, Minute, default))));
        Assert.Equal(100, taken.SelectMany(t => t).Select(l => l.Id).Distinct().Count());
        Assert.Equal(100, taken.Sum(t => t.Count));
    }

    [Fact]
    public async Task A_receipt_of_another_queue_is_worth_nothing()
    {
        var lease = await Queue.EnqueueAsync("one", Minute, default);
        Assert.False(await Queue.DeleteAsync(lease with { Id = "not a number" }, default));
        Assert.False(await Queue.DeleteAsync(lease with { Receipt = "not a number" }, default));
        Assert.True(await Queue.DeleteAsync(lease, default));
    }
}
