namespace ChatConnector.Browser.Tests;

/// <summary>Readable on a phone and at a desk, by day and by night, by eye and by ear.</summary>
public class Looks(Site site) : IClassFixture<Site>
{
    /// <summary>Everything that takes input or does something, and what a screen reader would call it.</summary>
    private const string Nameless =
        """
        () => [...document.querySelectorAll('button, a[href], input, textarea, select, dialog, [role=listbox], [role=log], nav, main')]
          .filter(e => e.checkVisibility())
          .filter(e => {
            const labelled = (e.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join('');
            const label = [...(e.labels ?? [])].map(l => l.textContent).join('');
            return !(e.getAttribute('aria-label') || labelled || label || e.textContent.trim() || e.tagName === 'MAIN' || e.getAttribute('role') === 'listbox');
          })
          .map(e => e.outerHTML.slice(0, 120))
        """;

    /// <summary>Text whose colour is too close to what lies behind it: WCAG AA, 4.5 to 1, or 3 to 1 for large text.</summary>
    private const string Faint =
        """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const over = (top, under) => { const a = top[3] / 255; return [0, 1, 2].map(i => top[i] * a + under[i] * (1 - a)).concat(255); };
          const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const behind = e => {
            const layers = [];
            for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 0) layers.push(c); if (c[3] === 255) break; if (e.tagName === 'DIALOG') break; }
            return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 255]);
          };
          const faint = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
            if (!text || !e.checkVisibility({ opacityProperty: true }) || e.closest('.unseen, [aria-disabled=true], noscript')) continue;
            const style = getComputedStyle(e), ground = behind(e), ink = over(rgba(style.color), ground);
            const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
            const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
            if (ratio < (large ? 3 : 4.5)) faint.push(`${text.slice(0, 40)}: ${ratio.toFixed(2)}`);
          }
          return faint;
        }
        """;

    [BrowserFact]
    public async Task Every_page_is_readable_and_named_in_light_and_dark_wide_and_narrow()
    {
        await site.StartOverAsync();
        await PrepareAsync();
        foreach (var (width, height) in ((int, int)[])[(1320, 860), (768, 1024), (360, 740)])
        {
            foreach (var dark in (bool[])[false, true])
            {
                foreach (var (name, place) in ((string, string?)[])[("connector", null), ("home", "home"), ("channel", "channel:data")])
                    await LookAsync(await site.OpenAsync("priya", place, width, height, dark), $"{name}-{width}{(dark ? "-dark" : "")}", width);
                await LookAsync(await site.VisitAsync("/welcome", width, height, dark), $"welcome-{width}{(dark ? "-dark" : "")}", width);
            }
        }
    }

    [BrowserFact]
    public async Task The_page_that_explains_shows_who_was_named_and_who_was_left_in_peace()
    {
        await site.StartOverAsync();
        var ana = await site.OpenAsync("ana");
        await ana.Say("pause asks until next friday");
        await ana.Reads("No asks from others until");
        await PrepareAsync();
        foreach (var (width, height) in ((int, int)[])[(1320, 860), (360, 740)])
        {
            foreach (var dark in (bool[])[false, true])
            {
                var priya = await site.OpenAsync("priya", null, width, height, dark);
                await priya.Page.GetByRole(AriaRole.Link, new() { Name = "Why these people?" }).First.ClickAsync();
                await priya.Page.Locator(".person").First.WaitForAsync();
                await priya.Reads("slow Postgres query that scans the whole orders table");
                await priya.Reads("Has paused asks.");
                await LookAsync(priya, $"why-{width}{(dark ? "-dark" : "")}", width);
                await priya.Page.Locator("summary", new() { HasText = "Ana Ruiz" }).ClickAsync();
                await priya.Page.ScreenshotAsync(new() { Path = Path.Combine(Site.Screenshots, $"look-why-whole-{width}{(dark ? "-dark" : "")}.png"), FullPage = true });
                await priya.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the conversation" }).ClickAsync();
                await priya.Reads("people who might be good to talk to");
            }
        }
    }

    [BrowserFact]
    public async Task A_form_a_picker_and_the_menu_fit_a_phone()
    {
        await site.StartOverAsync();
        foreach (var dark in (bool[])[false, true])
        {
            var priya = await site.OpenAsync("priya", width: 360, height: 740, dark: dark);
            var suffix = dark ? "-dark" : "";
            await priya.Page.GetByRole(AriaRole.Button, new() { Name = "Conversations" }).ClickAsync();
            await LookAsync(priya, "menu-360" + suffix, 360);
            await priya.Page.GetByRole(AriaRole.Button, new() { Name = "You are" }).ClickAsync();
            await LookAsync(priya, "switcher-360" + suffix, 360);
            await priya.Page.Keyboard.PressAsync("Escape");
            await priya.Page.Keyboard.PressAsync("Escape");
            await priya.Page.Locator(".clock summary").ClickAsync();
            await LookAsync(priya, "clock-360" + suffix, 360);
            await priya.Box.FillAsync("/ask");
            await priya.Box.PressAsync("Enter");
            await priya.Dialog.WaitForAsync();
            await LookAsync(priya, "form-360" + suffix, 360);
            await priya.Dialog.GetByRole(AriaRole.Textbox).First.FillAsync("");
            await priya.Dialog.Locator("button[type=submit]").ClickAsync();
            await Assertions.Expect(priya.Dialog.GetByText("This one is needed.")).ToBeVisibleAsync();
            await LookAsync(priya, "form-wrong-360" + suffix, 360);
        }
    }

    private async Task PrepareAsync()
    {
        var priya = await site.OpenAsync("priya");
        await priya.Say("I need help with a slow Postgres query that scans the whole orders table");
        await priya.Reads("Ask these");
        await priya.Opens("data");
        await priya.Say("Morning all! The nightly load finished an hour earlier today.");
        await priya.Say("@Connector can anyone explain how our demand forecast is built?");
        await priya.Reads("could use a hand");
    }

    private static async Task LookAsync(Visitor visitor, string name, int width)
    {
        await visitor.Page.Locator("#main .card, #main .line, main section").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visitor.Shot("look-" + name);
        Assert.Equal(width, await visitor.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Nameless));
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Faint));
        Assert.Empty(visitor.Troubles);
    }
}
