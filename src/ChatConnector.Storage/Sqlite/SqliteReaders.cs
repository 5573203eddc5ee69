using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>Connections that only read. They neither wait for the writer nor hold it up.</summary>
internal sealed class SqliteReaders(Func<SqliteConnection> connect, string path) : IDisposable
{
    private const int MostIdle = 8;

    // An object rather than a Lock: closing waits on it until nobody reads any more.
    private readonly object gate = new();
    private readonly Stack<SqliteReader> idle = [];
    private int busy;
    private bool closed;

    public T Read<T>(Func<SqliteReader, T> read)
    {
        SqliteReader? reader;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            busy++;
            idle.TryPop(out reader);
        }

        var isSound = false;
        try
        {
            reader ??= new SqliteReader(connect());
            var found = read(reader);
            isSound = true;
            return found;
        }
        catch (SqliteException trouble)
        {
            throw SqliteTrouble.Explain(path, trouble);
        }
        finally
        {
            Return(reader, isSound);
        }
    }

    /// <summary>Waits for whoever still reads, so that no connection keeps the file open afterwards.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            while (busy > 0)
                Monitor.Wait(gate);
        }

        foreach (var reader in idle)
            reader.Dispose();
        idle.Clear();
    }

    private void Return(SqliteReader? reader, bool isSound)
    {
        lock (gate)
        {
            if (isSound && idle.Count < MostIdle)
                idle.Push(reader!);
            else
                reader?.Dispose();
            busy--;
            Monitor.PulseAll(gate);
        }
    }
}
