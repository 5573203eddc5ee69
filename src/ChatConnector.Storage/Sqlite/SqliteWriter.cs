using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>
/// The one writer. Whatever was asked while the last transaction was being synced to disk goes into the next one together,
/// so a hundred callers share one sync. A wish looks before it writes, so one that is refused leaves nothing behind;
/// when a whole transaction fails, each wish is tried alone, so only the guilty one fails.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly Lock gate = new();
    private readonly AutoResetEvent asked = new(initialState: false);
    private readonly SqliteStatements statements;
    private readonly string path;
    private readonly Thread thread;
    private List<IWish> waiting = [];
    private bool closed;

    public SqliteWriter(SqliteConnection connection, string path)
    {
        this.path = path;
        statements = new SqliteStatements(connection);
        thread = new Thread(Work) { IsBackground = true, Name = "sqlite writer" };
        thread.Start();
    }

    /// <summary>Does the work in a transaction and returns its result once that is on disk.</summary>
    public Task<T> DoAsync<T>(Func<SqliteStatements, T> work)
    {
        var wish = new Wish<T>(work);
        bool isFirst;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            isFirst = waiting.Count == 0;
            waiting.Add(wish);
        }

        if (isFirst)
            asked.Set();
        return wish.Task;
    }

    public void Dispose()
    {
        lock (gate)
            closed = true;
        asked.Set();
        thread.Join();
        statements.Dispose();
        asked.Dispose();
    }

    private void Work()
    {
        for (List<IWish> together = []; Next(ref together); together.Clear())
        {
            if (Try(together) is { } trouble)
                Alone(together, trouble);
        }
    }

    /// <summary>Takes everything that waits, and leaves the emptied list for those who come.</summary>
    /// <returns>False when nothing more will come.</returns>
    private bool Next(ref List<IWish> together)
    {
        while (true)
        {
            lock (gate)
            {
                (waiting, together) = (together, waiting);
                if (together.Count > 0)
                    return true;
                if (closed)
                    return false;
            }

            asked.WaitOne();
        }
    }

    private void Alone(List<IWish> together, Exception trouble)
    {
        if (together.Count == 1)
            together[0].Fail(trouble);
        else
            foreach (var wish in together)
                if (Try([wish]) is { } own)
                    wish.Fail(own);
    }

    private Exception? Try(IReadOnlyList<IWish> together)
    {
        try
        {
            statements.Begin();
            foreach (var wish in together)
                wish.Do(statements);
            statements.Commit();
        }
        catch (SqliteException trouble)
        {
            statements.Rollback();
            return SqliteTrouble.Explain(path, trouble);
        }
#pragma warning disable CA1031 // The writer must outlive any wish; the failure goes to the one who wished.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            statements.Rollback();
            return trouble;
        }

        foreach (var wish in together)
            wish.Succeed();
        return null;
    }

    private interface IWish
    {
        void Do(SqliteStatements statements);

        void Succeed();

        void Fail(Exception trouble);
    }

    // The writer's thread must not run what its callers do next.
    private sealed class Wish<T>(Func<SqliteStatements, T> work) : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously), IWish
    {
        private T? result;

        public void Do(SqliteStatements statements) => result = work(statements);

        public void Succeed() => SetResult(result!);

        public void Fail(Exception trouble) => SetException(trouble);
    }
}
