using ChatConnector.Slack.Hearing;
using ChatConnector.Tests.Host;

namespace ChatConnector.Tests.Slack;

/// <summary>The whole story of an ask, lived by three people of a workspace.</summary>
/// <param name="clock">Moves the time they live in.</param>
/// <param name="tomsId">Priya's helper, as Slack calls him.</param>
internal sealed class WholeLoop(Window clock, SlackMember priya, SlackMember ana, SlackMember tom, string tomsId)
{
    public async Task LiveAsync()
    {
        foreach (var member in Everybody)
            await member.JoinAsync();
        await ana.SayAsync("ask me about Postgres");
        await ana.ReadsAsync("People may ask you about Postgres");

        await priya.CloseAsync(await priya.ShortcutAsync(InteractionHearing.AskShortcut) ?? await priya.PressAsync("Ask for a hand"));
        await priya.CommandAsync("/ask", "I need help with a slow Postgres query");
        await priya.ReadsAsync("I found one good match");
        await IntroduceAsync();
        await ThankAsync();
        await TellOutcomeAsync();
        await priya.OpenHomeAsync();
    }

    private SlackMember[] Everybody => [priya, ana, tom];

    private async Task IntroduceAsync()
    {
        await priya.PressAsync("Ask them");
        await ana.ReadsAsync("could use a hand");
        Assert.Empty(await ana.SubmitAsync(await ana.PressAsync("I know someone"), ("person", tomsId), ("why", "tamed the warehouse reports")));
        await tom.ReadsAsync("thought of you for this");
        await tom.PressAsync("Yes");
        await priya.ReadsAsync("Shall I introduce you?");
        await priya.PressAsync("Yes, please");
        foreach (var member in Everybody)
            await member.ReadsAsync("thought you two should talk");
        Assert.Single(await tom.SeesAsync(), m => m.Channel.StartsWith('G'));
    }

    private async Task ThankAsync()
    {
        await clock.MoveClock("working-day");
        await priya.ReadsAsync("How did it go with");
        await priya.PressAsync("It helped");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("Write it now"), ("did", "great help")));
        await priya.ReadsAsync("One detail would make it land");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("Add a line"), ("detail", "You showed me the missing index; the orders page opens in a second now.")));
        await tom.ReadsAsync("You showed me the missing index");
        await ana.ReadsAsync("The introduction you made");
    }

    private async Task TellOutcomeAsync()
    {
        for (var days = 0; days < 18; days++)
            await clock.MoveClock("working-day");
        await priya.ReadsAsync("How did it turn out?");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("Tell them"), ("text", "Every slow report has that index now. Nobody has complained since.")));
        await tom.ReadsAsync("Nobody has complained since.");
        await priya.ReadsAsync("give back?");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("A resource"), ("text", "My notes on slow reports: every index we added, and why.")));
        await tom.ReadsAsync("My notes on slow reports");
    }
}
