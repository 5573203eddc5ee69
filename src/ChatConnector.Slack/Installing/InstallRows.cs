using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ChatConnector.Slack.Installing;

/// <summary>Installs at rest: a row each, with secrets sealed so that they open for their own workspace alone.</summary>
internal sealed class InstallRows(IStore store, IDataProtectionProvider keys)
{
    private const string Partition = "slack";
    private const string Prefix = "install|";
    private const string End = "install}";
    private const int MostAtOnce = 500;

    /// <summary>Beyond this many it begins anew.</summary>
    private const int MostOpened = 10_000;

    // Nearly every request needs its install, and a row that did not change need not be unsealed again.
    private readonly ConcurrentDictionary<string, (string ETag, Installed Installed)> opened = new(StringComparer.Ordinal);

    /// <summary>What Connector may do there as the row says now; null when it is not, or no longer, in it.</summary>
    public async Task<Installed?> FindAsync(string workspace, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Partition, [KeyOf(workspace)], cancellation) is not [var kept])
            return null;
        if (opened.TryGetValue(workspace, out var known) && known.ETag == kept.ETag)
            return known.Installed;
        opened.TryRemove(workspace, out _);
        var row = InstallRow.Read(kept.Json);
        if (row.Token is not { } token)
            return null;
        var installed = new Installed(row.ToInstall(), Open(workspace, token));
        if (opened.Count >= MostOpened)
            opened.Clear();
        opened[workspace] = (kept.ETag, installed);
        return installed;
    }

    public async Task<IReadOnlyList<InstallRow>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<InstallRow>();
        for (var from = Prefix; ;)
        {
            var page = await store.ScanAsync(Partition, from, End, MostAtOnce, cancellation);
            all.AddRange(page.Select(row => InstallRow.Read(row.Json)));
            if (page.Count < MostAtOnce)
                return all;
            from = page[^1].Key + "\0";
        }
    }

    /// <summary>Changes a row, however often others change it meanwhile.</summary>
    /// <param name="change">What the row shall be; the same, or null, to leave everything as it is.</param>
    public async Task ChangeAsync(string workspace, Func<InstallRow?, InstallRow?> change, CancellationToken cancellation)
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

    /// <summary>Takes a row away, unless somebody changed it since.</summary>
    public async Task RemoveAsync(InstallRow row, CancellationToken cancellation)
    {
        var (now, etag) = await ReadAsync(row.Workspace, cancellation);
        if (now == row)
            await store.CommitAsync(Partition, [new RowChange.Delete(KeyOf(row.Workspace), etag)], cancellation);
    }

    public string Seal(string workspace, string token) => Protector(workspace).Protect(token);

    public string Open(string workspace, string token)
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

    private async Task<(InstallRow? Row, string? ETag)> ReadAsync(string workspace, CancellationToken cancellation) =>
        await store.ReadAsync(Partition, [KeyOf(workspace)], cancellation) is [var kept] ? (InstallRow.Read(kept.Json), kept.ETag) : (null, null);

    private IDataProtector Protector(string workspace) => keys.CreateProtector("ChatConnector.Slack.Token", workspace);

    private static string KeyOf(string workspace) => Prefix + workspace;
}
