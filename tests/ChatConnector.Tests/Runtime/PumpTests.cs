using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Rows;
using ChatConnector.Storage;

namespace ChatConnector.Tests.Runtime;

public sealed class PumpTests
{
    [Fact]
    public async Task What_is_accepted_is_worked_on_at_once()
    {
        await using var rig = new Rig(TimeProvider.System);
        await rig.StartAsync();
        await rig.Get<Inbox>().AcceptAsync(rig.Words("1", "count a; tell bo hello"), default);
        await Eventually.Is(() => rig.Screens.Cards.Count == 1);
        await Eventually.Is(async () => (await rig.Get<IQueue>().BacklogAsync(default)).Messages == 0);
        await rig.StopAsync();
    }

    [Fact]
    public async Task What_another_process_left_in_the_queue_is_found()
    {
        await using var rig = new Rig(TimeProvider.System);
        await rig.Get<IQueue>().EnqueueAsync(MessageJson.Write(rig.Words("1", "tell bo hello")), TimeSpan.Zero, default);
        await rig.StartAsync();
        await Eventually.Is(() => rig.Screens.Cards.Count == 1);
        await rig.StopAsync();
    }

    [Fact]
    public async Task What_is_accepted_while_stopping_is_kept_for_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using (var rig = new Rig(TimeProvider.System, s => s.AddSqliteStorage(folder.Database)))
        {
            await rig.StartAsync();
            await rig.StopAsync();
            await rig.Get<Inbox>().AcceptAsync(rig.Words("1", "tell bo hello"), default);
            Assert.Empty(rig.Screens.Calls);
        }

        await using var next = new Rig(TimeProvider.System, s => s.AddSqliteStorage(folder.Database));
        await next.StartAsync();
        await Eventually.Is(() => next.Screens.Cards.Count == 1);
        await next.StopAsync();
    }

    [Fact]
    public async Task Reminders_come_due_when_the_clock_is_moved()
    {
        var clock = new MovedTime();
        await using var rig = new Rig(clock);
        await rig.StartAsync();
        await rig.Get<Inbox>().AcceptAsync(rig.Words("1", "remind bo 1814400"), default);
        await Eventually.Is(async () => (await rig.AllAsync<WakeUp>(Wake.Prefix)).Count == 1);
        clock.Shift(TimeSpan.FromDays(21));
        await Eventually.Is(() => rig.Screens.Cards.SequenceEqual(["bo: woken 1"]));
        await rig.StopAsync();
    }

    [Fact]
    public async Task What_one_person_says_is_heard_in_the_order_they_said_it()
    {
        await using var rig = new Rig(TimeProvider.System);
        // As after an hour in which no process ran: everything waits, and many work on it side by side.
        for (var n = 0; n < 200; n++)
        {
            foreach (var words in (string[])[$"remind p{n} 3600", $"drop p{n}"])
                await rig.Get<IQueue>().EnqueueAsync(MessageJson.Write(rig.Words($"{n} {words}", words, from: $"p{n}")), TimeSpan.Zero, default);
        }

        await rig.StartAsync();
        await Eventually.Is(async () => (await rig.Get<IQueue>().BacklogAsync(default)).Messages == 0);
        Assert.Empty((await rig.AllAsync<Tally>("tally|")).Where(tally => !tally.Pending.IsEmpty).Select(tally => tally.Name));
        await rig.StopAsync();
    }

    private sealed class MovedTime : TimeProvider
    {
        private TimeSpan shift;

        public void Shift(TimeSpan by) => shift += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
