using ChatConnector.Runtime;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Reminding;
using ChatConnector.Runtime.Rows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

public sealed class ReminderTests
{
    [Fact]
    public async Task A_reminder_wakes_when_it_is_due_and_not_before()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "remind bo 60");
        rig.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(rig.Get<Surroundings>().Now + Duration.FromSeconds(1), await rig.WakeAsync());
        Assert.Empty(rig.Screens.Calls);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await rig.WakeAsync());
        Assert.Equal(["bo: woken 1"], rig.Screens.Cards);
    }

    [Fact]
    public async Task A_reminder_wakes_once_however_many_look_at_it()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "remind bo 60");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Time.UntilAsync(Task.WhenAll(rig.WakeAsync(), rig.WakeAsync(), rig.WakeAsync()));
        await rig.WakeAsync();
        Assert.Equal(["bo: woken 1"], rig.Screens.Cards);
    }

    [Fact]
    public async Task A_reminder_that_is_dropped_never_wakes()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "remind bo 60; remind cy 60");
        await rig.SayAsync("2", "drop bo");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.WakeAsync();
        Assert.Equal(["cy: woken 1"], rig.Screens.Cards);
    }

    [Fact]
    public async Task A_reminder_set_and_dropped_in_one_breath_is_not_set()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "remind bo 60; drop bo");
        Assert.Empty(await rig.AllAsync<WakeUp>(Wake.Prefix));
    }

    [Fact]
    public async Task The_reminders_that_wait_are_those_that_stand_in_the_rows()
    {
        await using var rig = new Rig();
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var who = $"p{random.Next(4)}";
            await rig.SayAsync($"{i}", random.Next(3) switch { 0 => $"drop {who}", 1 => $"count {who}", _ => $"remind {who} {random.Next(1, 500)}" });
            rig.Time.Advance(TimeSpan.FromSeconds(random.Next(30)));
            while (await rig.WakeAsync() is { } next && next <= rig.Get<Surroundings>().Now)
            {
            }

            var standing = (await rig.AllAsync<Tally>("tally|")).SelectMany(t => t.Pending).Select(p => p.MessageId.Text).Order();
            var waiting = (await rig.AllAsync<WakeUp>(Wake.Prefix)).Select(w => w.Wish.MessageId.Text).Order();
            Assert.Equal(standing, waiting);
        }
    }

    [Fact]
    public async Task What_is_overdue_is_caught_up_once_in_order_a_few_at_a_time()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", string.Join(';', Enumerable.Range(1, 120).Select(i => $"remind p{i} {i}")));
        rig.Time.Advance(TimeSpan.FromDays(3));
        var now = rig.Get<Surroundings>().Now;
        Assert.True(await rig.WakeAsync() <= now);
        Assert.Equal(Reminders.MostAtOnce, rig.Screens.Cards.Count);
        await rig.WakeAsync();
        Assert.Null(await rig.WakeAsync());
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"p{i}: woken 1"), rig.Screens.Cards);
    }

    [Fact]
    public async Task The_same_wish_again_after_it_was_heard_does_not_wake_for_ever()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "remind bo 0");
        await rig.WakeAsync();
        await rig.SayAsync("2", "remind bo 0");
        Assert.Null(await rig.WakeAsync());
        Assert.Empty(await rig.AllAsync<WakeUp>(Wake.Prefix));
        Assert.Single(rig.Screens.Cards);
    }

    [Fact]
    public async Task A_reminder_that_cannot_be_worked_on_steps_back_in_line_and_ends_as_a_dead_letter()
    {
        await using var rig = new Rig(null, s => Broken(s));
        await rig.SayAsync("1", "remind bo 60; remind cy 61");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 60 && (await rig.AllAsync<WakeUp>(Wake.Prefix)).Count > 0; i++)
        {
            await rig.WakeAsync();
            rig.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var letters = await rig.Get<DeadLetters>().ListAsync(default);
        Assert.Equal(2, letters.Count);
        Assert.All(letters, l => Assert.InRange(l.Letter.Attempts, DeadLetters.MostAttempts, 40));
        Assert.All(letters, l => Assert.Equal("InvalidOperationException", l.Letter.Why));
    }

    [Fact]
    public async Task The_time_of_waking_is_the_time_the_engine_sees()
    {
        Instant? seen = null;
        await using var rig = new Rig(null, s => Storage(s).AddSingleton(Toy.Rules with
        {
            Decide = (situation, message) =>
            {
                if (message.Said is ChatConnector.Engine.Said.Due)
                    seen = message.At;
                return Toy.Rules.Decide(situation, message);
            },
        }));
        await rig.SayAsync("1", "remind bo 60");
        rig.Time.Advance(TimeSpan.FromDays(2));
        await rig.WakeAsync();
        Assert.Equal(rig.Get<Surroundings>().Now, seen);
    }

    private static IServiceCollection Storage(IServiceCollection services) => ChatConnector.Storage.StorageRegistration.AddMemoryStorage(services);

    private static void Broken(IServiceCollection services) => Storage(services).AddSingleton(Toy.Rules with
    {
        Decide = (situation, message) => message.Said is ChatConnector.Engine.Said.Due ? throw new InvalidOperationException("broken") : Toy.Rules.Decide(situation, message),
    });
}
