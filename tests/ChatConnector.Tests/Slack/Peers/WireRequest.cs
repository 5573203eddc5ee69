using System.Globalization;
using System.Net;
using System.Text;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>A request to one of the addresses Slack calls, right or wrong.</summary>
internal sealed record WireRequest(string Path, byte[] Body)
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";

    public string? ContentType { get; init; } = Path == "/slack/events" ? Json : Form;

    public string? Timestamp { get; init; } = Now();

    public string? Signature { get; init; }

    public string? ContentEncoding { get; init; }

    public bool IsForm => Path != "/slack/events";

    public static WireRequest Of(string path, string body) => new WireRequest(path, Encoding.UTF8.GetBytes(body)).Signed();

    /// <summary>Seconds since 1970, so long ago.</summary>
    public static string Now(int ago = 0) => (DateTimeOffset.UtcNow.ToUnixTimeSeconds() - ago).ToString(CultureInfo.InvariantCulture);

    /// <summary>As it would be signed by whoever knows this secret.</summary>
    public WireRequest Signed(string secret = Peer.Secret) => this with { Signature = SignedClient.Sign(secret, Timestamp ?? "", Body) };

    /// <summary>Whether the other side lets it in.</summary>
    public async Task<bool> IsTakenByAsync(HttpClient other)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in ((string, string?)[])[("Content-Type", ContentType), ("Content-Encoding", ContentEncoding)])
        {
            if (value is not null)
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        foreach (var (name, value) in ((string, string?)[])[("X-Slack-Request-Timestamp", Timestamp), ("X-Slack-Signature", Signature)])
        {
            if (value is not null)
                message.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await other.SendAsync(message);
        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode} to {this}");
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
