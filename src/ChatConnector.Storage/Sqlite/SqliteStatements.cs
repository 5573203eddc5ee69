using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>The writing connection and its statements; used by the writer's thread alone.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand begin = connection.Statement("BEGIN IMMEDIATE");
    private readonly SqliteCommand commit = connection.Statement("COMMIT");

    public SqliteCommand ETag { get; } = connection.Statement("SELECT etag FROM rows WHERE partition = $p AND key = $k", "$p", "$k");

    public SqliteCommand Insert { get; } = connection.Statement(
        "INSERT INTO rows (partition, key, etag, json) VALUES ($p, $k, $e, $j)", "$p", "$k", "$e", "$j");

    public SqliteCommand Replace { get; } = connection.Statement(
        "UPDATE rows SET etag = $e, json = $j WHERE partition = $p AND key = $k", "$p", "$k", "$e", "$j");

    public SqliteCommand Delete { get; } = connection.Statement("DELETE FROM rows WHERE partition = $p AND key = $k", "$p", "$k");

    public SqliteEnqueue Enqueue { get; } = new(connection);

    public SqliteCommand Receive { get; } = connection.Statement(
        "SELECT id, body, deliveries, enqueued_at FROM queue WHERE visible_at <= $n ORDER BY visible_at, id LIMIT $m", "$n", "$m");

    public SqliteCommand Hide { get; } = connection.Statement(
        "UPDATE queue SET receipt = $r, visible_at = $v, deliveries = deliveries + 1 WHERE id = $i", "$r", "$v", "$i");

    public SqliteCommand Extend { get; } = connection.Statement(
        "UPDATE queue SET receipt = $r, visible_at = $v WHERE id = $i AND receipt = $o", "$r", "$v", "$i", "$o");

    public SqliteCommand Remove { get; } = connection.Statement("DELETE FROM queue WHERE id = $i AND receipt = $o", "$i", "$o");

    public object? Ask(string statement) => connection.Ask(statement);

    public void Begin() => begin.ExecuteNonQuery();

    public void Commit() => commit.ExecuteNonQuery();

    /// <summary>Takes back whatever the transaction did; after some failures SQLite has done so itself.</summary>
    public void Rollback()
    {
        try
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
                connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // The failure that led here is the one to report; the next BEGIN tells whether the connection still works.
        }
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteCommand[])[begin, commit, ETag, Insert, Replace, Delete, Receive, Hide, Extend, Remove])
            statement.Dispose();
        Enqueue.Dispose();
        connection.Dispose();
    }
}
