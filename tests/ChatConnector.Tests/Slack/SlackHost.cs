using System.Net;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Upkeep;
using ChatConnector.Slack;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Verifying;
using ChatConnector.Storage.Memory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Slack;

/// <summary>Connector that workspaces install themselves, as it runs, beside a Slack on loopback. Several may share a store.</summary>
internal sealed class SlackHost : IAsyncDisposable
{
    private const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";
    private readonly WebApplication app;

    private SlackHost(WebApplication app, SlackServer slack) => (this.app, Slack) = (app, slack);

    public SlackServer Slack { get; }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<SlackHost> StartAsync(SlackServer slack, SlackLand land)
    {
        var settings = new SlackSettings(new SigningSecrets([SigningSecret]), null)
        {
            ApiBaseUrl = slack.Address,
            OAuth = new OAuthSettings(SlackDoor.ClientId, SlackDoor.ClientSecret) { AuthorizeUrl = slack.AuthorizeAddress },
        };
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = land.Environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(land.Time).AddSingleton<IStore>(land.Store).AddSingleton<IQueue, MemoryQueue>()
            // The rounds of the adapter are gone by hand, so that none is under way while a test looks at what another one did.
            .AddConversation().AddSlack(settings, land.Folder.Keys).RemoveAll<Round>();
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        return new SlackHost(app, slack);
    }

    /// <summary>A browser asks for one of our addresses.</summary>
    public async Task<Page> VisitAsync(string address, Browser browser)
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (browser.Cookie.Length > 0)
            request.Headers.Add("Cookie", browser.Cookie);
        using var answer = await client.SendAsync(request);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        browser.Keep(cookies);
        return new Page(answer.StatusCode, answer.Headers.Location, await answer.Content.ReadAsStringAsync(), cookies, answer.Headers);
    }

    /// <summary>Presses "install", goes to Slack, answers there and comes back.</summary>
    /// <returns>The address Slack sends back to.</returns>
    public async Task<string> GoToSlackAsync(Browser browser)
    {
        var begun = await VisitAsync("/slack/install", browser);
        Assert.Equal(HttpStatusCode.Found, begun.Status);
        using var client = SlackWire.Connect(Slack.Address);
        using var answer = await client.GetAsync(begun.Location);
        return answer.Headers.Location!.PathAndQuery;
    }

    public async Task<Page> InstallAsync(SlackVisitor visitor)
    {
        var browser = new Browser();
        Slack.Door.Visitor = visitor;
        return await VisitAsync(await GoToSlackAsync(browser), browser);
    }

    /// <summary>A person of that workspace.</summary>
    public SlackMember As(string user, string workspace = "T1") => new(Slack, new SignedClient(app.GetTestClient(), SigningSecret), workspace, user);

    /// <summary>Slack sends something it signed.</summary>
    public async Task<HttpStatusCode> HearAsync(string path, string body)
    {
        using var client = new SignedClient(app.GetTestClient(), SigningSecret);
        return (await client.PostAsync(path, body)).Status;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>What the processes of one installation share.</summary>
internal sealed record SlackLand(IStore Store, AheadTime Time, TemporaryFolder Folder, string Environment = "Production")
{
    public static SlackLand New() => new(new MemoryStore(), new AheadTime(), new TemporaryFolder());
}

/// <summary>The real time, further on when told; on the wall and for whoever measures.</summary>
internal sealed class AheadTime : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(TimeSpan.FromTicks(Interlocked.Read(ref ahead)).TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan span) => Interlocked.Add(ref ahead, span.Ticks);
}

/// <summary>What a page answered.</summary>
internal sealed record Page(HttpStatusCode Status, Uri? Location, string Html, IReadOnlyList<string> Cookies, System.Net.Http.Headers.HttpResponseHeaders Headers);

/// <summary>Keeps the one cookie we give.</summary>
internal sealed class Browser
{
    public string Cookie { get; private set; } = "";

    public void Keep(IEnumerable<string> set)
    {
        foreach (var cookie in set)
            Cookie = cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase) ? "" : cookie.Split(';')[0];
    }
}
