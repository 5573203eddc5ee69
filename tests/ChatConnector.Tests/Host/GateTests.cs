using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Host;

/// <summary>The try-it chat is for the person at this computer, and for nobody else.</summary>
public class GateTests
{
    private static readonly Lazy<Task<IReadOnlyList<(string Method, string Path)>>> Everything = new(EverythingAsync);
    private static readonly string[] Files = ["/try/app.js", "/try/chat.css", "/try/mark.svg"];

    [Fact]
    public async Task In_Production_nothing_of_it_is_there()
    {
        await using var host = TryItHost.Fresh("Production");
        foreach (var (method, path) in await Everything.Value)
            Assert.Equal(HttpStatusCode.NotFound, await host.CreateClient().Asks(method, path));
    }

    [Fact]
    public async Task From_another_computer_nothing_of_it_is_there()
    {
        await using var host = TryItHost.Fresh(from: IPAddress.Parse("192.168.1.20"));
        foreach (var (method, path) in await Everything.Value)
            Assert.Equal(HttpStatusCode.NotFound, await host.CreateClient().Asks(method, path));
    }

    [Fact]
    public async Task Under_another_name_nothing_of_it_is_there()
    {
        await using var host = TryItHost.Fresh(from: IPAddress.Loopback);
        foreach (var (method, path) in await Everything.Value)
            Assert.Equal(HttpStatusCode.NotFound, await host.CreateClient().Asks(method, path, ("Host", "rebound.example:3978")));
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "http://localhost:4000")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_sites_script_finds_nothing(string header, string value)
    {
        await using var host = TryItHost.Fresh(from: IPAddress.Loopback);
        foreach (var (method, path) in (await Everything.Value).Where(r => r.Path.StartsWith("/try/", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.NotFound, await host.CreateClient().Asks(method, path, (header, value)));
    }

    [Fact]
    public async Task A_link_from_elsewhere_opens_the_page()
    {
        await using var host = TryItHost.Fresh(from: IPAddress.IPv6Loopback);
        Assert.Equal(HttpStatusCode.OK, await host.CreateClient().Asks("GET", "/welcome", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")));
    }

    [Fact]
    public async Task At_this_computer_everything_is_there()
    {
        await using var host = TryItHost.Fresh(from: IPAddress.Loopback);
        foreach (var path in (string[])[.. Files, "/welcome"])
            Assert.Equal(HttpStatusCode.OK, await host.CreateClient().Asks("GET", path));
    }

    [Fact]
    public async Task The_page_runs_no_script_but_its_own_files()
    {
        await using var host = TryItHost.Fresh();
        using var answer = await host.CreateClient().GetAsync(new Uri("/welcome", UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    /// <summary>Every route and file of the chat, read from the running host, so that a new one cannot be forgotten here.</summary>
    private static async Task<IReadOnlyList<(string Method, string Path)>> EverythingAsync()
    {
        await using var host = TryItHost.Fresh();
        host.CreateClient();
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.RoutePattern.RawText!.StartsWith("/health", StringComparison.Ordinal))
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (m, "/" + e.RoutePattern.RawText!.Trim('/'))))
            .ToList();
        Assert.Contains(("POST", "/try/say"), routes);
        Assert.Contains(("GET", "/welcome"), routes);
        return [.. routes, .. Files.Select(f => ("GET", f))];
    }
}

internal static class Asking
{
    public static async Task<HttpStatusCode> Asks(this HttpClient browser, string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = Json.Of(new { });
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}
