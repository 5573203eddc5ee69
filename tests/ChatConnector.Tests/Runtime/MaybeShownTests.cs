using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests.Runtime;

/// <summary>A platform is told when a card may be on the screen already, so that it can look before it shows it again.</summary>
public sealed class MaybeShownTests
{
    [Theory]
    [InlineData("tell bo hello")]
    [InlineData("card k bo hello")]
    public async Task A_first_attempt_was_certainly_not_shown(string said)
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", said);
        Assert.False(Assert.Single(rig.Screens.Calls).MaybeShown);
    }

    [Theory]
    [InlineData("tell bo hello")]
    [InlineData("card k bo hello")]
    public async Task After_an_attempt_without_an_answer_it_may_have_been(string said)
    {
        await using var rig = new Rig();
        rig.Screens.After = _ => new Delivered.Uncertain("no answer");
        await rig.SayAsync("1", said);
        rig.Screens.After = _ => null;
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.SweepAsync();
        Assert.Equal([false, true], rig.Screens.Calls.Select(c => c.MaybeShown));
        Assert.Equal(rig.Screens.Calls[0].EffectId, rig.Screens.Calls[1].EffectId);
    }

    [Theory]
    [InlineData("tell bo hello")]
    [InlineData("card k bo hello")]
    public async Task When_somebody_who_is_gone_had_claimed_it_it_may_have_been(string said)
    {
        await using var rig = new Rig();
        await rig.CommitAsync("1", said);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.True(Assert.Single(rig.Screens.Calls).MaybeShown);
    }

    [Fact]
    public async Task A_platform_that_was_busy_has_certainly_not_shown_it()
    {
        await using var rig = new Rig();
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Busy(TimeSpan.FromMinutes(1)));
        await rig.SayAsync("1", "tell bo hello");
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(null);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.All(rig.Screens.Calls, call => Assert.False(call.MaybeShown));
    }
}
