using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>Connections that only read. They neither wait for the writer nor hold it up.</summary>
internal sealed class SqliteReaders(Func<SqliteConnection> connect, string path) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<SqliteReader> idle = [];
    private volatile bool closed;

    public T Read<T>(Func<SqliteReader, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        SqliteReader? reader = null;
        try
        {
            reader = idle.TryTake(out var waiting) ? waiting : new SqliteReader(connect());
            var found = read(reader);
            if (idle.Count < MostIdle && !closed)
            {
                idle.Add(reader);
                reader = null;
            }

            return found;
        }
        catch (SqliteException trouble)
        {
            throw SqliteTrouble.Explain(path, trouble);
        }
        finally
        {
            reader?.Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }
}
