using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatConnector.Tests.Slack;

/// <summary>Requests as Slack signs them.</summary>
internal static class Signed
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    public static HttpRequestMessage Request(string path, string body)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        return new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(body),
            Headers = { { "X-Slack-Request-Timestamp", timestamp }, { "X-Slack-Signature", "v0=" + Convert.ToHexStringLower(hash) } },
        };
    }
}
