using ChatConnector.Host.Embedding;
using ChatConnector.Host.Settings;
using ChatConnector.Runtime.Ports;
using Microsoft.AspNetCore.Http;

namespace ChatConnector.Tests.Host;

/// <summary>The client of an embedding endpoint, against one on loopback.</summary>
public sealed class HttpEmbeddingsTests : IAsyncLifetime
{
    private EmbeddingServer server = null!;

    public async Task InitializeAsync() => server = await EmbeddingServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("", "/v1/embeddings")]
    [InlineData("/", "/v1/embeddings")]
    [InlineData("/openai/", "/openai/v1/embeddings")]
    [InlineData("/v1", "/v1/embeddings")]
    [InlineData("/api/v1/", "/api/v1/embeddings")]
    public async Task Many_texts_travel_in_one_request_and_come_back_in_their_order(string below, string path)
    {
        using var embeddings = Connect(below, "k3y");
        var vectors = Assert.IsType<Embedded.Vectors>(await embeddings.EmbedAsync(["a", "bbb", "שלום"], default));
        Assert.Equal([[1, 1.5f, -2e-3f], [3, 1.5f, -2e-3f], [4, 1.5f, -2e-3f]], vectors.List);
        var (asked, authorization, body) = Assert.Single(server.Requests);
        Assert.Equal(path, asked);
        Assert.Equal("Bearer k3y", authorization);
        Assert.Equal("tiny", body["model"]!.GetValue<string>());
        Assert.Equal(["a", "bbb", "שלום"], body["input"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.Equal("tiny", embeddings.Model);
    }

    [Fact]
    public async Task An_endpoint_that_wants_no_key_gets_none()
    {
        using var embeddings = Connect();
        Assert.IsType<Embedded.Vectors>(await embeddings.EmbedAsync(["a"], default));
        Assert.Null(Assert.Single(server.Requests).Authorization);
    }

    [Theory]
    [InlineData(401, null, null)]
    [InlineData(404, null, null)]
    [InlineData(302, null, null)]
    [InlineData(500, null, null)]
    [InlineData(429, "7", 7)]
    [InlineData(429, "0", 1)]
    [InlineData(503, "999999", 900)]
    [InlineData(429, "Fri, 27 Nov 2026 10:00:00 GMT", null)]
    public async Task Trouble_of_the_endpoint_means_later(int status, string? after, int? seconds)
    {
        server.Instead = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = after;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };
        using var embeddings = Connect();
        var trouble = Assert.IsType<Embedded.NotNow>(await embeddings.EmbedAsync(["a"], default));
        Assert.Equal($"status {status}", trouble.Why);
        Assert.Equal(seconds, trouble.After?.TotalSeconds);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task Texts_it_does_not_take_are_refused(int status)
    {
        server.Instead = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        using var embeddings = Connect();
        Assert.IsType<Embedded.Refused>(await embeddings.EmbedAsync(["a"], default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":0,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":2,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":-1,"embedding":[1,2]},{"index":1,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2,3]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[0,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,"2"]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,1e99]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":"AAAA"}]}""")]
    public async Task An_answer_that_is_none_is_never_used(string answer)
    {
        server.Instead = context => context.Response.WriteAsync(answer);
        using var embeddings = Connect();
        Assert.IsType<Embedded.NotNow>(await embeddings.EmbedAsync(["a", "b"], default));
    }

    [Fact]
    public async Task Vectors_of_another_dimension_than_before_are_never_used()
    {
        using var embeddings = Connect();
        Assert.IsType<Embedded.Vectors>(await embeddings.EmbedAsync(["a"], default));
        server.Instead = context => context.Response.WriteAsync("""{"data":[{"index":0,"embedding":[1,2]}]}""");
        Assert.Equal("vectors of another dimension", Assert.IsType<Embedded.NotNow>(await embeddings.EmbedAsync(["a"], default)).Why);
    }

    [Fact]
    public async Task An_endpoint_that_is_silent_or_not_there_means_later()
    {
        server.Instead = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var slow = new HttpEmbeddings(new EmbeddingsSettings(server.Address, "tiny", null) { BatchLimit = TimeSpan.FromMilliseconds(50) });
        Assert.Equal("no answer in time", Assert.IsType<Embedded.NotNow>(await slow.EmbedAsync(["a"], default)).Why);
        using var given = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        using var patient = Connect();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => patient.EmbedAsync(["a"], given.Token));

        var address = server.Address;
        await server.DisposeAsync();
        using var gone = new HttpEmbeddings(new EmbeddingsSettings(address, "tiny", null));
        Assert.IsType<Embedded.NotNow>(await gone.EmbedAsync(["a"], default));
    }

    private HttpEmbeddings Connect(string below = "", string? key = null) =>
        new(new EmbeddingsSettings(new Uri(server.Address.AbsoluteUri.TrimEnd('/') + below), "tiny", key));
}
