using ChatConnector.Engine;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Slack;

namespace ChatConnector.Tests.Slack;

/// <summary>Whoever holds a button's value can send it from anywhere. Nobody gets more of it than their role allows.</summary>
public sealed class RightsOverSlackTests : SlackHostTests
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var workspace in (string[])["T1", "T2"])
        {
            Slack.Directory.Hire(workspace, "UADA", "UPRIYA", "UANA", "UTOM");
            await Host.InstallAsync(new SlackVisitor(workspace, "UADA"));
        }
    }

    [Fact]
    public async Task What_a_role_does_not_allow_changes_nothing_whoever_presses_it_and_in_which_workspace()
    {
        var (priya, ana) = (Host.As("UPRIYA"), Host.As("UANA"));
        await ana.SayAsync("ask me about Postgres");
        await ana.ReadsAsync("People may ask you about Postgres");
        await priya.SayAsync("I need help with a slow Postgres query");
        await priya.PressAsync("Ask them");
        await priya.ReadsAsync("I'm asking 1 person");
        var ask = (await priya.ValuesAsync()).Select(Act.FromButtonValue).First(act => act!.Verb == Verb.WithdrawAsk)!.Ask;
        await RestAsync();
        var before = await AskAsync();

        foreach (var verb in Enum.GetValues<Verb>())
        {
            await TryAsync(Host.As("UTOM"), verb);
            foreach (var namesake in (string[])["UPRIYA", "UANA"])
                await TryAsync(Host.As(namesake, "T2"), verb);
        }

        foreach (var verb in OnlyFor.TheRequester)
            await TryAsync(ana, verb);
        foreach (var verb in OnlyFor.TheInvited)
            await TryAsync(priya, verb);
        await RestAsync();
        Assert.Equal(before, await AskAsync());

        await TryAsync(priya, Verb.WithdrawAsk);
        await RestAsync();
        Assert.NotEqual(before, await AskAsync());
        Assert.Empty(Slack.Complaints);

        Task TryAsync(SlackMember who, Verb verb) => who.PressAsync(
            new Act(verb, ask, SlackIds.Teammate("T1", "UANA")).ToButtonValue(), new SlackMessage("T1", "DUPRIYA", "1788264000.000001", "", "", []));
    }

    private async Task<string> AskAsync() =>
        Assert.Single(await Host.Get<IStore>().ScanAsync(Keys.PartitionOf(SlackIds.Organization("T1")), "ask|", "ask}", 9, default)).Json;

    private Task RestAsync() => Eventually.Is(async () => (await Host.Get<IQueue>().BacklogAsync(default)).Messages == 0);
}
