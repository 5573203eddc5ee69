using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Verifying;
using ChatConnector.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack;

/// <summary>What Slack is answered, and what is kept of what it sends.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private readonly List<string> asked = [];
    private readonly Listener heard = new();
    private WebApplication slack = null!;
    private WebApplication connector = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        slack = Quiet();
        slack.MapPost("/api/{method}", (string method) => Answer(method));
        await slack.StartAsync();
        var keys = System.IO.Directory.CreateTempSubdirectory("chatconnector-keys-").FullName;
        var settings = new SlackSettings(new SigningSecrets([Secret]), "xoxb-1") { ApiBaseUrl = new Uri(slack.Urls.First() + "/api/") };
        connector = Quiet(services => services.AddMemoryStorage().AddConversation().AddSlack(settings, keys).RemoveAll<IChat>().AddSingleton<IChat>(heard), test: true);
        connector.MapSlack();
        await connector.StartAsync();
        client = connector.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await connector.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    public async Task What_Slack_did_not_sign_is_refused_and_leaves_nothing(string path)
    {
        var before = await RowsAsync();
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync(path, Words("Ev1", "T1", "hello"), secret: "another"));
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync(path, Words("Ev1", "T1", "hello"), late: 301));
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync(path, Words("Ev1", "T1", "hello"), late: -301));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Slacks_challenge_is_given_back() =>
        Assert.Equal((HttpStatusCode.OK, "3eZbrw1aB"), await PostAsync("/slack/events", """{"type":"url_verification","challenge":"3eZbrw1aB"}"""));

    [Fact]
    public async Task Words_in_private_are_kept_and_answered_by_somebody_who_was_looked_up()
    {
        Assert.Equal((HttpStatusCode.OK, ""), await PostAsync("/slack/events", Words("Ev1", "T1", "hello")));
        var shown = Assert.IsType<Delivery.Post>(await heard.FirstAsync());
        Assert.Equal("slack-T1", shown.Organization.Text);
        Assert.Contains("users.info", asked);
    }

    [Fact]
    public async Task What_comes_from_a_workspace_Connector_is_not_in_leaves_nothing()
    {
        var before = await RowsAsync();
        Assert.Equal((HttpStatusCode.OK, ""), await PostAsync("/slack/events", Words("Ev1", "T2", "hello")));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task An_ask_without_words_opens_its_form_while_Slack_waits()
    {
        Assert.Equal((HttpStatusCode.OK, ""), await PostAsync("/slack/commands", "command=%2Fask&text=&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2.3"));
        Assert.Contains("views.open", asked);
    }

    [Fact]
    public async Task Thrown_out_it_hears_nothing_any_more()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await PostAsync("/slack/events", $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":{{now}},"event":{"type":"app_uninstalled"} }""");
        var before = await RowsAsync();
        Assert.Equal((HttpStatusCode.OK, ""), await PostAsync("/slack/events", Words("Ev2", "T1", "hello")));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Signed_nonsense_is_answered_without_an_exception()
    {
        var luck = new Random(7);
        var seeds = System.IO.Directory.GetFiles(Path.Combine(Repository.Slack, "Samples"), "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".json", StringComparison.Ordinal)).Select(File.ReadAllBytes).ToList();
        for (var i = 0; i < 2000; i++)
        {
            var body = seeds[luck.Next(seeds.Count)].ToArray();
            for (var n = luck.Next(4); n > 0; n--)
                body[luck.Next(body.Length)] = (byte)luck.Next(256);
            var isEvent = luck.Next(2) == 0;
            var sent = isEvent ? body : [.. "payload="u8, .. Encoding.UTF8.GetBytes(Uri.EscapeDataString(Encoding.Latin1.GetString(body)))];
            var (status, _) = await PostAsync(isEvent ? "/slack/events" : "/slack/interactions", sent);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status} in round {i}");
        }
    }

    private static string Words(string id, string team, string text) =>
        $$"""{"type":"event_callback","team_id":"{{team}}","event_id":"{{id}}","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","team":"{{team}}","text":"{{text}}","ts":"1.1"} }""";

    private Task<(HttpStatusCode Status, string Said)> PostAsync(string path, string body, string secret = Secret, int late = 0) => PostAsync(path, Encoding.UTF8.GetBytes(body), secret, late);

    private async Task<(HttpStatusCode Status, string Said)> PostAsync(string path, byte[] body, string secret = Secret, int late = 0)
    {
        var timestamp = (DateTimeOffset.UtcNow.ToUnixTimeSeconds() - late).ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(hash));
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<int> RowsAsync()
    {
        var store = connector.Services.GetRequiredService<IStore>();
        var rows = 0;
        foreach (var partition in await store.PartitionsAsync(default))
            rows += (await store.ScanAsync(partition, "", "\uffff", 1000, default)).Count;
        return rows;
    }

    private IResult Answer(string method)
    {
        lock (asked)
            asked.Add(method);
        return Results.Text(method switch
        {
            "auth.test" => """{"ok":true,"team_id":"T1","user_id":"UBOT"}""",
            "users.info" => """{"ok":true,"user":{"id":"U1","team_id":"T1","name":"priya","profile":{"display_name":"Priya"}}}""",
            _ => """{"ok":true}""",
        }, "application/json");
    }

    private static WebApplication Quiet(Action<IServiceCollection>? add = null, bool test = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        add?.Invoke(builder.Services);
        if (test)
            builder.WebHost.UseTestServer();
        else
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    /// <summary>Notes what is to be shown.</summary>
    private sealed class Listener : IChat
    {
        private readonly TaskCompletionSource<Delivery> first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Platform => "slack";

        public Task<Delivery> FirstAsync() => first.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
        {
            first.TrySetResult(delivery);
            return Task.FromResult<Delivered>(new Delivered.Shown("1"));
        }
    }
}
