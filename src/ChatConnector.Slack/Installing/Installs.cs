using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ChatConnector.Slack.Installing;

/// <summary>The workspaces Connector is in. Tokens rest encrypted, each so that it opens for its own workspace alone.</summary>
public sealed class Installs(IStore store, IDataProtectionProvider keys)
{
    private const string Partition = "slack";
    private const string Prefix = "install|";

    private volatile bool isComplete = true;

    /// <summary>False while Slack did not say yet which workspace a token in the settings belongs to.</summary>
    public bool IsComplete { get => isComplete; set => isComplete = value; }

    /// <summary>The workspace's install; null when Connector is not, or no longer, in it.</summary>
    /// <exception cref="StorageException">It cannot be read now.</exception>
    public async Task<Installed?> FindAsync(string workspace, CancellationToken cancellation)
    {
        if (!SlackIds.IsId(workspace))
            return null;
        var kept = (await ReadAsync(workspace, cancellation)).Row;
        if (kept is not { Token: { } token } row)
            return kept is not null || IsComplete ? null : throw new StorageException("It is not known yet which workspace the bot token belongs to.");
        return new Installed(
            new Install(row.Workspace, new OrganizationId(row.Organization), row.BotUser) { IsEnterprise = row.IsEnterprise, App = row.App },
            Open(workspace, token));
    }

    /// <summary>Connector was let in, for the first time or again.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task SaveAsync(Installed installed, Instant at, CancellationToken cancellation)
    {
        var install = installed.Install;
        var row = new InstallRow(
            InstallRow.Current, install.Workspace, install.Organization.Text, install.BotUser, install.IsEnterprise, install.App,
            Protector(install.Workspace).Protect(installed.Token), at.ToUnixTimeSeconds(), StoppedAt: null);
        await ChangeAsync(install.Workspace, _ => row, cancellation);
    }

    /// <summary>Connector was thrown out: its token is forgotten. What was let in after that moment stays.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public Task StopAsync(string workspace, Instant at, CancellationToken cancellation) => ChangeAsync(
        workspace,
        row => row is { Token: not null } && row.InstalledAt <= at.ToUnixTimeSeconds() ? row with { Token = null, StoppedAt = at.ToUnixTimeSeconds() } : row,
        cancellation);

    private async Task ChangeAsync(string workspace, Func<InstallRow?, InstallRow?> change, CancellationToken cancellation)
    {
        while (true)
        {
            var (before, etag) = await ReadAsync(workspace, cancellation);
            if (change(before) is not { } after || after == before)
                return;
            RowChange write = etag is null ? new RowChange.Insert(KeyOf(workspace), after.ToJson()) : new RowChange.Replace(KeyOf(workspace), after.ToJson(), etag);
            if (await store.CommitAsync(Partition, [write], cancellation))
                return;
        }
    }

    private async Task<(InstallRow? Row, string? ETag)> ReadAsync(string workspace, CancellationToken cancellation) =>
        await store.ReadAsync(Partition, [KeyOf(workspace)], cancellation) is [var kept] ? (InstallRow.Read(kept.Json), kept.ETag) : (null, null);

    private string Open(string workspace, string token)
    {
        try
        {
            return Protector(workspace).Unprotect(token);
        }
        catch (CryptographicException broken)
        {
            throw new StorageException("A token does not open: the folder of keys is not the one it was kept with.", broken);
        }
    }

    private IDataProtector Protector(string workspace) => keys.CreateProtector("ChatConnector.Slack.Token", workspace);

    private static string KeyOf(string workspace) => Prefix + workspace;
}
