using ChatConnector.Engine.Asks;
using ChatConnector.Runtime.Rows;
using ChatConnector.Slack;

namespace ChatConnector.Tests.Slack;

/// <summary>What stands in the private chat is what is meant: an ask follows the words it was asked in.</summary>
public sealed class CorrectionTests : SlackHostTests
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Slack.Directory.Hire("T1", "UADA", "UPRIYA");
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
    }

    [Fact]
    public async Task An_ask_follows_when_its_words_are_edited_and_is_taken_back_when_they_are_deleted()
    {
        var priya = Host.As("UPRIYA");
        await priya.SayAsync("I need help with a Postgres migration");
        await priya.ReadsAsync("a Postgres migration");
        await priya.EditAsync("I need help with a Kafka upgrade");
        await priya.ReadsAsync("a Kafka upgrade");
        // Each card is edited by itself.
        await Eventually.Is(async () => !(await priya.SeesAsync()).Any(m => $"{m.Said}".Contains("Postgres", StringComparison.Ordinal)));
        await priya.DeleteAsync();
        await priya.ReadsAsync("Withdrawn: a Kafka upgrade");
        Assert.Equal(Stage.Withdrawn, Assert.Single(await AsksAsync()).Stage);
        Assert.Empty(Slack.Complaints);
    }

    [Fact]
    public async Task Of_two_asks_the_one_whose_words_were_changed_follows()
    {
        var (priya, again) = (Host.As("UPRIYA"), Host.As("UPRIYA"));
        await priya.SayAsync("I need help with a Postgres migration");
        await again.SayAsync("I need help with a talk about Rust");
        await priya.ReadsAsync("a Postgres migration");
        await priya.ReadsAsync("a talk about Rust");
        await priya.EditAsync("I need help with a Kafka upgrade");
        await priya.ReadsAsync("a Kafka upgrade");
        Assert.Equal(["help with a Kafka upgrade", "help with a talk about Rust"], (await AsksAsync()).Select(a => a.Need).Order(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<Ask>> AsksAsync() =>
        [.. (await Host.Get<Ledger>().ScanAsync(SlackIds.Organization("T1"), "ask|", null, 10, default)).Select(entry => (Ask)entry.Row)];
}
