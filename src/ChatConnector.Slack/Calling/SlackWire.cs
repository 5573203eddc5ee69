using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatConnector.Slack.Calling;

/// <summary>One call of Slack's Web API after the other: sends, reads, and says by <see cref="SlackException"/> what went wrong.</summary>
/// <param name="http">Made by <see cref="Connect"/>.</param>
public sealed class SlackWire(HttpClient http)
{
    /// <summary>The error of a call that Slack did not answer in time.</summary>
    internal const string NotInTime = "no_answer_in_time";

    private const int LargestAnswer = 8 << 20;

    // The runtime gives an attempt ten seconds; this ends before, so that the reason is known.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>Slack does not always say how long; half a minute is what its own clients wait at most.</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>People decide how long a workspace keeps us out.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>A client that follows no redirect, so that no token travels to where Slack's answer points.</summary>
    public static HttpClient Connect(Uri apiBase) => new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) }, disposeHandler: true)
    {
        BaseAddress = apiBase,
        Timeout = Limit,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>For methods that take JSON.</summary>
    public Task<JsonElement> JsonAsync(string method, string token, JsonObject arguments, CancellationToken cancellation) =>
        CallAsync(method, new AuthenticationHeaderValue("Bearer", token), new StringContent(arguments.ToJsonString(SlackJson.Wire.Options), Encoding.UTF8, "application/json"), cancellation);

    /// <summary>For methods that take only forms.</summary>
    public Task<JsonElement> FormAsync(string method, AuthenticationHeaderValue who, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancellation) =>
        CallAsync(method, who, new FormUrlEncodedContent(arguments), cancellation);

    private async Task<JsonElement> CallAsync(string method, AuthenticationHeaderValue who, HttpContent content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(method, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = who;
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            return Read(method, answer, await answer.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (HttpRequestException trouble)
        {
            var isUnsent = trouble.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            throw new SlackException(method, trouble.HttpRequestError.ToString(), isUnsent ? Trouble.Busy : Trouble.Uncertain);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SlackException(method, NotInTime, Trouble.Uncertain);
        }
    }

    private static JsonElement Read(string method, HttpResponseMessage answer, byte[] body)
    {
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            throw new SlackException(method, "ratelimited", Trouble.Busy, Wait(answer));
        if ((int)answer.StatusCode >= 500)
            throw new SlackException(method, $"status_{(int)answer.StatusCode}", Trouble.Uncertain);
        if (!answer.IsSuccessStatusCode)
            throw new SlackException(method, $"status_{(int)answer.StatusCode}", Trouble.Refused);
        var said = Parse(method, body);
        if (said.Is("ok"))
            return said;
        var error = SlackErrors.Word(said.Text("error"));
        var meaning = SlackErrors.Meaning(error);
        throw new SlackException(method, error, meaning, meaning switch { Trouble.Busy => Wait(answer), Trouble.Paused => Pause, _ => null });
    }

    private static JsonElement Parse(string method, byte[] body)
    {
        try
        {
            using var document = ForeignJson.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new SlackException(method, "unreadable_answer", Trouble.Uncertain);
        }
    }

    private static TimeSpan Wait(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, LongestWait.Ticks)) : DefaultWait;
}
