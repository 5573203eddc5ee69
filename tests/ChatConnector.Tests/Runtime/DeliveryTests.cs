using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Runtime;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Every_effect_of_a_message_is_carried_out_in_order()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "tell bo one; tell bo two; tell cy three");
        Assert.Equal(["bo: one", "bo: two", "cy: three"], rig.Screens.Cards);
        Assert.Equal(["Delivered", "Delivered", "Delivered"], await rig.FatesAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_twice_when_delivery_is_asked_for_twice()
    {
        await using var rig = new Rig();
        var turned = await rig.SayAsync("1", "tell bo one");
        await Task.WhenAll(rig.DeliverAsync(turned), rig.DeliverAsync(turned), rig.SweepAsync());
        Assert.Single(rig.Screens.Calls);
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_swept_up_when_the_claim_has_run_out()
    {
        await using var rig = new Rig();
        await rig.CommitAsync("1", "tell bo one; card k cy two");
        await rig.SweepAsync();
        Assert.Empty(rig.Screens.Calls);
        rig.Time.Advance(TimeSpan.FromSeconds(61));
        await rig.SweepAsync();
        Assert.Equal(["bo: one", "cy: two"], rig.Screens.Cards);
        Assert.All(rig.Screens.Calls, call => Assert.True(call.MaybeShown));
    }

    [Fact]
    public async Task What_may_have_been_shown_once_may_have_been_shown_for_good()
    {
        await using var rig = new Rig();
        await rig.CommitAsync("1", "tell bo one");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Busy(TimeSpan.FromMinutes(1)));
        await rig.SweepAsync();
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(null);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Equal([true, true], rig.Screens.Calls.Select(c => c.MaybeShown));
    }

    [Fact]
    public async Task Somebody_who_wants_quiet_by_now_is_not_written_to()
    {
        await using var rig = new Rig();
        var turned = await rig.CommitAsync("1", "tell bo one; card k bo two; meet m bo+cy three; tell cy four");
        await rig.SayAsync("2", "quiet bo");
        await rig.DeliverAsync(turned);
        Assert.Equal(["cy: four"], rig.Screens.Cards);
        Assert.Equal(3, (await rig.FatesAsync()).Count(f => f == "Cancelled: wants quiet"));
    }

    [Fact]
    public async Task A_sender_that_was_asleep_does_not_send_on_its_old_claim()
    {
        await using var rig = new Rig();
        var turned = await rig.CommitAsync("1", "tell bo one");
        rig.Time.Advance(TimeSpan.FromSeconds(61));
        await rig.SweepAsync();
        Assert.True(await rig.DeliverAsync(turned));
        Assert.Single(rig.Screens.Calls);
    }

    [Fact]
    public async Task A_sender_that_falls_asleep_between_its_claim_and_its_send_claims_anew_before_it_sends()
    {
        await using var rig = new Rig();
        var turned = await rig.CommitAsync("1", "tell bo one");
        rig.Time.Advance(TimeSpan.FromSeconds(16));
        Assert.True(await rig.DeliverAsync(turned));
        Assert.Single(rig.Screens.Calls);
        Assert.Null((await rig.AllAsync<PendingEffect>(PendingEffect.Prefix)).SingleOrDefault());
    }

    [Fact]
    public async Task A_platform_that_is_busy_for_a_moment_is_asked_again_at_once()
    {
        await using var rig = new Rig(TimeProvider.System);
        var busy = 2;
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(busy-- > 0 ? new Delivered.Busy(TimeSpan.FromMilliseconds(20)) : null);
        await rig.SayAsync("1", "tell bo one");
        Assert.Equal(["bo: one"], rig.Screens.Cards);
    }

    [Fact]
    public async Task A_platform_that_asks_for_silence_gets_it()
    {
        await using var rig = new Rig();
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Busy(TimeSpan.FromMinutes(5)));
        await rig.SayAsync("1", "tell bo one");
        await rig.SayAsync("2", "tell bo two; tell cy three");
        rig.Time.Advance(TimeSpan.FromMinutes(4));
        await rig.SweepAsync();
        Assert.Equal(["bo", "cy"], rig.Screens.Calls.Select(c => ((Delivery.Post)c).To.Id));

        rig.Screens.Before = _ => Task.FromResult<Delivered?>(null);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Equal(["bo: one", "bo: two", "cy: three"], rig.Screens.Cards.Order());
    }

    [Fact]
    public async Task Moving_the_clock_does_not_cut_a_silence_short()
    {
        await using var rig = new Rig();
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Busy(TimeSpan.FromMinutes(5)));
        await rig.SayAsync("1", "tell bo one");
        rig.Time.Shift(TimeSpan.FromDays(1));
        await rig.SweepAsync();
        Assert.Single(rig.Screens.Calls);
    }

    [Fact]
    public async Task An_unknown_outcome_is_tried_again_a_few_times_and_then_given_up()
    {
        await using var rig = new Rig();
        rig.Screens.After = _ => new Delivered.Uncertain("no answer");
        await rig.SayAsync("1", "tell bo one");
        for (var i = 0; i < 20; i++)
        {
            rig.Time.Advance(TimeSpan.FromMinutes(6));
            await rig.SweepAsync();
        }

        Assert.Equal(CourierNotes.MostUncertain, rig.Screens.Calls.Count);
        Assert.Equal(["Failed: no answer"], await rig.FatesAsync());
    }

    [Fact]
    public async Task What_a_platform_refuses_is_given_up_at_once()
    {
        await using var rig = new Rig();
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Refused("blocked"));
        await rig.SayAsync("1", "tell bo one; card k bo two; tell cy three");
        Assert.Equal(["Refused: blocked", "Refused: blocked", "Refused: blocked"], await rig.FatesAsync());
        Assert.Equal(3, rig.Screens.Calls.Count);
    }

    [Fact]
    public async Task A_platform_that_throws_is_one_that_did_not_answer()
    {
        await using var rig = new Rig();
        var calls = 0;
        rig.Screens.Before = _ => ++calls == 1 ? throw new HttpRequestException("connection reset") : Task.FromResult<Delivered?>(null);
        await rig.SayAsync("1", "tell bo one");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.SweepAsync();
        Assert.Equal(["bo: one"], rig.Screens.Cards);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_platform_that_never_answers_is_not_waited_for_forever()
    {
        await using var rig = new Rig();
        rig.Screens.Before = _ => new TaskCompletionSource<Delivered?>().Task;
        var saying = rig.SayAsync("1", "tell bo one");
        Assert.False(saying.IsCompleted);
        rig.Time.Advance(TimeSpan.FromSeconds(11));
        await saying;
        Assert.Equal(1, (await rig.AllAsync<PendingEffect>(PendingEffect.Prefix)).Single().Uncertain);
    }

    [Fact]
    public async Task A_platform_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var rig = new Rig();
        rig.Screens.After = _ => new Delivered.Uncertain("no answer");
        await rig.SayAsync("1", string.Join(';', Enumerable.Range(0, 30).Select(i => $"tell p{i} hello")));
        Assert.InRange(rig.Screens.Calls.Count, 10, 15);
        rig.Screens.After = _ => null;
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.SweepAsync();
        Assert.Equal(30, rig.Screens.Cards.Select(c => c.Split(':')[0]).Distinct().Count());
    }

    [Fact]
    public async Task What_was_sent_is_written_down_although_the_store_fails_for_a_moment()
    {
        var store = new FaultyStore(new ChatConnector.Storage.Memory.MemoryStore());
        await using var rig = new Rig(TimeProvider.System, s => s.AddSingleton<IStore>(store).AddSingleton<IQueue, ChatConnector.Storage.Memory.MemoryQueue>());
        rig.Screens.After = _ =>
        {
            store.FailCommits = 3;
            return null;
        };
        await rig.SayAsync("1", "tell bo one; card k cy two");
        Assert.Equal(["Delivered", "Delivered"], await rig.FatesAsync());
        Assert.Equal(2, rig.Screens.Calls.Count);
    }

    [Fact]
    public async Task The_same_platform_shows_edits_of_what_it_showed()
    {
        var (slack, teams) = (new Screens("slack"), new Screens("teams"));
        await using var rig = new Rig(null, s => ChatConnector.Storage.StorageRegistration.AddMemoryStorage(s).AddSingleton<IChat>(slack).AddSingleton<IChat>(teams));
        await rig.SayAsync("1", "card k teams:bo hello; card l slack:cy hello; card m dee hello");
        await rig.SayAsync("2", "edit k bye");
        Assert.Equal(["teams:bo: bye"], teams.Cards);
        Assert.Equal(["slack:cy: hello"], slack.Cards);
        Assert.Equal(["dee: hello"], rig.Screens.Cards);
    }
}
