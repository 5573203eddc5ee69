using ChatConnector.Runtime.Ports;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>A copy of a database, whole and as of one moment, made while others go on writing to it.</summary>
public static class SqliteBackup
{
    /// <summary>Writes the copy. It appears at its place when it is on disk and has been looked over, or not at all.</summary>
    /// <exception cref="StorageException">It could not be made; the message says why. Nothing is ever written over.</exception>
    public static void Make(SqliteFile file, string path)
    {
        path = Path.GetFullPath(path);
        if (Path.Exists(path))
            throw new StorageException($"There is something at {path} already, and backups are not written over anything. Choose another name.");
        var beginning = path + ".new";
        try
        {
            File.Delete(beginning);
            Copy(file, beginning);
            File.Move(beginning, path);
        }
        catch (SqliteException trouble)
        {
            throw SqliteTrouble.Explain(path, trouble);
        }
        catch (Exception trouble) when (trouble is UnauthorizedAccessException or (IOException and not StorageException))
        {
            throw new StorageException($"{path} cannot be written: {trouble.Message}", trouble);
        }
        finally
        {
            if (File.Exists(beginning))
                File.Delete(beginning);
        }
    }

    private static void Copy(SqliteFile file, string path)
    {
        using var from = SqliteFile.Connect(file.Path, SqliteOpenMode.ReadOnly);
        using var to = SqliteFile.Connect(path, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
        // One file alone, to be carried anywhere.
        to.Run("PRAGMA journal_mode=DELETE");
        if (to.Ask("PRAGMA quick_check(1)") is not "ok")
            throw new StorageException(SqliteTrouble.Damaged(file.Path, "its contents are damaged"));
    }
}
