using System.Net;
using System.Text.Json;

namespace ChatConnector.Tests.Host;

/// <summary>The whole host with an embedding endpoint beside it.</summary>
public sealed class MeaningTests
{
    [Fact]
    public async Task The_endpoint_hears_texts_and_asks_the_page_says_so_and_nobody_misses_it_when_it_is_gone()
    {
        await using var server = await EmbeddingServer.StartAsync();
        await using var host = new TryItHost(new TemporaryFolder(), "Development", null, ("Embeddings:Url", server.Address.AbsoluteUri), ("Embeddings:Model", "tiny"), ("Embeddings:Key", "k3y"));
        await host.FoundAsync("sample");
        using var priya = host.OpenAs("priya");
        await Eventually.Is(() => Heard(server).Contains("Kubernetes"));

        await priya.Say("I need help with a slow Postgres query");
        await priya.Button("Ask these");
        Assert.Contains(Heard(server), text => text.Contains("slow Postgres query", StringComparison.Ordinal));
        var card = (await priya.Lines()).Select(l => l.TryGetProperty("card", out var c) ? c : default).Last(c => c.ValueKind == JsonValueKind.Object && c.TryGetProperty("ask", out _));
        var page = await priya.GetAsync($"why?as=priya&ask={card.GetProperty("ask").GetString()}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("told by the model tiny", page.Body, StringComparison.Ordinal);
        Assert.Contains("means much the same", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("k3y", page.Body, StringComparison.Ordinal);

        await server.DisposeAsync();
        using var mia = host.OpenAs("mia");
        await mia.Say("I need help with a Kubernetes cluster");
        await mia.Button("Ask them");
    }

    private static IReadOnlyList<string> Heard(EmbeddingServer server) =>
        [.. server.Requests.SelectMany(request => request.Body["input"]!.AsArray()).Select(text => text!.GetValue<string>())];
}
