using ChatConnector.Slack.Sockets;

namespace ChatConnector.Tests.Slack.Sockets;

/// <summary>Connections: opened, replaced, lost, given up, and closed in good order.</summary>
public sealed class SocketModeTests
{
    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Asked_to_leave_it_hears_through_the_next_connection_before_it_leaves(string reason)
    {
        await using var office = await SocketOffice.StartAsync();
        var old = (await office.Sockets.OpenAsync(1))[0];
        office.Queue.Shut();
        var inHand = old.DeliverAsync("events_api", SocketOffice.Words("Ev1"));
        await Eventually.Is(() => office.Queue.Attempts == 1);
        await old.AskToLeaveAsync(reason);
        await office.Sockets.OpenAsync(2);
        Assert.False(old.Ended.IsCompleted);
        office.Queue.Open();
        await inHand.WaitAsync(Eventually.Limit);
        Assert.True(await old.Ended.WaitAsync(Eventually.Limit));
        await office.Sockets.Open[0].DeliverAsync("events_api", SocketOffice.Words("Ev2")).WaitAsync(Eventually.Limit);
        Assert.True(office.IsListening);
    }

    [Fact]
    public async Task Turned_off_it_does_not_listen_and_looks_again_after_a_rest()
    {
        var time = new ManualTime();
        await using var office = await SocketOffice.StartAsync(time: time);
        var end = (await office.Sockets.OpenAsync(1))[0];
        await end.AskToLeaveAsync("link_disabled");
        await end.LeaveAsync();
        await Eventually.Is(() => !office.IsListening);
        await RestsAsync(office, time);
    }

    [Theory]
    [InlineData(nameof(SocketMishap.NotLetIn))]
    [InlineData(nameof(SocketMishap.CutBeforeHello))]
    [InlineData(nameof(SocketMishap.Unreadable))]
    public async Task Whatever_happens_to_a_connection_the_next_one_is_opened(string mishap)
    {
        await using var office = await SocketOffice.StartAsync(before: o => o.Sockets.Mishaps.Enqueue(Enum.Parse<SocketMishap>(mishap)));
        await Eventually.Is(() => office.Web.Calls.Count(c => c.Method == "apps.connections.open") == 2);
        await Eventually.Is(() => office.IsListening);
        await office.Sockets.All[^1].DeliverAsync("events_api", SocketOffice.Words("Ev1")).WaitAsync(Eventually.Limit);
    }

    [Fact]
    public async Task A_dead_line_is_noticed_by_its_silence_and_the_next_one_is_opened()
    {
        await using var office = await SocketOffice.StartAsync(before: o => o.Sockets.Mishaps.Enqueue(SocketMishap.Deaf), patience: TimeSpan.FromMilliseconds(500));
        await Eventually.Is(() => office.Sockets.All.Count >= 2);
        // A busy machine may be too slow for so little patience; what nobody acknowledged comes again, as from Slack.
        await Eventually.Is(async () => office.Sockets.All[^1] is var end && await Task.WhenAny(end.DeliverAsync("events_api", SocketOffice.Words("Ev1")), end.Ended) != end.Ended);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("internal_error")]
    [InlineData("hung up")]
    public async Task Whatever_goes_wrong_with_the_address_it_is_asked_for_again(string how)
    {
        var wrong = 1;
        await using var office = await SocketOffice.StartAsync(before: o => o.Web.Mishaps = call => call.Method != "apps.connections.open" || Interlocked.Decrement(ref wrong) < 0 ? null : how switch
        {
            "429" => Mishap.Limited(1),
            "500" => new Mishap(500),
            "hung up" => Mishap.HungUp,
            _ => Mishap.Error(how),
        });
        await office.Sockets.OpenAsync(1);
    }

