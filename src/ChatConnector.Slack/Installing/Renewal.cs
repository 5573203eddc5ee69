using System.Text.Json;

namespace ChatConnector.Slack.Installing;

/// <summary>What a token that expires is exchanged for another one with.</summary>
/// <param name="RefreshToken">Good once; never logged, never shown.</param>
/// <param name="ExpiresAt">When the token it came with expires.</param>
public sealed record Renewal(string RefreshToken, Instant ExpiresAt)
{
    /// <summary>Reads what oauth.v2.access says; null where tokens do not expire.</summary>
    /// <param name="asked">When it was asked.</param>
    public static Renewal? Read(JsonElement said, Instant asked) =>
        said.Text("refresh_token") is { Length: > 0 } token && said.Get("expires_in") is { ValueKind: JsonValueKind.Number } span && span.TryGetInt32(out var seconds)
            ? new Renewal(token, asked + Duration.FromSeconds(seconds))
            : null;

    public override string ToString() => nameof(Renewal);
}
