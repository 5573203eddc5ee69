using System.Collections.Concurrent;
using System.Net;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Upkeep;
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
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly Listener heard = new();
    private readonly Journal logged = [];
    private WebApplication slack = null!;
    private WebApplication connector = null!;
    private SignedClient client = null!;

    public async Task InitializeAsync()
    {
        slack = Quiet();
        slack.MapPost("/api/{method}", (string method) => Answer(method));
        await slack.StartAsync();
        var settings = new SlackSettings(new SigningSecrets([Secret]), "xoxb-1") { ApiBaseUrl = new Uri(slack.Urls.First() + "/api/") };
        // Its clock stands still, so that nothing here is too slow for it; and nothing goes its rounds, so that nothing comes while traces are counted.
        connector = Quiet(services => services.AddSingleton<TimeProvider>(time).AddMemoryStorage().AddConversation().AddSlack(settings, folder.Keys).RemoveAll<Round>().RemoveAll<IChat>().AddSingleton<IChat>(heard).AddSingleton<ILoggerProvider>(logged)
            // Both ends read one clock that stands still, because a second at the edge of the window must not pass between them.
            .AddSingleton(new SignedRequest(settings.SigningSecrets!, time)), test: true);
        connector.MapSlack();
        await connector.StartAsync();
        client = new SignedClient(connector.GetTestClient(), Secret, time);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await connector.DisposeAsync();
        folder.Dispose();
        await slack.DisposeAsync();
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    public async Task What_Slack_did_not_sign_is_refused_and_leaves_nothing(string path)
    {
        var before = await TracesAsync();
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await client.PostAsync(path, Words("Ev1", "T1", "hello"), forged: "another"));
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await client.PostAsync(path, Words("Ev1", "T1", "hello"), late: SigningSecrets.WindowSeconds + 1));
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await client.PostAsync(path, Words("Ev1", "T1", "hello"), late: -SigningSecrets.WindowSeconds - 1));
        Assert.Equal(before, await TracesAsync());
    }

    [Fact]
    public async Task What_Slack_signed_leaves_a_trace()
    {
        var before = await TracesAsync();
        await client.PostAsync("/slack/events", Words("Ev1", "T1", "hello"));
        Assert.Equal(before + 1, await TracesAsync());
    }

    [Fact]
    public async Task Slacks_challenge_is_given_back() =>
        Assert.Equal((HttpStatusCode.OK, "3eZbrw1aB"), await client.PostAsync("/slack/events", """{"type":"url_verification","challenge":"3eZbrw1aB"}"""));

    [Fact]
    public async Task Words_in_private_are_kept_and_answered_by_somebody_who_was_looked_up()
    {
        Assert.Equal((HttpStatusCode.OK, ""), await client.PostAsync("/slack/events", Words("Ev1", "T1", "hello")));
        var shown = Assert.IsType<Delivery.Post>(await heard.FirstAsync());
        Assert.Equal("slack-T1", shown.Organization.Text);
        Assert.Contains("users.info", asked);
    }

    [Fact]
    public async Task What_comes_from_a_workspace_Connector_is_not_in_leaves_nothing()
    {
        var before = await TracesAsync();
        Assert.Equal((HttpStatusCode.OK, ""), await client.PostAsync("/slack/events", Words("Ev1", "T2", "hello")));
        Assert.Equal(before, await TracesAsync());
    }

    [Fact]
    public async Task An_ask_without_words_opens_its_form_while_Slack_waits()
    {
        Assert.Equal((HttpStatusCode.OK, ""), await client.PostAsync("/slack/commands", "command=%2Fask&text=&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2.3"));
        Assert.Contains("views.open", asked);
    }

    [Fact]
    public async Task Whoever_runs_it_reads_that_Slack_leaves_things_out()
    {
        Assert.Equal((HttpStatusCode.OK, ""), await client.PostAsync("/slack/events", Repository.Sample("composed/app_rate_limited.json")));
        Assert.Contains(logged, line => line.Contains("leaves some of it out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thrown_out_it_hears_nothing_any_more()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await client.PostAsync("/slack/events", $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":{{now}},"event":{"type":"app_uninstalled"} }""");
        var before = await TracesAsync();
        Assert.Equal((HttpStatusCode.OK, ""), await client.PostAsync("/slack/events", Words("Ev2", "T1", "hello")));
        Assert.Equal(before, await TracesAsync());
    }

    private static string Words(string id, string team, string text) =>
        $$"""{"type":"event_callback","team_id":"{{team}}","event_id":"{{id}}","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","team":"{{team}}","text":"{{text}}","ts":"1.1"} }""";

    /// <summary>Rows and messages. Nothing is worked on any more, so that what was taken stays to be seen.</summary>
    private async Task<int> TracesAsync()
    {
        await connector.Services.GetRequiredService<Pump>().StopAsync(default);
        var store = connector.Services.GetRequiredService<IStore>();
        var traces = (await connector.Services.GetRequiredService<IQueue>().BacklogAsync(default)).Messages;
        foreach (var partition in await store.PartitionsAsync(default))
            traces += (await store.ScanAsync(partition, "", "\uffff", 1000, default)).Count;
        return traces;
    }

    private IResult Answer(string method)
    {
        asked.Enqueue(method);
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

        public Task<Delivery> FirstAsync() => first.Task.WaitAsync(Eventually.Limit);

        public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
        {
            first.TrySetResult(delivery);
            return Task.FromResult<Delivered>(new Delivered.Shown("1"));
        }
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Journal : ConcurrentQueue<string>, ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
