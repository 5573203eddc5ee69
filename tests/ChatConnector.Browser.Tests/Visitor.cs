using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ChatConnector.Browser.Tests;

/// <summary>One person at one window, doing what people do.</summary>
public sealed class Visitor
{
    // The browser tells of them on threads of its own.
    private readonly ConcurrentQueue<string> troubles = new();

    public Visitor(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => troubles.Enqueue(error);
        page.Dialog += (_, dialog) => troubles.Enqueue("A script spoke: " + dialog.Message);
        page.Console += (_, message) =>
        {
            // A lost connection is reported by the browser itself; the page deals with it.
            if (message.Type == "error" && !message.Text.Contains("ERR_", StringComparison.Ordinal) && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                troubles.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors, dialogs and refused content so far; there should be none.</summary>
    public IReadOnlyList<string> Troubles => [.. troubles];

    public ILocator Box => Page.Locator(".words-box");

    /// <summary>The newest line of this person's own.</summary>
    public ILocator Mine => Page.Locator(".line.mine").Last;

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public async Task Say(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
        await Assertions.Expect(Box).ToHaveValueAsync("");
    }

    /// <summary>Presses a button on the newest card that has it.</summary>
    public Task Press(string label) => Page.Locator(".card").GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).Last.ClickAsync();

    public Task Reads(string text) => Assertions.Expect(Page.Locator("#main")).ToContainTextAsync(text);

    public Task Opens(string place) =>
        Page.Locator("#sidebar").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^" + Regex.Escape(place)) }).First.ClickAsync();

    public async Task MoveClock(string button)
    {
        var before = await Page.Locator(".clock-time").TextContentAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(Page.Locator(".clock-time")).Not.ToHaveTextAsync(before!);
        await Assertions.Expect(Page.Locator(".clock [aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>Sends the open form and waits until it was accepted.</summary>
    public async Task Send()
    {
        await Dialog.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    public Task Shot(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Site.Screenshots, name + ".png") });
}
