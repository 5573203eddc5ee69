using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatConnector.Storage.Sqlite;

/// <summary>
/// Puts a message into the queue; used by the writer's thread alone. Every request of a platform waits for one of these, so
/// it speaks to SQLite itself: a command of ADO's, and SQLite's own RETURNING, each cost more than the insertion.
/// </summary>
internal sealed class SqliteEnqueue : IDisposable
{
    private const string Insert = "INSERT INTO queue (receipt, body, visible_at, deliveries, enqueued_at) VALUES (?, ?, ?, 0, ?)";

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteEnqueue(SqliteConnection connection)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, Insert, out statement));
    }

    /// <returns>The id of the message.</returns>
    /// <exception cref="SqliteException">It is not in.</exception>
    public long Put(long receipt, ReadOnlySpan<byte> body, long visibleAt, long enqueuedAt)
    {
        Check(raw.sqlite3_bind_int64(statement, 1, receipt));
        Check(raw.sqlite3_bind_text(statement, 2, body));
        Check(raw.sqlite3_bind_int64(statement, 3, visibleAt));
        Check(raw.sqlite3_bind_int64(statement, 4, enqueuedAt));
        var outcome = raw.sqlite3_step(statement);
        // What failed in the step is said again by the reset, and the statement must be ready for the next.
        _ = raw.sqlite3_reset(statement);
        Check(outcome);
        return raw.sqlite3_last_insert_rowid(database);
    }

    public void Dispose() => statement.Dispose();

    private void Check(int outcome)
    {
        if (outcome is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(outcome, database);
    }
}