    [Fact]
    public async Task A_token_Slack_does_not_take_is_not_tried_for_a_while()
    {
        var time = new ManualTime();
        var wrong = 1;
        await using var office = await SocketOffice.StartAsync(
            time: time, before: o => o.Web.Mishaps = call => call.Method == "apps.connections.open" && Interlocked.Decrement(ref wrong) >= 0 ? Mishap.Error("not_allowed_token_type") : null);
        await RestsAsync(office, time);
    }

    /// <summary>It rests for five minutes, and not longer.</summary>
    private static async Task RestsAsync(SocketOffice office, ManualTime time)
    {
        // Only what rests already is woken by the time that passes; no time passes while it connects.
        await time.IsWaitedForAsync(TimeSpan.FromMinutes(5));
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.False(office.IsListening);
        Assert.Single(office.Web.Calls, c => c.Method == "apps.connections.open");
        time.Advance(TimeSpan.FromMinutes(1));
        await office.Sockets.OpenAsync(1);
    }

    [Fact]
    public async Task What_was_on_its_way_when_the_connection_was_lost_comes_again_and_is_heard_once()
    {
        await using var office = await SocketOffice.StartAsync();
        var end = (await office.Sockets.OpenAsync(1))[0];
        office.Queue.Shut();
        _ = end.DeliverAsync("events_api", SocketOffice.Words("Ev1"));
        await Eventually.Is(() => office.Queue.Attempts == 1);
        end.Cut();
        office.Queue.Open();
        await Eventually.Is(() => office.Sockets.All.Count == 2);
        await office.Sockets.All[1].DeliverAsync("events_api", SocketOffice.Words("Ev1"), attempt: 1).WaitAsync(Eventually.Limit);
        await office.Sockets.All[1].DeliverAsync("events_api", SocketOffice.Words("Ev2", "help")).WaitAsync(Eventually.Limit);
        await Eventually.Is(() => office.Shown.Count == 2);
    }

    [Fact]
    public async Task While_one_of_several_connections_is_left_it_listens()
    {
        await using var office = await SocketOffice.StartAsync(connections: 2);
        var both = await office.Sockets.OpenAsync(2);
        office.Web.Mishaps = call => call.Method == "apps.connections.open" ? Mishap.Error("internal_error") : null;
        both[0].Cut();
        await Eventually.Is(() => office.Web.Calls.Count(c => c.Method == "apps.connections.open") >= 3);
        // The other connection is open for Slack as soon as its hello is sent, for us when it is heard.
        await Eventually.Is(() => office.IsListening);
        await both[1].DeliverAsync("events_api", SocketOffice.Words("Ev1")).WaitAsync(Eventually.Limit);
        office.Web.Mishaps = _ => null;
        await office.Sockets.OpenAsync(2);
    }

    [Fact]
    public async Task Told_to_stop_it_finishes_what_is_in_hand_and_takes_its_leave()
    {
        await using var office = await SocketOffice.StartAsync(connections: 2);
        var ends = await office.Sockets.OpenAsync(2);
        // Who is told to stop while Slack still says hello has nothing to take leave of.
        await ends[1].DeliverAsync("events_api", SocketOffice.Words("Ev0")).WaitAsync(Eventually.Limit);
        office.Queue.Shut();
        var inHand = ends[0].DeliverAsync("events_api", SocketOffice.Words("Ev1"));
        await Eventually.Is(() => office.Queue.Attempts == 2);
        var stopping = office.StopAsync();
        Assert.True(await ends[1].Ended.WaitAsync(Eventually.Limit));
        Assert.False(inHand.IsCompleted);
        office.Queue.Open();
        await inHand.WaitAsync(Eventually.Limit);
        Assert.True(await ends[0].Ended.WaitAsync(Eventually.Limit));
        await stopping;
        Assert.False(office.IsListening);
        Assert.Equal(2, office.Sockets.All.Count);
    }

    [Fact]
    public void Nothing_secret_is_in_what_settings_say_of_themselves() => Assert.DoesNotContain("xapp", new SocketSettings("xapp-1").ToString(), StringComparison.Ordinal);
}
