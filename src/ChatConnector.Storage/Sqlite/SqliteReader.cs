using System.Globalization;
using ChatConnector.Runtime.Ports;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>One reading connection and its statements.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand one = connection.Statement(
        "SELECT key, etag, json FROM rows WHERE partition = $p AND key = $k", "$p", "$k");

    private readonly SqliteCommand range = connection.Statement(
        "SELECT key, etag, json FROM rows WHERE partition = $p AND key >= $f AND key < $b ORDER BY key LIMIT $m", "$p", "$f", "$b", "$m");

    // Hops from one partition to the next along the index instead of reading all of it.
    private readonly SqliteCommand partitions = connection.Statement(
        """
        WITH RECURSIVE names(name) AS (
            SELECT min(partition) FROM rows
            UNION ALL
            SELECT (SELECT min(partition) FROM rows WHERE partition > name) FROM names WHERE name IS NOT NULL)
        SELECT name FROM names WHERE name IS NOT NULL
        """);

    private readonly SqliteCommand visible = connection.Statement("SELECT EXISTS (SELECT 1 FROM queue WHERE visible_at <= $n)", "$n");

    private readonly SqliteCommand backlog = connection.Statement(
        "SELECT (SELECT count(*) FROM queue), (SELECT min(enqueued_at) FROM queue WHERE visible_at <= $n)", "$n");

    public IReadOnlyList<StoredRow> Rows(string partition, IReadOnlyCollection<string> keys)
    {
        // One transaction, so that all rows are of one moment.
        using var moment = keys.Count > 1 ? connection.BeginTransaction(deferred: true) : null;
        one.Transaction = moment;
        var found = new List<StoredRow>(keys.Count);
        foreach (var key in keys)
            Take(one.With(partition, key), found);
        moment?.Commit();
        return found;
    }

    public IReadOnlyList<StoredRow> Range(string partition, string from, string before, int most)
    {
        var found = new List<StoredRow>();
        Take(range.With(partition, from, before, most), found);
        return found;
    }

    public IReadOnlyList<string> Partitions()
    {
        using var reader = partitions.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    public bool AnyVisible(long now) => visible.With(now).ExecuteScalar() is 1L;

    public Backlog Backlog(long now)
    {
        using var reader = backlog.With(now).ExecuteReader();
        reader.Read();
        return new Backlog(reader.GetInt32(0), reader.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)));
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteCommand[])[one, range, partitions, visible, backlog])
            statement.Dispose();
        connection.Dispose();
    }

    private static void Take(SqliteCommand command, List<StoredRow> found)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
            found.Add(new StoredRow(reader.GetString(0), reader.GetInt64(1).ToString(CultureInfo.InvariantCulture), reader.GetString(2)));
    }
}
