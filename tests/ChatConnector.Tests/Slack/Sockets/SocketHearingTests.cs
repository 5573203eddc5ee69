using System.Net;
using System.Text.Json.Nodes;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests.Slack.Sockets;

/// <summary>What comes through a connection: heard like the same thing by HTTP, and acknowledged when it is kept.</summary>
public sealed class SocketHearingTests : IAsyncLifetime
{
    private SocketOffice office = null!;
    private SocketEnd slack = null!;

    public async Task InitializeAsync()
    {
        office = await SocketOffice.StartAsync();
        slack = (await office.Sockets.OpenAsync(1))[0];
    }

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Words_in_private_are_acknowledged_and_answered()
    {
        var acknowledged = await slack.DeliverAsync("events_api", SocketOffice.Words("Ev1")).WaitAsync(Eventually.Limit);
        Assert.Equal(["envelope_id"], acknowledged.EnumerateObject().Select(p => p.Name));
        await Eventually.Is(() => office.Shown.Count == 1);
        Assert.Equal("slack-T1", Assert.IsType<Delivery.Post>(office.Shown[0]).Organization.Text);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_it_is_kept_and_whoever_is_slow_holds_up_nobody()
    {
        office.Queue.Shut();
        var slow = slack.DeliverAsync("events_api", SocketOffice.Words("Ev1"));
        await Eventually.Is(() => office.Queue.Attempts == 1);
        await slack.DeliverAsync("slash_commands", SocketOffice.Command("1.2.3")).WaitAsync(Eventually.Limit);
        Assert.False(slow.IsCompleted);
        office.Queue.Open();
        await slow.WaitAsync(Eventually.Limit);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_acknowledged_and_heard_when_it_comes_again()
    {
        office.Queue.Refuse(times: 1);
        var lost = slack.DeliverAsync("events_api", SocketOffice.Words("Ev1"));
        await Eventually.Is(() => office.Queue.Attempts == 1);
        await slack.DeliverAsync("events_api", SocketOffice.Words("Ev1"), attempt: 1).WaitAsync(Eventually.Limit);
        Assert.False(lost.IsCompleted);
        await Eventually.Is(() => office.Shown.Count == 1);
    }

    [Fact]
    public async Task What_comes_again_though_it_was_kept_is_heard_once()
    {
        await slack.DeliverAsync("events_api", SocketOffice.Words("Ev1")).WaitAsync(Eventually.Limit);
        await slack.DeliverAsync("events_api", SocketOffice.Words("Ev1"), attempt: 1).WaitAsync(Eventually.Limit);
        await slack.DeliverAsync("events_api", SocketOffice.Words("Ev2", "help")).WaitAsync(Eventually.Limit);
        await Eventually.Is(() => office.Shown.Count == 2);
    }

    [Fact]
    public async Task A_form_opens_and_is_told_what_is_wrong_in_the_acknowledgement()
    {
        await slack.DeliverAsync("slash_commands", SocketOffice.Command("1.2.3")).WaitAsync(Eventually.Limit);
        // On a busy machine after Connector gave up waiting for it.
        await Eventually.Is(() => office.Web.Forms.ContainsKey("1.2.3"));
        var answer = await slack.DeliverAsync("interactive", Submission(office.Web.Forms["1.2.3"])).WaitAsync(Eventually.Limit);
        var payload = answer.GetProperty("payload");
        Assert.Equal("errors", payload.GetProperty("response_action").GetString());
        Assert.NotEmpty(payload.GetProperty("errors").EnumerateObject());
        Assert.Empty(office.Web.Complaints);
    }

    [Theory]
    [InlineData("options", """{"type":"block_suggestion"}""")]
    [InlineData("events_api", """{"type":"app_rate_limited","team_id":"T1"}""")]
    [InlineData("slash_commands", """["not", "a", "command"]""")]
    [InlineData("interactive", "null")]
    public async Task What_nobody_knows_is_acknowledged_and_leaves_nothing(string type, string payload)
    {
        await slack.DeliverAsync(type, JsonNode.Parse(payload) ?? new JsonObject()).WaitAsync(Eventually.Limit);
        Assert.Equal(0, office.Queue.Attempts);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"goodness","envelope_id":7}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e1","payload":{"type":"event_callback","team_id":"T1","event_id":"\ud800","event":{"type":"app_mention"}}}""")]
    public async Task What_cannot_be_read_harms_nothing_that_follows(string frame)
    {
        await slack.SendAsync(frame);
        await slack.DeliverAsync("events_api", SocketOffice.Words("Ev1")).WaitAsync(Eventually.Limit);
        Assert.Single(office.Sockets.All);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_taken_by_HTTP()
    {
        using var client = office.Client();
        using var answer = await client.PostAsync("/slack/events", new StringContent(SocketOffice.Words("Ev1").ToJsonString()));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>The form as Slack sends it when nothing was filled in.</summary>
    private static JsonObject Submission(JsonNode form)
    {
        var view = form.DeepClone().AsObject();
        view["id"] = "V1";
        var values = new JsonObject();
        foreach (var input in form["blocks"]!.AsArray().Where(b => b!["type"]!.GetValue<string>() == "input"))
            values[input!["block_id"]!.GetValue<string>()] = new JsonObject { [input["element"]!["action_id"]!.GetValue<string>()] = new JsonObject { ["type"] = input["element"]!["type"]!.GetValue<string>(), ["value"] = null } };
        view["state"] = new JsonObject { ["values"] = values };
        return new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1", ["team_id"] = "T1" },
            ["trigger_id"] = "9.9.9",
            ["view"] = view,
        };
    }
}
