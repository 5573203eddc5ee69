using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Host;

/// <summary>An embedding endpoint on loopback: answers with the length of each text, or whatever it is told to.</summary>
public sealed class EmbeddingServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private EmbeddingServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public ConcurrentQueue<(string Path, string? Authorization, JsonNode Body)> Requests { get; } = new();

    /// <summary>What it answers instead; null for an answer as it should be.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public static async Task<EmbeddingServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new EmbeddingServer(app);
        app.MapPost("/{**path}", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        Requests.Enqueue((context.Request.Path, context.Request.Headers.Authorization, body));
        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }

        // Backwards, because only the index counts.
        var data = body["input"]!.AsArray().Select((text, index) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = index,
            ["embedding"] = new JsonArray(text!.GetValue<string>().Length, 1.5, -2e-3),
        }).Reverse();
        await context.Response.WriteAsJsonAsync(new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. data]), ["model"] = "tiny" });
    }
}
