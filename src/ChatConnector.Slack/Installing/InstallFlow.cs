using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatConnector.Slack.Installing;

/// <summary>The way of a workspace's people from "install" to Slack and back.</summary>
public sealed class InstallFlow(OAuthSettings oauth, States states, SlackApi slack, Arrivals arrivals, Surroundings around)
{
    /// <summary>Where Slack asks for leave, and the secret the browser keeps meanwhile.</summary>
    /// <remarks>Slack returns people to the address in the app's own settings; one in the request could only be wrong.</remarks>
    public (string Address, string Secret) Begin()
    {
        var (state, secret) = states.Begin();
        return (QueryHelpers.AddQueryString(oauth.AuthorizeUrl.AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = oauth.ClientId,
            ["scope"] = string.Join(',', Scopes.Bot),
            ["state"] = state,
        }), secret);
    }

    /// <summary>Slack sent somebody back.</summary>
    /// <param name="code">What is exchanged for a token; empty when there is none.</param>
    /// <param name="error">Slack's word for why there is no code.</param>
    /// <param name="state">From the address.</param>
    /// <param name="secret">From the browser.</param>
    public async Task<Ending> FinishAsync(string code, string error, string state, string secret, CancellationToken cancellation)
    {
        try
        {
            // Used up before anything else happens, so that no answer can be tried twice.
            if (!await states.UseAsync(state, secret, cancellation))
                return new Ending.NotBegun();
            if (code.Length == 0)
                return error == "access_denied" ? new Ending.Declined() : new Ending.Refused(SlackErrors.Word(error));
            var asked = around.Now;
            var granted = Granted.Read(await slack.ExchangeCodeAsync(oauth, code, cancellation), asked);
            await arrivals.ArriveAsync(granted, cancellation);
            return new Ending.Done(granted.Installed.Install);
        }
        catch (SlackException refused) when (refused.Trouble is Trouble.Refused or Trouble.TokenDead)
        {
            return new Ending.Refused(refused.Error);
        }
        catch (Exception later) when (later is SlackException or StorageException)
        {
            return new Ending.Later();
        }
    }
}

/// <summary>How an install ended.</summary>
public abstract record Ending
{
    private Ending()
    {
    }

    public sealed record Done(Install Install) : Ending;

    /// <summary>Somebody pressed "cancel".</summary>
    public sealed record Declined : Ending;

    /// <summary>Not by this browser, not lately, or finished already.</summary>
    public sealed record NotBegun : Ending;

    /// <summary>Slack does not want it.</summary>
    /// <param name="Error">Slack's word.</param>
    public sealed record Refused(string Error) : Ending;

    /// <summary>Slack or our store could not just now.</summary>
    public sealed record Later : Ending;
}
