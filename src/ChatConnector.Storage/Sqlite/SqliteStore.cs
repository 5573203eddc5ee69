using System.Globalization;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Storage.Sqlite;

/// <summary>Rows in one SQLite file.</summary>
public sealed class SqliteStore(SqliteFile file) : IStore
{
    public Task<IReadOnlyList<StoredRow>> ReadAsync(string partition, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var distinct = keys.Count > 1 ? keys.Distinct().ToList() : keys;
        return Task.FromResult(file.Readers.Read(reader => reader.Rows(partition, distinct)));
    }

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string from, string before, int most, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(file.Readers.Read(reader => reader.Range(partition, from, before, most)));
    }

    public Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(file.Readers.Read(reader => reader.Partitions()));
    }

    public Task<bool> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RowChanges.Check(partition, changes);
        return file.Writer.DoAsync(statements => Commit(statements, partition, changes));
    }

    private static bool Commit(SqliteStatements statements, string partition, IReadOnlyList<RowChange> changes)
    {
        foreach (var change in changes)
            if (change is not RowChange.Delete { ETag: null } && !change.Fits(ETagOf(statements, partition, change.Key)))
                return false;
        foreach (var change in changes)
            Make(statements, partition, change);
        return true;
    }

    private static string? ETagOf(SqliteStatements statements, string partition, string key) =>
        (statements.ETag.With(partition, key).ExecuteScalar() as long?)?.ToString(CultureInfo.InvariantCulture);

    // Random ETags cannot come back for a row that was deleted and made anew, whichever process makes it.
    private static void Make(SqliteStatements statements, string partition, RowChange change)
    {
        switch (change)
        {
            case RowChange.Insert insert:
                statements.Insert.With(partition, insert.Key, Random.Shared.NextInt64(), insert.Json).ExecuteNonQuery();
                break;
            case RowChange.Replace replace:
                statements.Replace.With(partition, replace.Key, Random.Shared.NextInt64(), replace.Json).ExecuteNonQuery();
                break;
            case RowChange.Delete delete:
                statements.Delete.With(partition, delete.Key).ExecuteNonQuery();
                break;
        }
    }
}
