using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ChatConnector.Teams.Trust;

/// <summary>The keys Microsoft signs with, as published at one time. A changed publication is another set.</summary>
/// <param name="Issuer">Who may sign with them.</param>
public sealed record KeySet(string Issuer, ImmutableDictionary<string, SigningKey> Keys)
{
    private const string PublicIssuer = "https://api.botframework.com";
    private const string GovernmentIssuer = "https://api.botframework.us";

    /// <summary>Reads the two published documents.</summary>
    /// <exception cref="JsonException">They are not what they should be.</exception>
    public static KeySet Read(OpenIdMetadata metadata, string jwks)
    {
        if (metadata.Issuer is not (PublicIssuer or GovernmentIssuer))
            throw new JsonException("The OpenID metadata names an issuer that does not speak for Teams.");
        using var document = JsonDocument.Parse(jwks);
        if (!document.RootElement.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
            throw new JsonException("The key set holds no keys.");
        return new KeySet(metadata.Issuer, keys.EnumerateArray().Select(SigningKey.Read).OfType<SigningKey>().DistinctBy(k => k.Id).ToImmutableDictionary(k => k.Id));
    }

    public bool Holds(KeySet other) =>
        Issuer == other.Issuer && Keys.Count == other.Keys.Count && Keys.Values.All(k => other.Keys.TryGetValue(k.Id, out var same) && k.IsSameAs(same));
}

/// <summary>One published key.</summary>
/// <param name="Endorsements">The channels whose messages may be signed with it.</param>
public sealed record SigningKey(string Id, JsonWebKey Key, ImmutableHashSet<string> Endorsements)
{
    /// <summary>The key, or null when it is of a kind we never accept.</summary>
    public static SigningKey? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "kty") != "RSA" || Text(json, "kid") is not { Length: > 0 } id
            || Text(json, "n") is not { Length: > 0 } modulus || Text(json, "e") is not { Length: > 0 } exponent)
            return null;
        var endorsements = json.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).ToImmutableHashSet(StringComparer.Ordinal)
            : [];
        return new SigningKey(id, new JsonWebKey { Kty = "RSA", Kid = id, N = modulus, E = exponent }, endorsements);
    }

    public bool IsSameAs(SigningKey other) => Id == other.Id && Key.N == other.Key.N && Key.E == other.Key.E && Endorsements.SetEquals(other.Endorsements);

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The part of the OpenID metadata that matters here.</summary>
public sealed record OpenIdMetadata(string Issuer, string JwksUri)
{
    /// <exception cref="JsonException">It is not what it should be.</exception>
    public static OpenIdMetadata Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        string Text(string name) => document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new JsonException($"The OpenID metadata has no {name}.");
        return new OpenIdMetadata(Text("issuer"), Text("jwks_uri"));
    }
}
