using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Tests.Runtime;

public sealed class TurnTests
{
    [Fact]
    public async Task What_is_said_is_decided_and_committed()
    {
        await using var rig = new Rig();
        var turned = await rig.SayAsync("1", "count a; tell bo hello");
        Assert.Equal(TurnKind.Committed, turned.Kind);
        Assert.Equal(1, await rig.CountAsync("a"));
        Assert.Equal(["bo: hello"], rig.Screens.Cards);
    }

    [Fact]
    public async Task Hearing_twice_changes_nothing()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "count a; tell bo hello");
        var again = await rig.SayAsync("1", "count a; tell bo hello");
        Assert.Equal(TurnKind.HeardBefore, again.Kind);
        Assert.Equal(1, await rig.CountAsync("a"));
        Assert.Single(rig.Screens.Calls);
    }

    [Fact]
    public async Task Hearing_again_after_a_crash_only_finishes_the_effects()
    {
        await using var rig = new Rig();
        await rig.CommitAsync("1", "count a; tell bo hello");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SayAsync("1", "count a; tell bo hello");
        Assert.Equal(1, await rig.CountAsync("a"));
        Assert.Equal(["bo: hello"], rig.Screens.Cards);
    }

    [Fact]
    public async Task Nothing_is_counted_twice_or_lost_when_everybody_speaks_at_once()
    {
        await using var rig = new Rig(TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => rig.SayAsync($"{i / 2}", "count a"))));
        Assert.Equal(30, await rig.CountAsync("a"));
    }

    [Fact]
    public async Task A_decision_does_not_stand_when_what_it_was_based_on_has_changed()
    {
        await using var rig = new Rig(TimeProvider.System);
        var decided = 0;
        var turns = new Turns(
            rig.Ledger,
            new ChatConnector.Runtime.Rules(
                (situation, message) =>
                {
                    var seen = situation.Read<Tally>(Tally.KeyOf("a"))?.Count ?? 0;
                    decided++;
                    if (decided == 2)
                        rig.CommitAsync("between", "count a").GetAwaiter().GetResult();
                    return new ChatConnector.Engine.Decision(situation, message).Save(new Tally("seen", seen));
                },
                (_, _, _, _) => null),
            rig.Get<Rosters>(),
            rig.Get<ChatConnector.Runtime.Telemetry>());
        await turns.RunAsync(rig.Words("1", ""), null, default);
        Assert.Equal(1, await rig.CountAsync("seen"));
    }

    [Fact]
    public async Task A_message_id_of_any_shape_is_heard_once()
    {
        await using var rig = new Rig();
        foreach (var id in (string[])["", "a|b", "a|b|0001", "🙂/\\#?", new string('x', 5_000)])
        {
            Assert.Equal(TurnKind.Committed, (await rig.SayAsync(id, "count a")).Kind);
            Assert.Equal(TurnKind.HeardBefore, (await rig.SayAsync(id, "count a")).Kind);
        }

        Assert.Equal(5, await rig.CountAsync("a"));
        Assert.Equal(5, (await rig.AllAsync<HeardMessage>(HeardMessage.Prefix)).Count);
    }
}
