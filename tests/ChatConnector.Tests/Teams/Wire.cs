namespace ChatConnector.Tests.Teams;

/// <summary>Answers requests from a function, and remembers what was asked for.</summary>
internal sealed class Wire(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<string> Asked { get; } = [];

    /// <summary>A client that gets JSON for every request.</summary>
    public static HttpClient Client(Func<HttpRequestMessage, string> answer)
    {
#pragma warning disable CA2000 // The client owns it.
        return new HttpClient(new Wire(request => Json(answer(request))));
#pragma warning restore CA2000
    }

    public static HttpResponseMessage Json(string body) => new() { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add($"{request.Method} {request.RequestUri}");
        return Task.FromResult(answer(request));
    }
}
