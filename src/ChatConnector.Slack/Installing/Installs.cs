using Microsoft.AspNetCore.DataProtection;

namespace ChatConnector.Slack.Installing;

/// <summary>The workspaces Connector is in. Tokens rest encrypted, each so that it opens for its own workspace alone.</summary>
public sealed class Installs(IStore store, IDataProtectionProvider keys)
{
    private readonly InstallRows rows = new(store, keys);
    private volatile bool isComplete = true;
    private int changes;

    /// <summary>False while Slack did not say yet which workspace the token in the settings belongs to.</summary>
    public bool IsComplete { get => isComplete; set => isComplete = value; }

    /// <summary>Grows with every change made here.</summary>
    public int Changes => Volatile.Read(ref changes);

    /// <summary>The workspace's install; null when Connector is not, or no longer, in it.</summary>
    /// <exception cref="StorageException">It cannot be read now.</exception>
    public async Task<Installed?> FindAsync(string workspace, CancellationToken cancellation)
    {
        if (!SlackIds.IsId(workspace))
            return null;
        return await rows.FindAsync(workspace, cancellation)
            ?? (IsComplete ? null : throw new StorageException("It is not known yet which workspace the bot token belongs to."));
    }

    /// <summary>Connector was let in, for the first time or again.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public Task SaveAsync(Installed installed, Instant at, CancellationToken cancellation) => SaveAsync(installed, null, at, cancellation);

    /// <inheritdoc cref="SaveAsync(Installed, Instant, CancellationToken)"/>
    /// <param name="renewal">Where the token expires: what it is exchanged for another one with.</param>
    public async Task SaveAsync(Installed installed, Renewal? renewal, Instant at, CancellationToken cancellation)
    {
        var install = installed.Install;
        var row = new InstallRow(
            InstallRow.Current, install.Workspace, install.Organization.Text, install.BotUser, install.IsEnterprise, install.App,
            rows.Seal(install.Workspace, installed.Token), at.ToUnixTimeSeconds(), StoppedAt: null)
        {
            IsInSettings = install.IsInSettings,
            Refresh = renewal is null ? null : rows.Seal(install.Workspace, renewal.RefreshToken),
            ExpiresAt = renewal?.ExpiresAt.ToUnixTimeSeconds(),
        };
        await ChangeAsync(install.Workspace, _ => row, cancellation);
    }

    /// <summary>Connector was thrown out: its token is forgotten. What was let in after that moment stays.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public Task StopAsync(string workspace, Instant at, CancellationToken cancellation) => ChangeAsync(
        workspace, row => row is { IsIn: true } && row.InstalledAt <= at.ToUnixTimeSeconds() ? row.Stopped(at) : row, cancellation);

    /// <summary>Another workspace's token stands in the settings now: Connector is out of the one whose token stood there before.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task ReplaceInSettingsAsync(string by, Instant at, CancellationToken cancellation)
    {
        foreach (var row in (await rows.AllAsync(cancellation)).Where(row => row is { IsIn: true, IsInSettings: true } && row.Workspace != by))
            await StopAsync(row.Workspace, at, cancellation);
    }

    /// <summary>Slack says that this token is worth nothing. Connector is out, unless there is another one by now, or one to be had.</summary>
    /// <param name="hasExpired">Whether only the token's time is over.</param>
    /// <returns>Whether it is out.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<bool> GiveUpAsync(Installed dead, bool hasExpired, Instant at, CancellationToken cancellation)
    {
        var isOut = true;
        await ChangeAsync(
            dead.Install.Workspace,
            row =>
            {
                isOut = row is not { Token: { } token } || (rows.Open(row.Workspace, token) == dead.Token && !(hasExpired && row.Refresh is not null));
                return isOut && row is { IsIn: true } ? row.Stopped(at) : row;
            },
            cancellation);
        return isOut;
    }

    private async Task ChangeAsync(string workspace, Func<InstallRow?, InstallRow?> change, CancellationToken cancellation)
    {
        await rows.ChangeAsync(workspace, change, cancellation);
        Interlocked.Increment(ref changes);
    }

    /// <summary>Every install that is remembered, those Connector was thrown out of too.</summary>
    internal Task<IReadOnlyList<InstallRow>> AllAsync(CancellationToken cancellation) => rows.AllAsync(cancellation);

    /// <summary>Nothing reminds of this install any more, unless it changed since.</summary>
    internal Task ForgetAsync(InstallRow row, CancellationToken cancellation) => rows.RemoveAsync(row, cancellation);
}
