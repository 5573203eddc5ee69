namespace ChatConnector.Browser.Tests;

/// <summary>The whole story, lived by three people in their own windows, with a screenshot of every step.</summary>
public class WholeLoop(Site site) : IClassFixture<Site>
{
    private int step;

    [BrowserFact]
    public async Task From_an_ask_to_giving_something_back()
    {
        await site.StartOverAsync();
        var priya = await site.OpenAsync("priya");
        var ana = await site.OpenAsync("ana");
        var tom = await site.OpenAsync("tom");
        await Shot(priya, "priya-begins");

        await priya.Say("I need help with a slow Postgres query that scans the whole orders table");
        await priya.Reads("Three people who might be good to talk to");
        await Shot(priya, "suggestions");
        await priya.Press("Ask these");
        await ana.Reads("Priya Nair could use a hand");
        await Shot(ana, "ana-is-invited");

        await IntroduceAsync(ana, tom, priya);
        await TalkAsync(tom, priya);
        await ThankAsync(priya, tom, ana);
        await TellOutcomeAsync(priya, tom);
        foreach (var window in (Visitor[])[priya, ana, tom])
            Assert.Empty(window.Troubles);
    }

    private async Task IntroduceAsync(Visitor ana, Visitor tom, Visitor priya)
    {
        await ana.Press("I know someone");
        await ana.Dialog.GetByRole(AriaRole.Combobox).FillAsync("tom");
        await Shot(ana, "ana-knows-someone");
        await ana.Page.Keyboard.PressAsync("Enter");
        await ana.Dialog.GetByRole(AriaRole.Textbox).Last.FillAsync("tamed the warehouse reports, which had the same trouble");
        await ana.Send();
        await tom.Reads("Ana Ruiz thought of you for this");
        await Shot(tom, "tom-is-asked-first");
        await tom.Press("Yes");
        await tom.Press("Message now");
        await priya.Reads("Shall I introduce you?");
        await Shot(priya, "priya-hears-of-tom");
        await priya.Press("Yes, please");
    }

    private async Task TalkAsync(Visitor tom, Visitor priya)
    {
        await tom.Opens("Priya");
        await tom.Reads("Priya Nair, meet Tom Berg.");
        await priya.Opens("Tom");
        await priya.Say("Thank you both! Here is where I'm stuck: every page of orders takes nine seconds.");
        await tom.Reads("every page of orders takes nine seconds");
        await tom.Say("I think I know that one. Do you have an index on the date?");
        await priya.Reads("Do you have an index on the date?");
        await Shot(priya, "introduction");
        await priya.Opens("Connector");
    }

    private async Task ThankAsync(Visitor priya, Visitor tom, Visitor ana)
    {
        await priya.MoveClock("Next working day");
        await priya.Reads("How did it go with Tom Berg?");
        await Shot(priya, "did-it-help");
        await priya.Press("It helped");
        await Shot(priya, "it-helped");
        await priya.Press("Write it now");
        await priya.Dialog.GetByRole(AriaRole.Textbox).First.WaitForAsync();
        await Shot(priya, "thanks-form");
        await priya.Dialog.GetByRole(AriaRole.Textbox).First.FillAsync("great help");
        await priya.Send();
        await priya.Reads("One detail would make it land");
        await Shot(priya, "coach");
        await priya.Press("Add a line");
        await priya.Dialog.GetByRole(AriaRole.Textbox).Last.FillAsync("You showed me the missing index; the orders page opens in a second now.");
        await Shot(priya, "one-line-more");
        await priya.Send();

        await tom.Opens("Connector");
        await tom.Reads("You showed me the missing index");
        await Shot(tom, "tom-reads-thanks");
        await ana.Reads("The introduction you made");
        await Shot(ana, "ana-hears-too");
    }

    private async Task TellOutcomeAsync(Visitor priya, Visitor tom)
    {
        var asked = priya.Page.GetByText("How did it turn out?");
        for (var days = 0; days < 20 && await asked.CountAsync() == 0; days++)
            await priya.MoveClock("Next working day");
        await asked.WaitForAsync();
        await Shot(priya, "three-weeks-later");
        await priya.Press("Tell them");
        await priya.Dialog.GetByRole(AriaRole.Textbox).First.FillAsync("We gave every slow report the same index. Nobody has complained since.");
        await priya.Send();
        await priya.Reads("Anything you'd like to give back?");
        await Shot(priya, "give-back");
        await tom.Reads("Nobody has complained since.");
        await Shot(tom, "tom-hears-the-outcome");
        await priya.Press("A resource");
        await priya.Dialog.GetByRole(AriaRole.Textbox).First.WaitForAsync();
        await Shot(priya, "gift");
        await priya.Dialog.GetByRole(AriaRole.Textbox).First.FillAsync("My notes on slow reports: every index we added, and why.");
        await priya.Send();
        await tom.Reads("My notes on slow reports");
        await Shot(tom, "tom-is-given-something-back");
    }

    private Task Shot(Visitor visitor, string name) => visitor.Shot($"loop-{++step:D2}-{name}");
}
