using System.Text.Json.Nodes;
using ChatConnector.Engine.Hearing;
using ChatConnector.Engine.Wording;

namespace ChatConnector.Tests.Slack;

/// <summary>An ask stands in a channel only where Connector can post and nobody of another organization reads along.</summary>
public sealed class ChannelTests : SlackHostTests
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Slack.Directory.Hire("T1", "UADA", "UPRIYA", "UANA");
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
    }

    [Fact]
    public async Task An_ask_in_a_channel_stands_there()
    {
        await CommandAsync("I need help with a slow Postgres query");
        await Eventually.Is(() => InChannel.Any());
        Assert.Contains("Everyone in #data", $"{await FormAsync()}", StringComparison.Ordinal);
        Assert.Empty(Slack.Complaints);
    }

    [Theory]
    [InlineData("""{"is_member":false}""")]
    [InlineData("""{"is_member":true,"is_archived":true}""")]
    [InlineData("""{"is_member":true,"is_read_only":true}""")]
    [InlineData("""{"is_member":true,"is_ext_shared":true}""")]
    [InlineData("""{"is_member":true,"is_pending_ext_shared":true}""")]
    public async Task An_ask_from_where_it_cannot_stand_is_a_private_one(string channel)
    {
        Slack.Directory.Channels[("T1", "CDATA")] = JsonNode.Parse(channel)!.AsObject();
        await AskedInPrivateAsync();
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("missing_scope")]
    [InlineData("ratelimited")]
    public async Task An_ask_from_a_channel_nothing_is_told_of_is_a_private_one(string error)
    {
        Slack.Mishaps = call => call.Method == "conversations.info" ? Mishap.Error(error) : null;
        await AskedInPrivateAsync();
    }

    [Fact]
    public async Task A_channel_whose_name_Slack_keeps_to_itself_is_this_channel() =>
        Assert.Contains("Everyone in this channel", $"{await FormAsync("privategroup")}", StringComparison.Ordinal);

    [Fact]
    public async Task A_channel_that_was_shared_while_the_form_was_open_is_not_posted_in()
    {
        var form = await FormAsync();
        Slack.Directory.Channels[("T1", "CDATA")] = new JsonObject { ["is_member"] = true, ["is_ext_shared"] = true };
        Land.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(await Host.As("UPRIYA").SubmitAsync(form, ("need", "a slow Postgres query")));
        await Host.As("UPRIYA").ReadsAsync("only people I ask see it");
        Assert.Empty(InChannel);
    }

    [Fact]
    public async Task A_channel_Connector_is_not_in_is_refused_where_it_is_chosen()
    {
        var priya = Host.As("UPRIYA");
        await priya.SayAsync("I need help with a slow Postgres query");
        var form = await priya.PressAsync("Ask in a channel");
        Slack.Directory.Channels[("T1", "CDATA")] = new JsonObject { ["is_member"] = false };
        var answer = await priya.SubmitAsync(form, (Fields.Channel, "CDATA"));
        Assert.Equal(FormErrors.NotInChannel, JsonNode.Parse(answer)!["errors"]![Fields.Channel]!.GetValue<string>());
        Assert.Empty(await priya.SubmitAsync(form, (Fields.Channel, "CHELP")));
        await priya.ReadsAsync("Posted in");
        Assert.Empty(InChannel);
        Assert.Contains(Slack.Messages, m => m.Channel == "CHELP");
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("is_archived")]
    [InlineData("not_in_channel")]
    public async Task An_ask_whose_channel_was_closed_in_the_minute_between_goes_on_in_private_and_its_author_hears_so_once(string error)
    {
        Slack.Mishaps = call => call.Method == "chat.postMessage" && call.Text("channel") == "CDATA" ? Mishap.Error(error) : null;
        await CommandAsync("I need help with a slow Postgres query");
        var priya = Host.As("UPRIYA");
        await priya.ReadsAsync("I couldn't post in");
        await priya.ReadsAsync("only people I ask see it");
        Assert.Empty(await priya.SubmitAsync(await priya.PressAsync("Ask in a channel"), (Fields.Channel, "CHELP")));
        await priya.ReadsAsync("Posted in");
        await Eventually.Is(() => Slack.Messages.Any(m => m.Channel == "CHELP"));
        Assert.Single(Slack.Calls, c => c.Method == "chat.postMessage" && c.Text("channel") == "CDATA");
        Assert.Single(await priya.SeesAsync(), m => $"{m.Said["blocks"]}".Contains("couldn", StringComparison.Ordinal));
        Assert.Empty(Slack.Complaints);
    }

    [Fact]
    public async Task In_the_place_of_somebody_whom_Slack_lets_nobody_write_to_the_next_one_is_asked()
    {
        var now = Land.Time.GetUtcNow();
        // A Monday morning, so that people are at work.
        Land.Time.Advance(now.Date.AddDays(7 - (((int)now.DayOfWeek + 6) % 7)).AddHours(10) - now.UtcDateTime);
        string[] experts = ["UBO", "UCY", "UDEE"];
        Slack.Directory.Hire("T1", experts);
        foreach (var expert in experts)
        {
            await Host.As(expert).SayAsync("I know about Postgres");
            await Host.As(expert).ReadsAsync("Postgres");
        }

        string? refused = null;
        Slack.Mishaps = call => IsInvitation(call.Method, call.Text("channel"), call.Arguments) && (refused ??= call.Text("channel")) == call.Text("channel") ? Mishap.Error("user_disabled") : null;
        await Host.As("UPRIYA").SayAsync("I need help with a slow Postgres query");
        await Host.As("UPRIYA").PressAsync("Ask these");
        await Eventually.Is(() => Slack.Messages.Count(m => IsInvitation("chat.postMessage", m.Channel, m.Said)) == 2);
        Assert.Single(Slack.Calls, c => IsInvitation(c.Method, refused!, c.Arguments) && c.Text("channel") == refused);
        Assert.Empty(Slack.Complaints);

        bool IsInvitation(string method, string channel, JsonObject said) =>
            method == "chat.postMessage" && experts.Contains(channel[1..]) && $"{said["blocks"]}".Contains("could use a hand", StringComparison.Ordinal);
    }

    private IEnumerable<SlackMessage> InChannel => Slack.Messages.Where(m => m.Channel == "CDATA");

    private async Task AskedInPrivateAsync()
    {
        Assert.DoesNotContain("Everyone in", $"{await FormAsync()}", StringComparison.Ordinal);
        await CommandAsync("I need help with a slow Postgres query");
        await Host.As("UPRIYA").ReadsAsync("only people I ask see it");
        Assert.Empty(InChannel);
        Assert.DoesNotContain(Slack.Calls, c => c.Method.StartsWith("chat.", StringComparison.Ordinal) && c.Text("channel") == "CDATA");
    }

    /// <summary>The form that "/ask" alone opens; on a busy machine after Connector gave up waiting for it.</summary>
    private async Task<JsonNode> FormAsync(string name = "data")
    {
        var trigger = await CommandAsync("", name);
        await Eventually.Is(() => Slack.FormOf(trigger) is not null);
        return Slack.FormOf(trigger)!;
    }

    /// <returns>The command's trigger.</returns>
    private async Task<string> CommandAsync(string text, string name = "data")
    {
        var trigger = await Slack.TriggerAsync("T1", "UPRIYA");
        Assert.Equal(System.Net.HttpStatusCode.OK, await Host.HearAsync(
            "/slack/commands", $"command=%2Fask&text={Uri.EscapeDataString(text)}&team_id=T1&user_id=UPRIYA&channel_id=CDATA&channel_name={name}&trigger_id={trigger}"));
        return trigger;
    }
}
