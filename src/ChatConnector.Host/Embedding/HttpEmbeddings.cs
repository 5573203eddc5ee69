using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Host.Settings;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;

namespace ChatConnector.Host.Embedding;

/// <summary>
/// A model behind an endpoint such as OpenAI's: <c>POST {url}/v1/embeddings</c> with <c>{"model":…,"input":[…]}</c>. Many hosted and
/// local servers have the same.
/// </summary>
public sealed class HttpEmbeddings(EmbeddingsSettings settings) : IEmbeddings, IDisposable
{
    private const int LargestAnswer = 32 << 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    // No redirect is followed, so that texts and key go nowhere else.
    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) }, disposeHandler: true)
    {
        Timeout = settings.BatchLimit,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    // Of the first answer; vectors of another cannot be compared with those.
    private int dimension;

    public string? Model => settings.Model;

    public int? Dimension => Volatile.Read(ref dimension) is > 0 and var known ? known : null;

    public async Task<Embedded> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var body = new JsonObject { ["model"] = settings.Model, ["input"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) };
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint) { Content = JsonContent.Create(body) };
        if (settings.Key is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode ? Read(await answer.Content.ReadAsByteArrayAsync(cancellation), texts.Count) : Judge(answer);
        }
        catch (HttpRequestException trouble)
        {
            return new Embedded.NotNow(trouble.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Embedded.NotNow("no answer in time");
        }
    }

    public void Dispose() => http.Dispose();

    private static Embedded Judge(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => new Embedded.Refused(),
        var status => new Embedded.NotNow($"status {(int)status}", After(answer)),
    };

    private static TimeSpan? After(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, LongestWait.Ticks)) : null;

    private Embedded Read(byte[] body, int count)
    {
        var vectors = new float[count][];
        try
        {
            using var said = ForeignJson.Parse(body);
            var place = 0;
            foreach (var item in said.RootElement.Items("data"))
            {
                // Mostly in order, but it is the number that counts.
                var index = item.Get("index").ValueKind == JsonValueKind.Undefined ? place : item.Number("index");
                place++;
                if (index < 0 || index >= count || vectors[index] is not null || VectorIn(item) is not { } vector)
                    return new Embedded.NotNow("an answer that is none");
                vectors[index] = vector;
            }
        }
        catch (JsonException)
        {
            return new Embedded.NotNow("an answer that is none");
        }

        if (Array.Exists(vectors, vector => vector is null))
            return new Embedded.NotNow("an answer that is none");
        Interlocked.CompareExchange(ref dimension, vectors[0].Length, 0);
        return Array.TrueForAll(vectors, vector => vector.Length == dimension) ? new Embedded.Vectors(vectors) : new Embedded.NotNow("vectors of another dimension");
    }

    private static float[]? VectorIn(JsonElement item)
    {
        var numbers = new List<float>();
        foreach (var number in item.Items("embedding"))
        {
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetSingle(out var value) || !float.IsFinite(value))
                return null;
            numbers.Add(value);
        }

        return numbers.Exists(number => number != 0) ? [.. numbers] : null;
    }
}
