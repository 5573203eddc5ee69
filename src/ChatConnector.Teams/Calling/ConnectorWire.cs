using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Teams.Trust;
using Polly;
using Polly.Retry;

namespace ChatConnector.Teams.Calling;

/// <summary>One call of Teams' connector after the other: sends, reads, and says by <see cref="ConnectorException"/> what went wrong.</summary>
/// <param name="http">Made by <see cref="Connect"/>.</param>
public sealed class ConnectorWire(HttpClient http, ServiceHosts hosts, BotTokens tokens, Surroundings around)
{
    private const int LargestAnswer = 8 << 20;

    // The runtime gives an attempt ten seconds; this ends before, so that the reason is known.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    private readonly ResiliencePipeline<JsonElement> again = new ResiliencePipelineBuilder<JsonElement> { TimeProvider = around.Steady }.AddRetry(new RetryStrategyOptions<JsonElement>
    {
        MaxRetryAttempts = 2,
        Delay = TimeSpan.FromMilliseconds(500),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Randomizer = around.DrawShare,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ConnectorException { After: null, Trouble: Trouble.Busy or Trouble.Uncertain }),
    }).Build();

    /// <summary>A client that follows no redirect, so that no token travels to where an answer points.</summary>
    public static HttpClient Connect() => new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) }, disposeHandler: true)
    {
        Timeout = Limit,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>A call that does the same however often it is made; it is made again when Teams stumbles.</summary>
    /// <param name="path">Below the service's address; ids in it are escaped.</param>
    public async Task<JsonElement> RepeatAsync(HttpMethod method, string serviceUrl, string path, object? body, CancellationToken cancellation) =>
        await again.ExecuteAsync(async token => await OnceAsync(method, serviceUrl, path, body, token), cancellation);

    /// <summary>A call that must not be made twice.</summary>
    public async Task<JsonElement> OnceAsync(HttpMethod method, string serviceUrl, string path, object? body, CancellationToken cancellation)
    {
        var call = $"{method} {path.Split('/', '?').Last(p => p.Length > 0 && p.All(char.IsAsciiLetter))}";
        // Looked at again here: between hearing an address and going there the settings may have changed, or the row.
        if (hosts.Accept(serviceUrl) is not { } service)
            throw new ConnectorException(call, "host_not_allowed", Trouble.Refused);
        var address = new Uri($"{service.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v3/{path}");
        var token = await tokens.GetAsync(refused: null, cancellation);
        try
        {
            var (answer, said) = await SendAsync(method, address, body, token, cancellation);
            // A token may be dead before its time; a fresh one tells whether it was that.
            if (answer.StatusCode == HttpStatusCode.Unauthorized && token is not null)
            {
                answer.Dispose();
                (answer, said) = await SendAsync(method, address, body, await tokens.GetAsync(refused: token, cancellation), cancellation);
            }

            using (answer)
                return answer.IsSuccessStatusCode ? Read(call, said) : throw ConnectorErrors.Of(call, answer, said);
        }
        catch (HttpRequestException trouble)
        {
            var isUnsent = trouble.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            throw new ConnectorException(call, trouble.HttpRequestError.ToString(), isUnsent ? Trouble.Busy : Trouble.Uncertain);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ConnectorException(call, "no_answer_in_time", Trouble.Uncertain);
        }
    }

    private async Task<(HttpResponseMessage Answer, byte[] Body)> SendAsync(HttpMethod method, Uri address, object? body, string? token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, TeamsJson.Options));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        var answer = await http.SendAsync(request, cancellation);
        return (answer, await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    private static JsonElement Read(string call, byte[] body)
    {
        if (body.Length == 0)
            return default;
        try
        {
            return ForeignJson.Read(body);
        }
        catch (JsonException)
        {
            throw new ConnectorException(call, "unreadable_answer", Trouble.Uncertain);
        }
    }
}
