using ChatConnector.Runtime;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Slack;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Verifying;
using ChatConnector.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>What is measured: our endpoint with its inbox, and the least an endpoint can do.</summary>
internal static class SlackEndpoint
{
    /// <summary>Reads and verifies with our own code, and does nothing else.</summary>
    public static async Task BareAsync(string port)
    {
        await using var app = Builder(port).Build();
        var signed = new SignedRequest(new SigningSecrets([SlackTraffic.Secret]), TimeProvider.System);
        app.MapPost("/slack/commands", async (HttpContext context) =>
        {
            var (body, refused) = await signed.ReadAsync(context.Request, context.RequestAborted);
            context.Response.StatusCode = body is null ? refused : StatusCodes.Status200OK;
        });
        await app.RunAsync();
    }

    /// <summary>Our endpoint as it ships, down to the row on the disk; nothing is worked on afterwards.</summary>
    public static async Task OursAsync(string port, string folder, string webApi)
    {
        var builder = Builder(port);
        builder.Services.AddSqliteStorage(Path.Combine(folder, "bench.db")).AddConversation()
            .AddSlack(new SlackSettings(new SigningSecrets([SlackTraffic.Secret]), "xoxb-1") { ApiBaseUrl = new Uri(webApi) }, folder);
        await using var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        await app.Services.GetRequiredService<Pump>().StopAsync(CancellationToken.None);
        await app.WaitForShutdownAsync();
    }

    /// <summary>A Slack that agrees to everything.</summary>
    public static async Task<WebApplication> SlackAsync()
    {
        var app = Builder("0").Build();
        app.MapPost("/api/{method}", (string method) => Results.Text(method switch
        {
            "auth.test" => """{"ok":true,"team_id":"T1","user_id":"UBOT"}""",
            "users.info" => """{"ok":true,"user":{"id":"U1","team_id":"T1","tz":"Europe/Berlin","profile":{"display_name":"Priya"}}}""",
            "conversations.info" => """{"ok":true,"channel":{"id":"C0DATA","is_member":true}}""",
            "conversations.open" => """{"ok":true,"channel":{"id":"D1"}}""",
            _ => """{"ok":true,"channel":"D1","ts":"1.1"}""",
        }, "application/json"));
        await app.StartAsync();
        return app;
    }

    private static WebApplicationBuilder Builder(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        return builder;
    }
}
