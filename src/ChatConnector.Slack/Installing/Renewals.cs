using Microsoft.AspNetCore.DataProtection;

namespace ChatConnector.Slack.Installing;

/// <summary>Tokens that expire. Of all processes one at a time has the turn to exchange a workspace's, because a refresh token is good once.</summary>
public sealed class Renewals(IStore store, IDataProtectionProvider keys)
{
    private readonly InstallRows rows = new(store, keys);

    /// <summary>How long a turn lasts; longer than Slack is waited for.</summary>
    public static readonly Duration Turn = Duration.FromMinutes(1);

    /// <summary>The workspaces whose token expires before this time.</summary>
    /// <exception cref="StorageException">They cannot be read now.</exception>
    public async Task<IReadOnlyList<string>> DueAsync(Instant before, CancellationToken cancellation) =>
        [.. (await rows.AllAsync(cancellation)).Where(row => IsDue(row, before)).Select(row => row.Workspace)];

    /// <summary>Takes the turn; null when somebody else has it, or did it already.</summary>
    /// <param name="before">Only if the token expires before this time.</param>
    /// <exception cref="StorageException">Nobody knows whose turn it is; it ends in any case.</exception>
    public async Task<RenewalTurn?> TakeAsync(string workspace, Instant before, Instant now, CancellationToken cancellation)
    {
        InstallRow? mine = null;
        await rows.ChangeAsync(
            workspace,
            row => mine = row is not null && IsDue(row, before) && !(row.RenewingUntil > now.ToUnixTimeSeconds())
                ? row with { RenewingUntil = (now + Turn).ToUnixTimeSeconds() }
                : null,
            cancellation);
        return mine is { Refresh: { } refresh, ExpiresAt: { } expires }
            ? new RenewalTurn(workspace, rows.Open(workspace, refresh), refresh, Instant.FromUnixTimeSeconds(expires))
            : null;
    }

    /// <summary>Keeps what the refresh token was exchanged for, unless the workspace got other tokens or left meanwhile. May be repeated.</summary>
    /// <exception cref="StorageException">It is not known to be kept.</exception>
    public Task KeepAsync(RenewalTurn turn, string token, Renewal renewal, CancellationToken cancellation) => ChangeAsync(
        turn,
        row => row with
        {
            Token = rows.Seal(turn.Workspace, token),
            Refresh = rows.Seal(turn.Workspace, renewal.RefreshToken),
            ExpiresAt = renewal.ExpiresAt.ToUnixTimeSeconds(),
            RenewingUntil = null,
        },
        cancellation);

    /// <summary>There is nothing to be had for this refresh token any more: Connector is out.</summary>
    /// <exception cref="StorageException">It is not known to be kept.</exception>
    public Task LoseAsync(RenewalTurn turn, Instant at, CancellationToken cancellation) => ChangeAsync(turn, row => row.Stopped(at), cancellation);

    private Task ChangeAsync(RenewalTurn turn, Func<InstallRow, InstallRow> change, CancellationToken cancellation) =>
        rows.ChangeAsync(turn.Workspace, row => row?.Refresh == turn.Sealed ? change(row) : row, cancellation);

    private static bool IsDue(InstallRow row, Instant before) => row is { IsIn: true, Refresh: not null } && row.ExpiresAt < before.ToUnixTimeSeconds();
}

/// <summary>The right to exchange a workspace's token for another one.</summary>
/// <param name="RefreshToken">What it is exchanged with.</param>
/// <param name="Sealed">The same as it rests; tells whether it is still the one.</param>
/// <param name="ExpiresAt">When the token in use expires.</param>
public sealed record RenewalTurn(string Workspace, string RefreshToken, string Sealed, Instant ExpiresAt)
{
    public override string ToString() => Workspace;
}
