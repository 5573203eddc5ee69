using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Teams;

/// <summary>What Teams is answered, and that nobody else is let in.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private static readonly Person Priya = new("aaaaaaaa-1111-2222-3333-444444444444", "Priya Nair", 1);
    private TeamsRig rig = null!;

    public async Task InitializeAsync() => rig = await TeamsRig.StartAsync(Priya.Tenant);

    public async Task DisposeAsync() => await rig.DisposeAsync();

    [Fact]
    public async Task What_Teams_did_not_sign_for_us_is_refused_and_leaves_nothing()
    {
        var hello = rig.From(Priya, "message", new JsonObject { ["text"] = "hello" });
        var good = rig.Signed($"{hello["serviceUrl"]}");
        foreach (var authorization in (string[])["", "Bearer", "Bearer x.y.z", good + "x", "Basic " + good["Bearer ".Length..], rig.Signed("https://smba.trafficmanager.net/emea/")])
            Assert.Equal(HttpStatusCode.Unauthorized, (await rig.PostAsync(hello, authorization)).Status);
        Assert.Equal(0, await Nonsense.TracesAsync(rig.Services));
    }

    [Theory]
    [InlineData("channelId", "\"webchat\"")]
    [InlineData("channelId", "null")]
    [InlineData("recipient", """{"id":"28:another"}""")]
    [InlineData("conversation", """{"id":"a:1","tenantId":"eeeeeeee-1111-2222-3333-444444444444"}""")]
    [InlineData("conversation", """{"id":"a:1|b","tenantId":"aaaaaaaa-1111-2222-3333-444444444444"}""")]
    [InlineData("conversation", "[]")]
    public async Task What_is_signed_but_not_meant_for_us_is_refused_and_leaves_nothing(string field, string value)
    {
        var hello = rig.From(Priya, "message", new JsonObject { ["text"] = "hello" });
        hello[field] = JsonNode.Parse(value);
        if (field == "conversation")
            hello.Remove("channelData");
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.PostAsync(hello)).Status);
        Assert.Equal(0, await Nonsense.TracesAsync(rig.Services));
    }

    [Theory]
    [MemberData(nameof(ServiceHostTests.Elsewhere), MemberType = typeof(ServiceHostTests))]
    public async Task An_address_to_answer_to_that_is_not_Teams_is_refused_however_well_it_is_signed(string? serviceUrl)
    {
        var hello = rig.From(Priya, "message", new JsonObject { ["text"] = "hello" });
        hello["serviceUrl"] = serviceUrl;
        Assert.InRange((await rig.PostAsync(hello)).Status, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
        Assert.Equal(0, await Nonsense.TracesAsync(rig.Services));
        Assert.Empty(rig.Teams.Calls);
    }

    [Fact]
    public async Task Too_much_or_too_deep_is_refused()
    {
        var authorization = rig.Signed(rig.Teams.ServiceUrl(Priya.Tenant));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await rig.PostAsync(new byte[(1 << 20) + 1], authorization)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await rig.PostAsync(Encoding.UTF8.GetBytes(new string('[', 40) + new string(']', 40)), authorization)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await rig.PostAsync("""{"type":"message","type":"invoke"}"""u8.ToArray(), authorization)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await rig.PostAsync("{"u8.ToArray(), authorization)).Status);
    }

    [Fact]
    public async Task What_is_said_is_kept_answered_once_and_a_second_delivery_changes_nothing()
    {
        await rig.InstallAsync(Priya);
        var hello = rig.From(Priya, "message", new JsonObject { ["text"] = "hello" });
        Assert.Equal(HttpStatusCode.Accepted, (await rig.PostAsync(hello)).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await rig.PostAsync(hello)).Status);
        await rig.SeesAsync(Priya, "What are you stuck on");
        await rig.SayAsync(Priya, "status");
        await Eventually.Is(() => rig.Teams.In(Priya.Private).Count == 3);
        Assert.Single(rig.Teams.In(Priya.Private), m => m.Says("What are you stuck on"));
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("Hello")]
    [InlineData("HELP")]
    [InlineData("home")]
    [InlineData("")]
    [InlineData("xyzzy plugh")]
    public async Task Nobody_is_met_with_silence(string text)
    {
        await rig.InstallAsync(Priya);
        await rig.SayAsync(Priya, text);
        await Eventually.Is(() => rig.Teams.In(Priya.Private).Count > 1);
    }

    [Fact]
    public async Task What_is_unknown_or_no_more_is_answered_in_the_way_Teams_shows()
    {
        Assert.Equal(HttpStatusCode.NotImplemented, (await rig.PostAsync(rig.From(Priya, "invoke", new JsonObject { ["name"] = "signin/verifyState" }))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await rig.PostAsync(rig.From(Priya, "messageReaction", []))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await rig.PostAsync(rig.From(Priya, "somethingNew", []))).Status);
        var stale = await rig.InvokeAsync(Priya, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["data"] = new JsonObject { ["feedback"] = "x" } } });
        Assert.Equal("application/vnd.microsoft.activity.message", stale.GetProperty("type").GetString());
        var fetched = await rig.InvokeAsync(Priya, "task/fetch", new JsonObject { ["data"] = new JsonObject { ["dialog"] = "settings" } });
        Assert.Equal("message", fetched.GetProperty("task").GetProperty("type").GetString());
    }
}
