using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Reminding;

namespace ChatConnector.Tests.Runtime;

/// <summary>A process falls asleep while it edits a card, wakes up when others have gone on, and its old words do not stay over the new ones.</summary>
public sealed class OversleptTests : IAsyncDisposable
{
    private readonly Rig rig = new();
    private readonly TaskCompletionSource<Delivered?> asleep = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task After_two_newer_edits_the_last_one_is_put_back()
    {
        var sleeper = await FallAsleepOverAsync("edit k second");
        await rig.SweepAsync();
        await rig.SayAsync("3", "edit k third");
        await WakeUpAsync(sleeper);
        Assert.Equal(["bo: second"], rig.Screens.Cards);
        await rig.SweepAsync();
        Assert.Equal(["bo: third"], rig.Screens.Cards);
    }

    [Fact]
    public async Task Not_knowing_whether_it_got_through_is_no_reason_to_leave_it_there()
    {
        var sleeper = await FallAsleepOverAsync("edit k second");
        await rig.SayAsync("3", "edit k third");
        rig.Screens.After = _ => new Delivered.Uncertain("no answer");
        await WakeUpAsync(sleeper);
        Assert.Equal(["bo: second"], rig.Screens.Cards);
        rig.Screens.After = _ => null;
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Equal(["bo: third"], rig.Screens.Cards);
    }

    private async Task<Task<bool>> FallAsleepOverAsync(string words)
    {
        await rig.SayAsync("1", "card k bo first");
        var turned = await rig.CommitAsync("2", words);
        // A courier of its own does not wait for those of this process.
        var courier = new Courier(rig.Ledger, rig.Get<Sender>(), rig.Get<Eraser>(), rig.Get<Alarm>(), rig.Get<CourierNotes>());
        rig.Screens.Before = _ => asleep.Task;
        var sleeper = courier.DeliverAsync(Rig.Acme, turned.Message, turned.Ticket, default);
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(null);
        Assert.False(sleeper.IsCompleted);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        return sleeper;
    }

    private async Task WakeUpAsync(Task<bool> sleeper)
    {
        asleep.SetResult(null);
        await rig.Time.UntilAsync(sleeper);
    }
}
