using ChatConnector.Runtime.Ports;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>Says in a sentence what is wrong with a database file and what to do about it.</summary>
internal static class SqliteTrouble
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static StorageException Explain(string path, SqliteException trouble) => new(
        trouble.SqliteErrorCode switch
        {
            Full => $"The disk that holds {path} is full. Nothing was changed. Free some space; work resumes by itself.",
            ReadOnly => $"{path} cannot be written. Give this process the right to write the file and its folder.",
            Corrupt => Damaged(path, "its contents are damaged"),
            NotADatabase => Foreign(path),
            CannotOpen => $"{path} cannot be opened. Check that its folder exists and that this process may read and write it.",
            Busy or Locked => $"{path} has been in use by another process for too long. Stop the other process, or choose another file.",
            InputOutput => $"The disk that holds {path} does not answer as it should ({trouble.SqliteExtendedErrorCode}). Check the disk and its free space.",
            _ => $"{path} cannot be used (SQLite error {trouble.SqliteErrorCode}).",
        },
        trouble);

    public static string Damaged(string path, string how) =>
        $"{path} cannot be used: {how}. Nothing was changed. Put back a backup of the file (without its -wal and -shm files), "
        + "or move the file away to start empty.";

    public static string Foreign(string path) =>
        $"{path} is not a ChatConnector database. Choose another path, or move the file away to start empty.";
}
