using ChatConnector.Engine.Wording;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Upkeep;

namespace ChatConnector.Tests.Runtime;

/// <summary>A keyed card is a wish for what a screen should show; delivery brings the screen in line, in whatever order things happen.</summary>
public sealed class CardTests
{
    [Fact]
    public async Task A_card_is_posted_once_and_edited_from_then_on()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo first");
        await rig.SayAsync("2", "edit k second");
        await rig.SayAsync("3", "card k bo third");
        Assert.Equal(["bo: third"], rig.Screens.Cards);
        Assert.Equal([typeof(Delivery.Post), typeof(Delivery.Edit), typeof(Delivery.Edit)], rig.Screens.Calls.Select(c => c.GetType()));
    }

    [Fact]
    public async Task An_edit_of_a_card_that_was_never_shown_makes_no_sound()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "edit k hello");
        Assert.Empty(rig.Screens.Calls);
        Assert.Equal(["Cancelled: never shown"], await rig.FatesAsync());
    }

    [Fact]
    public async Task A_card_that_is_shown_late_shows_its_latest_words()
    {
        await using var rig = new Rig();
        await rig.CommitAsync("1", "card k bo first");
        await rig.SayAsync("2", "edit k second");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Equal(["bo: second"], rig.Screens.Cards);
        Assert.Single(rig.Screens.Calls);
        Assert.Empty(await rig.AllAsync<PendingEffect>(PendingEffect.Prefix));
    }

    [Fact]
    public async Task Edits_delivered_in_the_wrong_order_end_with_the_latest()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo first");
        var second = await rig.CommitAsync("2", "edit k second");
        var third = await rig.CommitAsync("3", "edit k third");
        await rig.DeliverAsync(third);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.DeliverAsync(third);
        await rig.DeliverAsync(second);
        Assert.Equal(["bo: third"], rig.Screens.Cards);
        Assert.Equal(2, rig.Screens.Calls.Count);
        Assert.Equal(["Delivered", "Delivered", "Delivered"], await rig.FatesAsync());
    }

    [Fact]
    public async Task Words_that_come_while_the_card_is_being_posted_are_edited_in_right_after()
    {
        await using var rig = new Rig();
        var posting = new TaskCompletionSource<Delivered?>();
        rig.Screens.Before = delivery => delivery is Delivery.Post ? posting.Task : Task.FromResult<Delivered?>(null);
        var first = rig.SayAsync("1", "card k bo first");
        var second = rig.SayAsync("2", "edit k second");
        posting.SetResult(null);
        await rig.Time.UntilAsync(Task.WhenAll(first, second));
        Assert.Equal(["bo: second"], rig.Screens.Cards);
        Assert.Equal(2, rig.Screens.Calls.Count);
    }

    [Fact]
    public async Task Two_who_show_the_same_card_at_once_post_it_once()
    {
        await using var rig = new Rig();
        await rig.Time.UntilAsync(Task.WhenAll(rig.SayAsync("1", "card k bo one"), rig.SayAsync("2", "card k bo two"), rig.SayAsync("3", "card k bo three")));
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Single(rig.Screens.Calls.OfType<Delivery.Post>());
        Assert.Equal(["bo: three"], rig.Screens.Cards);
    }

    [Fact]
    public async Task Every_attempt_to_post_a_card_carries_the_same_effect_id()
    {
        await using var rig = new Rig();
        rig.Screens.After = _ => new Delivered.Uncertain("the line went dead");
        await rig.SayAsync("1", "card k bo first");
        rig.Screens.After = _ => null;
        await rig.SayAsync("2", "card k bo second");
        Assert.Equal(2, rig.Screens.Calls.Count);
        Assert.Single(rig.Screens.Calls.Select(c => c.EffectId).Distinct());
        Assert.Equal([false, true], rig.Screens.Calls.Select(c => c.MaybeShown));
    }

    [Fact]
    public async Task Whoever_takes_over_a_card_from_somebody_who_is_gone_knows_that_it_may_be_shown()
    {
        await using var rig = new Rig();
        await rig.CommitAsync("1", "card k bo first");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SayAsync("2", "card k bo second");
        await rig.SayAsync("3", "edit k third");
        Assert.Equal([true, false], rig.Screens.Calls.Select(c => c.MaybeShown));
    }

    [Fact]
    public async Task Whoever_sleeps_over_an_edit_and_sends_it_late_puts_the_newer_one_back()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo first");
        rig.Screens.Before = async delivery =>
        {
            rig.Screens.Before = _ => Task.FromResult<Delivered?>(null);
            await rig.CommitAsync("3", "edit k third");
            await OthersShowAsync(rig);
            return null;
        };
        await rig.Time.UntilAsync(rig.SayAsync("2", "edit k second"));
        await rig.SweepAsync();
        Assert.Equal(["bo: third"], rig.Screens.Cards);
        Assert.Empty(await rig.AllAsync<PendingEffect>(PendingEffect.Prefix));
    }

    /// <summary>Another process takes over what this one sleeps over, shows the latest and ends every effect.</summary>
    private static async Task OthersShowAsync(Rig rig)
    {
        var card = Assert.Single(await rig.Ledger.ScanAsync(Rig.Acme, CardOnShow.Prefix, null, 10, default));
        var changes = new Changes().Put((CardOnShow)card.Row with { ShownVersion = ((CardOnShow)card.Row).Version, Claim = null }, card);
        foreach (var effect in await rig.Ledger.ScanAsync(Rig.Acme, PendingEffect.Prefix, null, 10, default))
            changes.Remove(effect);
        Assert.True(await rig.Ledger.CommitAsync(Rig.Acme, changes, default));
    }

    [Fact]
    public async Task What_a_card_said_is_forgotten_once_it_is_shown()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo secret; tell bo secret; home bo secret; meet m ann+bo secret");
        foreach (var row in await rig.Ledger.RangeAsync(Rig.Acme, "", "\uffff", 1000, default))
            Assert.DoesNotContain("secret", RowJson.Write(row.Row, 1), StringComparison.Ordinal);
        Assert.Equal(4, rig.Screens.Cards.Count);
    }

    [Fact]
    public async Task What_is_kept_for_whoever_may_wake_up_and_show_something_older_is_forgotten_a_day_later()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo first");
        await rig.CommitAsync("2", "edit k secret");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Equal(["bo: secret"], rig.Screens.Cards);
        Assert.NotNull(await WantedAsync());
        await rig.Get<Housekeeping>().TidyAsync(default);
        Assert.NotNull(await WantedAsync());
        rig.Time.Advance(TimeSpan.FromDays(2));
        await rig.Get<Housekeeping>().TidyAsync(default);
        Assert.Null(await WantedAsync());
        await rig.SayAsync("3", "edit k third");
        Assert.Equal(["bo: third"], rig.Screens.Cards);

        async Task<Card?> WantedAsync() => (await rig.ReadAsync<CardOnShow>(CardOnShow.KeyOf(new("k"))))!.Wanted;
    }

    [Fact]
    public async Task An_introduction_is_opened_once_and_edited_from_then_on()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "meet k ann+bo hello you two");
        await rig.SayAsync("2", "edit k bye");
        Assert.Equal(["ann+bo: bye"], rig.Screens.Cards);
    }

    [Fact]
    public async Task A_home_page_shows_its_latest_state_whatever_is_delivered_first()
    {
        await using var rig = new Rig();
        await rig.CommitAsync("1", "home bo old");
        await rig.SayAsync("2", "home bo new");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Equal("home of bo: new", rig.Screens.Cards[^1]);
    }

    [Fact]
    public async Task A_card_whose_post_was_cancelled_stays_unshown_until_somebody_wants_it_posted_again()
    {
        await using var rig = new Rig();
        await rig.SayAsync("0", "quiet bo");
        await rig.SayAsync("1", "card k bo hello");
        await rig.SayAsync("2", "edit k changed");
        Assert.Empty(rig.Screens.Calls);
        Assert.Equal(["Cancelled: wants quiet", "Cancelled: never shown"], await rig.FatesAsync());
        Assert.Null((await rig.ReadAsync<CardOnShow>(CardOnShow.KeyOf(new("k"))))!.Wanted);
    }

    [Fact]
    public async Task A_card_on_the_screen_of_somebody_who_wants_quiet_is_still_brought_up_to_date()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo can you help?");
        await rig.SayAsync("2", "quiet bo; edit k never mind");
        Assert.Equal(["bo: never mind"], rig.Screens.Cards);
    }

    [Fact]
    public async Task A_card_that_is_taken_away_is_gone_for_good()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo first");
        await rig.SayAsync("2", "edit k second; take k");
        await rig.SayAsync("3", "edit k third");
        await rig.SayAsync("4", "card k bo fourth");
        Assert.Empty(rig.Screens.Cards);
        Assert.Equal([typeof(Delivery.Post), typeof(Delivery.TakeAway)], rig.Screens.Calls.Select(c => c.GetType()));
        Assert.Equal(["Cancelled: taken away", "Cancelled: taken away", "Delivered", "Delivered", "Delivered"], (await rig.FatesAsync()).Order());
    }

    [Fact]
    public async Task A_card_that_is_taken_away_before_it_is_shown_is_never_shown()
    {
        await using var rig = new Rig();
        await rig.CommitAsync("1", "card k bo first");
        await rig.SayAsync("2", "take k");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Empty(rig.Screens.Calls);
        Assert.Equal(["Cancelled: never shown", "Cancelled: never shown"], await rig.FatesAsync());
        Assert.Null((await rig.ReadAsync<CardOnShow>(CardOnShow.KeyOf(new("k"))))!.Wanted);
    }

    [Fact]
    public async Task A_card_that_is_taken_away_while_it_is_being_posted_goes_right_after()
    {
        await using var rig = new Rig();
        var posting = new TaskCompletionSource<Delivered?>();
        rig.Screens.Before = delivery => delivery is Delivery.Post ? posting.Task : Task.FromResult<Delivered?>(null);
        var first = rig.SayAsync("1", "card k bo first");
        var second = rig.SayAsync("2", "take k");
        posting.SetResult(null);
        await rig.Time.UntilAsync(Task.WhenAll(first, second));
        Assert.Empty(rig.Screens.Cards);
        Assert.Equal(2, rig.Screens.Calls.Count);
    }

    [Fact]
    public async Task Taking_away_is_tried_until_the_platform_has_done_it()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo first");
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(new Delivered.Busy(TimeSpan.FromSeconds(20)));
        await rig.SayAsync("2", "take k");
        rig.Screens.Before = _ => Task.FromResult<Delivered?>(null);
        Assert.Equal(["bo: first"], rig.Screens.Cards);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Empty(rig.Screens.Cards);
    }

    [Fact]
    public async Task One_decision_may_show_and_change_the_same_card()
    {
        await using var rig = new Rig();
        await rig.SayAsync("1", "card k bo first; edit k second; card k bo third");
        Assert.Equal(["bo: third"], rig.Screens.Cards);
        Assert.Single(rig.Screens.Calls);
    }
}
