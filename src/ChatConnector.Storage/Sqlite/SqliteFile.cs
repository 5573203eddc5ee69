using ChatConnector.Runtime.Ports;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>
/// One database file, opened and looked over: WAL, every commit synced to disk, one writer, pooled readers.
/// A file that is damaged, foreign or read-only is refused with the path and the remedy; it is never replaced.
/// </summary>
public sealed class SqliteFile : IDisposable
{
    // About a second's worth. Beyond it, indexes are not compared with their tables, which takes several times as long.
    private const long LookedOverWhole = 100_000_000;

    // Pages of the log, a fifth of SQLite's own measure: whoever commits when the log is folded into the file waits for all of it.
    private const int FoldedAfter = 200;

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
            SqliteSchema.Make(connection);
        File.Move(beginning, path);
    }

    internal static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 10 };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            connection.Run($"PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint={FoldedAfter};");
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
        SqliteSchema.Recognize(connection, path);
        if (connection.Ask(new FileInfo(path).Length < LookedOverWhole ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)") is not "ok")
            throw new StorageException(SqliteTrouble.Damaged(path, "its contents are damaged"));
        if (connection.Ask("PRAGMA journal_mode=WAL") is not "wal")
            throw new StorageException($"{path} lies on a disk that cannot share memory between processes. Choose a path on a local disk.");
        SqliteSchema.BringUpToDate(connection);
    }
}
