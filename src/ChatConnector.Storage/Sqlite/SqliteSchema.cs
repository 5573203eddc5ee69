using ChatConnector.Runtime.Ports;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>The tables of a database file, and how a file of an earlier version gets them.</summary>
internal static class SqliteSchema
{
    // "ChCo" in ASCII: tells our files from other people's.
    private const int ApplicationId = 0x4368436F;
    private const int Version = 2;

    private const string Rows =
        "CREATE TABLE rows (partition TEXT NOT NULL, key TEXT NOT NULL, etag INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (partition, key));";

    // An id may be given again once its message is gone; a counter that prevents it costs a tenth of every message's time.
    private const string Queue =
        """
        CREATE TABLE queue (id INTEGER PRIMARY KEY, receipt INTEGER NOT NULL, body TEXT NOT NULL,
            visible_at INTEGER NOT NULL, deliveries INTEGER NOT NULL, enqueued_at INTEGER NOT NULL);
        CREATE INDEX queue_by_visibility ON queue (visible_at, enqueued_at);
        """;

    // In the first version ids were counted.
    private const string FromFirst =
        $"""
        ALTER TABLE queue RENAME TO counted;
        DROP INDEX queue_by_visibility;
        {Queue}
        INSERT INTO queue SELECT id, receipt, body, visible_at, deliveries, enqueued_at FROM counted;
        DROP TABLE counted;
        PRAGMA user_version=2;
        """;

    /// <summary>Gives an empty file its tables.</summary>
    public static void Make(SqliteConnection connection) => connection.Run(
        $"PRAGMA journal_mode=WAL; BEGIN; {Rows} {Queue} PRAGMA application_id={ApplicationId}; PRAGMA user_version={Version}; COMMIT;");

    /// <exception cref="StorageException">The file is not ours, or of a version that this one does not know.</exception>
    public static void Recognize(SqliteConnection connection, string path)
    {
        if (connection.Ask("PRAGMA application_id") is not (long)ApplicationId)
            throw new StorageException(SqliteTrouble.Foreign(path));
        if (connection.Ask("PRAGMA user_version") is not (>= 1L and <= (long)Version))
            throw new StorageException($"{path} was written by another version of ChatConnector. Start the version that wrote it, or a newer one.");
    }

    /// <summary>
    /// Brings a file of an earlier version up to date; all of it or nothing. Writes in any case, so that it is known now, and not
    /// at the first message, whether the file may be written.
    /// </summary>
    public static void BringUpToDate(SqliteConnection connection)
    {
        connection.Run("BEGIN IMMEDIATE");
        // Asked in the transaction: another process may have been faster.
        connection.Run(connection.Ask("PRAGMA user_version") is 1L ? FromFirst : $"PRAGMA user_version={Version}");
        connection.Run("COMMIT");
    }
}
