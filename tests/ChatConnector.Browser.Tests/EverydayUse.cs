namespace ChatConnector.Browser.Tests;

/// <summary>What happens to every window sooner or later: impatient fingers, lost connections, strange words, no mouse.</summary>
public class EverydayUse(Site site) : IClassFixture<Site>
{
    [BrowserFact]
    public async Task A_double_click_counts_once()
    {
        await site.StartOverAsync();
        var priya = await site.OpenAsync("priya");
        await priya.Say("I need help with a slow Postgres query");
        await priya.Page.Locator(".card").GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).DblClickAsync();
        await priya.Reads("Withdrawn");
        await priya.Say("my asks");
        await priya.Reads("You have no open asks");
        Assert.Equal(1, await priya.Page.Locator(".card.withdrawn").CountAsync());
    }

    [BrowserFact]
    public async Task A_window_lives_through_a_restart_of_the_host()
    {
        await site.StartOverAsync();
        var priya = await site.OpenAsync("priya", "channel:data");
        var ana = await site.OpenAsync("ana", "channel:data");
        await site.KillAsync();
        await Assertions.Expect(priya.Page.Locator("#offline")).ToBeVisibleAsync();
        await priya.Box.FillAsync("Is anybody there?");
        await priya.Box.PressAsync("Enter");
        await priya.Reads("Nothing is lost");
        await priya.Shot("everyday-offline");

        await site.StartAsync();
        await priya.Page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await ana.Page.GetByText("Is anybody there?").WaitForAsync();
        await Assertions.Expect(priya.Page.Locator("#offline")).ToBeHiddenAsync();
        await Assertions.Expect(priya.Page.Locator(".words", new() { HasText = "Is anybody there?" })).ToHaveCountAsync(1);
        Assert.Empty(priya.Troubles);
    }

    [BrowserFact]
    public async Task A_press_that_could_not_be_sent_is_sent_by_pressing_again()
    {
        await site.StartOverAsync();
        var priya = await site.OpenAsync("priya");
        await priya.Say("I need help with a slow Postgres query");
        await priya.Page.RouteAsync("**/try/press", route => route.AbortAsync());
        await priya.Press("Withdraw");
        await priya.Reads("press again and it counts once");
        await priya.Page.UnrouteAsync("**/try/press");
        await priya.Press("Withdraw");
        await priya.Reads("Withdrawn");
    }

    [BrowserFact]
    public async Task An_ask_can_be_made_without_a_mouse()
    {
        await site.StartOverAsync();
        var priya = await site.OpenAsync("priya", "channel:data");
        var keys = priya.Page.Keyboard;
        await priya.Box.FocusAsync();
        await keys.TypeAsync("/as");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await priya.Dialog.WaitForAsync();
        await Assertions.Expect(priya.Dialog.GetByRole(AriaRole.Textbox).First).ToBeFocusedAsync();
        await keys.TypeAsync("Somebody who can explain our Postgres indexes");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Enter");
        await Assertions.Expect(priya.Dialog).ToHaveCountAsync(0);
        await priya.Reads("Priya Nair could use a hand");
        await priya.Reads("no rush");
    }

    [BrowserFact]
    public async Task What_was_typed_can_be_changed_and_deleted()
    {
        await site.StartOverAsync();
        var priya = await site.OpenAsync("priya", "channel:data");
        var ana = await site.OpenAsync("ana", "channel:data");
        await priya.Box.FocusAsync();
        await priya.Page.Keyboard.TypeAsync("@Conn");
        await priya.Page.Keyboard.PressAsync("Enter");
        await priya.Page.Keyboard.TypeAsync("I need help with a slow Postgres query");
        await priya.Page.Keyboard.PressAsync("Enter");
        await ana.Reads("Priya Nair could use a hand: help with a slow Postgres query.");

        await priya.Box.FillAsync("half a thought");
        await priya.Mine.HoverAsync();
        await priya.Mine.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await Assertions.Expect(priya.Box).ToHaveValueAsync("@Connector I need help with a slow Postgres query");
        await priya.Shot("changing-a-message");
        await priya.Box.FillAsync("@Connector I need help with a Kafka upgrade");
        await priya.Box.PressAsync("Enter");
        await ana.Reads("Priya Nair could use a hand: help with a Kafka upgrade.");
        await ana.Reads("(edited)");
        await Assertions.Expect(priya.Box).ToHaveValueAsync("half a thought");

        await priya.Box.FillAsync("");
        await priya.Box.PressAsync("ArrowUp");
        await Assertions.Expect(priya.Box).ToHaveValueAsync("@Connector I need help with a Kafka upgrade");
        await priya.Box.PressAsync("Escape");
        await Assertions.Expect(priya.Box).ToHaveValueAsync("");

        await priya.Mine.HoverAsync();
        await priya.Mine.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await priya.Shot("deleting-a-message");
        await priya.Mine.GetByRole(AriaRole.Button, new() { Name = "Delete it?" }).ClickAsync();
        await Assertions.Expect(ana.Page.Locator("#main")).Not.ToContainTextAsync("a Kafka upgrade");
        Assert.Empty(priya.Troubles);
        Assert.Empty(ana.Troubles);
    }

    [BrowserFact]
    public async Task Mentions_are_picked_by_name_and_arrive_as_names()
    {
        await site.StartOverAsync();
        var priya = await site.OpenAsync("priya", "channel:data");
        var ana = await site.OpenAsync("ana", "channel:data");
        await priya.Box.FocusAsync();
        await priya.Page.Keyboard.TypeAsync("Morning @an");
        await priya.Page.GetByRole(AriaRole.Option, new() { Name = "Ana Ruiz" }).ClickAsync();
        await priya.Page.Keyboard.TypeAsync("how are things?");
        await priya.Page.Keyboard.PressAsync("Enter");
        await ana.Page.Locator(".words .to-me", new() { HasText = "@Ana Ruiz" }).WaitForAsync();
    }

    [BrowserFact]
    public async Task Nothing_typed_comes_alive()
    {
        string[] typed = ["<img src=x onerror=alert(1)>", "<script>alert(2)</script>", "\"><svg onload=alert(3)>", "<@ana><iframe src=javascript:alert(4)>", "[x](javascript:alert(5))"];
        await site.StartOverAsync();
        var priya = await site.OpenAsync("priya", "channel:data");
        var before = await priya.Page.Locator("#main :is(img, script, iframe, a)").CountAsync();
        foreach (var words in typed)
            await priya.Say(words);
        await priya.Opens("Connector");
        await priya.Say("I need help with " + typed[0]);
        await priya.Reads(typed[0]);
        var ana = await site.OpenAsync("ana", "channel:data");
        await ana.Reads(typed[1]);
        Assert.Equal(before, await ana.Page.Locator("#main :is(img, script, iframe, a)").CountAsync());
        Assert.Empty(priya.Troubles);
        Assert.Empty(ana.Troubles);
    }

    [BrowserFact]
    public async Task Whoever_picks_a_colleague_is_not_offered_first_themselves()
    {
        await site.StartOverAsync();
        var ana = await site.OpenAsync("ana");
        await ana.Say("I need help with a Kafka upgrade");
        await ana.Press("Pick somebody");
        await Assertions.Expect(ana.Dialog.GetByRole(AriaRole.Option).First).ToContainTextAsync("Arjun Mehta");
        await Assertions.Expect(ana.Dialog).Not.ToContainTextAsync("Up to 5 people");
        await ana.Dialog.GetByRole(AriaRole.Combobox).FillAsync("ruiz");
        await Assertions.Expect(ana.Dialog.GetByRole(AriaRole.Option)).ToContainTextAsync("Ana Ruiz");
    }

    [BrowserFact]
    public async Task A_teammate_is_added_where_the_browser_is()
    {
        foreach (var zone in (string[])["UTC", "Asia/Calcutta", "Europe/Zurich"])
        {
            await site.StartOverAsync("empty");
            var visitor = await site.VisitAsync("/welcome", zone: zone);
            await Assertions.Expect(visitor.Page.Locator("#zone")).ToHaveValueAsync(zone);
            var heights = await visitor.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('#title, #name, #team, #zone')].map(e => e.getBoundingClientRect().height)");
            Assert.Single(heights.Distinct());
            await visitor.Page.Locator("#name").FillAsync("Kim");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add them" }).ClickAsync();
            await visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Kim") }).ClickAsync();
            await Assertions.Expect(visitor.Page.Locator("#sidebar")).ToContainTextAsync("in " + zone.Split('/')[^1]);
            Assert.Empty(visitor.Troubles);
        }
    }

    [BrowserFact]
    public async Task Unread_signs_follow_the_person_from_window_to_window()
    {
        await site.StartOverAsync();
        var one = await site.OpenAsync("priya");
        var other = await site.OpenAsync("priya");
        var ana = await site.OpenAsync("ana", "channel:data");
        await ana.Say("Have you seen the new numbers?");
        await Assertions.Expect(one.Page.Locator(".badge")).ToHaveTextAsync("1 unread");
        await one.Opens("data");
        await Assertions.Expect(one.Page.Locator(".badge")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.Locator(".badge")).ToHaveCountAsync(0);
    }
}
