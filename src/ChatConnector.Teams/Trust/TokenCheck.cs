using System.Globalization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatConnector.Teams.Trust;

/// <summary>Decides whether a request comes from Teams and is meant for us.</summary>
/// <param name="appId">Our Microsoft app id: the only audience accepted.</param>
public sealed class TokenCheck(string appId, SigningKeys keys, TimeProvider clock)
{
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    // Real ones have about 1,200 characters.
    private const int LongestToken = 16 * 1024;
    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly RememberedTokens remembered = new(clock);

    /// <summary>How many tokens are remembered.</summary>
    public int Remembered => remembered.Count;

    /// <summary>The token in an <c>Authorization</c> header, or null when it is anything but valid.</summary>
    public async ValueTask<BotToken?> CheckAsync(string? authorization, CancellationToken cancellation)
    {
        if (authorization is null || authorization.Length > LongestToken || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        if (remembered.Find(authorization.AsSpan(Scheme.Length), keys.Current) is { } known)
            return known.IsValidAt(clock.GetUtcNow()) ? known : null;
        var token = authorization[Scheme.Length..];
        if (Parse(token) is not { } parsed || await keys.KnowingAsync(parsed.Kid, cancellation) is not { } set || !set.Keys.TryGetValue(parsed.Kid, out var key))
            return null;
        if (await ValidateAsync(parsed, set.Issuer, key) is not { } valid)
            return null;
        remembered.Keep(token, valid, set);
        return valid;
    }

    private static JsonWebToken? Parse(string token)
    {
        if (!Canonical.Is(token))
            return null;
        try
        {
            var parsed = new JsonWebToken(token);
            return parsed.Alg is SecurityAlgorithms.RsaSha256 or SecurityAlgorithms.RsaSha384 or SecurityAlgorithms.RsaSha512 && parsed.Kid is { Length: > 0 } ? parsed : null;
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private async Task<BotToken?> ValidateAsync(JsonWebToken token, string issuer, SigningKey key)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = appId,
            IssuerSigningKey = key.Key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            // Ours goes by our clock, and is looked at again whenever a remembered token comes back.
            LifetimeValidator = (_, expires, _, _) => expires is not null,
        });
        if (!result.IsValid || token.Audiences.Count() != 1 || !token.TryGetPayloadValue<object>("serviceurl", out var claim) || claim is not string { Length: > 0 } serviceUrl)
            return null;
        if (Moment(token, JwtRegisteredClaimNames.Exp) is not { } expires)
            return null;
        var valid = new BotToken(serviceUrl, key.Endorsements, (Moment(token, JwtRegisteredClaimNames.Nbf) ?? DateTimeOffset.MinValue.Add(ClockSkew)) - ClockSkew, expires + ClockSkew);
        return valid.IsValidAt(clock.GetUtcNow()) ? valid : null;
    }

    /// <summary>A time of the token in whole seconds; null when there is none, or none that makes sense.</summary>
    private static DateTimeOffset? Moment(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value) && value is not null
        && long.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), out var seconds) && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
