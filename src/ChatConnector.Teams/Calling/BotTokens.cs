using Azure.Core;
using Azure.Identity;

namespace ChatConnector.Teams.Calling;

/// <summary>The token Connector shows to Teams, fetched before it runs out and by one at a time. Null where Teams is told nothing, for development.</summary>
public sealed class BotTokens(TokenCredential? credential, TimeProvider clock) : IDisposable
{
    private const string Scope = "https://api.botframework.com/.default";
    private static readonly TimeSpan FetchedBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);
    private AccessToken? last;

    /// <param name="refused">A token Teams did not take; another one is fetched.</param>
    /// <exception cref="ConnectorException">Busy: there is none now.</exception>
    public async ValueTask<string?> GetAsync(string? refused, CancellationToken cancellation)
    {
        if (credential is null)
            return null;
        if (Usable(refused) is { } known)
            return known;
        await one.WaitAsync(cancellation);
        try
        {
            // Somebody else may have fetched one while this one waited.
            if (Usable(refused) is { } fetched)
                return fetched;
            last = await credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellation);
            return last.Value.Token;
        }
        catch (AuthenticationFailedException)
        {
            throw new ConnectorException("token", "not_given", Trouble.Busy, TimeSpan.FromSeconds(30));
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private string? Usable(string? refused) => last is { } token && token.Token != refused && clock.GetUtcNow() < token.ExpiresOn - FetchedBefore ? token.Token : null;
}
