using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Slack.Installing;

/// <summary>Exchanges tokens for new ones well before they expire. The old one stays good for whoever is calling with it just now.</summary>
public sealed partial class Rotation(Renewals renewals, SlackApi slack, OAuthSettings oauth, Surroundings around, ILogger<Rotation> log)
{
    private const int MostAtOnce = 8;
    private const int MostWrites = 8;

    /// <summary>Tokens live twelve hours; that Slack or our store is down for one must not matter.</summary>
    public static readonly Duration Early = Duration.FromHours(2);

    /// <summary>Exchanges what is due, as far as nobody else does.</summary>
    /// <exception cref="StorageException">What is due cannot be read now.</exception>
    public async Task RenewAsync(CancellationToken cancellation) => await Parallel.ForEachAsync(
        await renewals.DueAsync(around.Now + Early, cancellation),
        new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellation },
        async (workspace, stopping) => await RenewAsync(workspace, stopping));

    private async Task RenewAsync(string workspace, CancellationToken cancellation)
    {
        var now = around.Now;
        if (await renewals.TakeAsync(workspace, now + Early, now, cancellation) is not { } turn)
            return;
        try
        {
            // Once begun it is finished, even while stopping: what Slack gives now is nowhere else.
            await KeepAsync(turn, await slack.RefreshAsync(oauth, turn.RefreshToken, CancellationToken.None), now);
        }
        catch (SlackException trouble)
        {
            LogTrouble(workspace, trouble.Message);
            // Until the token in use expires, perhaps only Slack is mistaken.
            if (trouble.Trouble == Trouble.TokenDead && turn.ExpiresAt <= around.Now)
                await renewals.LoseAsync(turn, around.Now, cancellation);
        }
    }

    private async Task KeepAsync(RenewalTurn turn, JsonElement said, Instant asked)
    {
        if (said.Text("access_token") is not { Length: > 0 } token || Renewal.Read(said, asked) is not { } renewal)
            throw new SlackException("oauth.v2.access", "no_bot_token", Trouble.Refused);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await renewals.KeepAsync(turn, token, renewal, CancellationToken.None);
                return;
            }
            catch (StorageException) when (attempt < MostWrites)
            {
                await around.WaitAsync(around.Backoff(attempt, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5)), CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The token of workspace {Workspace} could not be exchanged: {Trouble}. If this goes on, install Connector there again")]
    private partial void LogTrouble(string workspace, string trouble);
}
