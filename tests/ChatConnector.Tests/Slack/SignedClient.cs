using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Slack;

/// <summary>Calls Connector as Slack does: every request is signed.</summary>
internal sealed class SignedClient(HttpClient client, string secret, TimeProvider? time = null) : ISlackLine, IDisposable
{
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    public Task<(HttpStatusCode Status, string Said)> PostAsync(string path, string body, string? forged = null, int late = 0) => PostAsync(path, Encoding.UTF8.GetBytes(body), forged, late);

    /// <param name="forged">Another secret than Slack's.</param>
    /// <param name="late">Seconds since it was signed.</param>
    public async Task<(HttpStatusCode Status, string Said)> PostAsync(string path, byte[] body, string? forged = null, int late = 0)
    {
        var timestamp = ((time ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds() - late).ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(path == "/slack/events" ? "application/json" : "application/x-www-form-urlencoded");
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Sign(forged ?? secret, timestamp, body));
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<string> TellAsync(string type, JsonObject payload)
    {
        var (path, body) = type switch
        {
            "events_api" => ("/slack/events", payload.ToJsonString()),
            "slash_commands" => ("/slack/commands", string.Join('&', payload.Select(f => $"{f.Key}={WebUtility.UrlEncode(f.Value!.GetValue<string>())}"))),
            _ => ("/slack/interactions", "payload=" + WebUtility.UrlEncode(payload.ToJsonString())),
        };
        var (status, said) = await PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, status);
        return said;
    }

    public void Dispose() => client.Dispose();
}
