using ChatConnector.Runtime.Ports;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>
/// One database file, opened and looked over: WAL, every commit synced to disk, one writer, pooled readers.
/// A file that is damaged, foreign or read-only is refused with the path and the remedy; it is never replaced.
/// </summary>
public sealed class SqliteFile : IDisposable
{
    // "ChCo" in ASCII: tells our files from other people's.
    private const int ApplicationId = 0x4368436F;
    private const int SchemaVersion = 1;

    // About a second's worth. Beyond it, indexes are not compared with their tables, which takes several times as long.
    private const long LookedOverWhole = 100_000_000;

    private const string Schema =
        """
        CREATE TABLE rows (partition TEXT NOT NULL, key TEXT NOT NULL, etag INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (partition, key));
        CREATE TABLE queue (id INTEGER PRIMARY KEY AUTOINCREMENT, receipt INTEGER NOT NULL, body TEXT NOT NULL,
            visible_at INTEGER NOT NULL, deliveries INTEGER NOT NULL, enqueued_at INTEGER NOT NULL);
        CREATE INDEX queue_by_visibility ON queue (visible_at, enqueued_at);
        """;

    private SqliteFile(string path, SqliteConnection writing)
    {
        Path = path;
        Readers = new SqliteReaders(() => Connect(path, SqliteOpenMode.ReadOnly), path);
        Writer = new SqliteWriter(writing, path);
    }

    public string Path { get; }

    internal SqliteReaders Readers { get; }

    internal SqliteWriter Writer { get; }

    /// <summary>Opens the file, or makes it when there is none.</summary>
    /// <exception cref="StorageException">The file cannot be used; the message names it and says what to do.</exception>
    public static SqliteFile Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
                Create(path);
            var writing = Connect(path, SqliteOpenMode.ReadWrite);
            try
            {
                LookOver(writing, path);
                return new SqliteFile(path, writing);
            }
            catch
            {
                writing.Dispose();
                throw;
            }
        }
        catch (SqliteException trouble)
        {
            throw SqliteTrouble.Explain(path, trouble);
        }
        catch (Exception trouble) when (trouble is UnauthorizedAccessException or (IOException and not StorageException))
        {
            throw new StorageException($"{path} cannot be opened: {trouble.Message} Check the folder and the rights of this process.", trouble);
        }
    }

    public void Dispose()
    {
        // The writer last: whoever closes last folds the log into the file.
        Readers.Dispose();
        Writer.Dispose();
    }

    // Made beside its place and moved there whole, so that a crash in between never leaves an empty file that looks like lost data.
    private static void Create(string path)
    {
        var beginning = path + ".new";
        foreach (var leftover in (string[])[beginning, beginning + "-wal", beginning + "-shm", beginning + "-journal"])
            File.Delete(leftover);
        using (var connection = Connect(beginning, SqliteOpenMode.ReadWriteCreate))
            connection.Run($"PRAGMA journal_mode=WAL; BEGIN; {Schema} PRAGMA application_id={ApplicationId}; PRAGMA user_version={SchemaVersion}; COMMIT;");
        File.Move(beginning, path);
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 10 };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            connection.Run("PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void LookOver(SqliteConnection connection, string path)
    {
        // An empty file is a valid empty database to SQLite; here it means that somebody cut it off.
        if (new FileInfo(path).Length == 0)
            throw new StorageException(SqliteTrouble.Damaged(path, "it is empty"));
        if (connection.Ask("PRAGMA application_id") is not (long)ApplicationId)
            throw new StorageException(SqliteTrouble.Foreign(path));
        if (connection.Ask("PRAGMA user_version") is not (long)SchemaVersion)
            throw new StorageException($"{path} was written by another version of ChatConnector. Start the version that wrote it, or a newer one.");
        if (connection.Ask(new FileInfo(path).Length < LookedOverWhole ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)") is not "ok")
            throw new StorageException(SqliteTrouble.Damaged(path, "its contents are damaged"));
        if (connection.Ask("PRAGMA journal_mode=WAL") is not "wal")
            throw new StorageException($"{path} lies on a disk that cannot share memory between processes. Choose a path on a local disk.");
        // A write that changes nothing finds out now, not at the first message, whether the file may be written.
        connection.Run($"BEGIN IMMEDIATE; PRAGMA user_version={SchemaVersion}; COMMIT;");
    }
}
