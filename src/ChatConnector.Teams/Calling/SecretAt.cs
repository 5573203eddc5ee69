using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace ChatConnector.Teams.Calling;

/// <summary>Fetches tokens with a secret from an address of this deployment instead of Microsoft's own.</summary>
public sealed class SecretAt(Uri address, string appId, string secret, HttpClient http) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Only asynchronously.");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"), new("client_id", appId), new("client_secret", secret), new("scope", string.Join(' ', requestContext.Scopes)),
            ]);
            using var answer = await http.PostAsync(address, form, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var said = ForeignJson.Read(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            var token = said.Text("access_token");
            if (token.Length == 0 || !said.Get("expires_in").TryGetInt32(out var seconds))
                throw new AuthenticationFailedException("The token address gave no token.");
            return new AccessToken(token, DateTimeOffset.UtcNow.AddSeconds(seconds));
        }
        catch (Exception trouble) when (trouble is HttpRequestException or JsonException or InvalidOperationException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AuthenticationFailedException("The token address did not answer.", trouble);
        }
    }
}
