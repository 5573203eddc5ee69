using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Teams;

/// <summary>Stands in for Microsoft's identity service: publishes keys and signs what Teams would send.</summary>
internal sealed class Publisher : IDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public static readonly Uri Metadata = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    private readonly Dictionary<string, (RSA Key, string[]? Endorsements)> keys = [];

    public Publisher() => Publish("key-1", "msteams");

    public bool IsDown { get; set; }

    public RSA this[string id] => keys[id].Key;

    public void Publish(string id, params string[]? endorsements) => keys[id] = (RSA.Create(2048), endorsements);

    public void Withdraw(string id) => keys.Remove(id);

    public Wire Wire() => new(request => IsDown
        ? new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable)
        : Teams.Wire.Json(request.RequestUri == Metadata ? MetadataJson(new Uri("https://login.botframework.com/keys")) : KeysJson()));

    public static string MetadataJson(Uri keys) => JsonSerializer.Serialize(new { issuer = "https://api.botframework.com", jwks_uri = keys });

    public string KeysJson() => JsonSerializer.Serialize(new
    {
        keys = keys.Select(k => k.Value.Key.ExportParameters(false) is var p
            ? new { kty = "RSA", use = "sig", kid = k.Key, n = Text(p.Modulus!), e = Text(p.Exponent!), endorsements = k.Value.Endorsements }
            : null),
    });

    /// <summary>Claims of a good token for an hour from now.</summary>
    public static JsonObject Claims(DateTimeOffset now, string serviceUrl = ServiceUrl) => new()
    {
        ["serviceurl"] = serviceUrl,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
    };

    public string Sign(JsonObject claims, string key = "key-1", string algorithm = "RS256", RSA? with = null)
    {
        var head = Text(new JsonObject { ["alg"] = algorithm, ["kid"] = key, ["typ"] = "JWT" }) + "." + Text(claims);
        return head + "." + Text((with ?? keys[key].Key).SignData(Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static string Text(JsonObject json) => Text(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static string Text(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    public void Dispose()
    {
        foreach (var (key, _) in keys.Values)
            key.Dispose();
    }
}
