using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>Microsoft's side, as far as a bot needs it to judge a request: published keys, tokens, and who somebody is.</summary>
internal sealed class Cloud : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "aaaaaaaa-1111-2222-3333-444444444444";

    private const string Key = "key-1";
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;

    private Cloud(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public string ServiceUrl => $"{Address}emea/";

    public static async Task<Cloud> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var cloud = new Cloud(app);
        app.MapGet("/metadata", () => Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{cloud.Address}keys", id_token_signing_alg_values_supported = new[] { "RS256" } }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { cloud.PublicKey() } }));
        app.MapPost("/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = "token" }));
        app.MapGet("/emea/v3/conversations/{conversation}/members/{account}", (string account) =>
            Results.Json(new { id = account, name = "Somebody", aadObjectId = Person(int.Parse(account.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)), tenantId = Tenant, userRole = "user" }));
        await app.StartAsync();
        return cloud;
    }

    public static string Person(int number) => $"bbbbbbbb-0000-0000-0000-{number:D12}";

    /// <summary>A token as Teams sends it with every request for about an hour.</summary>
    public string Token()
    {
        var now = DateTimeOffset.UtcNow;
        var head = Part(new { alg = "RS256", kid = Key, typ = "JWT" }) + "." + Part(new
        {
            serviceurl = ServiceUrl,
            nbf = now.AddMinutes(-1).ToUnixTimeSeconds(),
            exp = now.AddHours(1).ToUnixTimeSeconds(),
            iss = "https://api.botframework.com",
            aud = AppId,
        });
        return head + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private object PublicKey()
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = Key, n = Base64Url.EncodeToString(numbers.Modulus), e = Base64Url.EncodeToString(numbers.Exponent), endorsements = new[] { "msteams" } };
    }

    private static string Part(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
