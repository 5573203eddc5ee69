using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>
/// The one writer. Whatever was asked while the last transaction was being synced to disk goes into the next one together,
/// so a hundred callers share one sync. A wish looks before it writes, so one that is refused leaves nothing behind;
/// when a whole transaction fails, each wish is tried alone, so only the guilty one fails.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostTogether = 256;

    private readonly BlockingCollection<Wish> wishes = [];
    private readonly SqliteStatements statements;
    private readonly string path;
    private readonly Thread thread;

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
        try
        {
            wishes.Add(wish);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteWriter));
        }

        return wish.Done;
    }

    public void Dispose()
    {
        wishes.CompleteAdding();
        thread.Join();
        statements.Dispose();
        wishes.Dispose();
    }

    private void Work()
    {
        var together = new List<Wish>(MostTogether);
        foreach (var first in wishes.GetConsumingEnumerable())
        {
            together.Clear();
            together.Add(first);
            while (together.Count < MostTogether && wishes.TryTake(out var next))
                together.Add(next);
            if (Try(together) is { } trouble)
                Alone(together, trouble);
        }
    }

    private void Alone(List<Wish> together, Exception trouble)
    {
        if (together.Count == 1)
            together[0].Fail(trouble);
        else
            foreach (var wish in together)
                if (Try([wish]) is { } own)
                    wish.Fail(own);
    }

    private Exception? Try(IReadOnlyList<Wish> together)
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

    private abstract class Wish
    {
        public abstract void Do(SqliteStatements statements);

        public abstract void Succeed();

        public abstract void Fail(Exception trouble);
    }

    private sealed class Wish<T>(Func<SqliteStatements, T> work) : Wish
    {
        // The writer's thread must not run what its callers do next.
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Done => done.Task;

        public override void Do(SqliteStatements statements) => result = work(statements);

        public override void Succeed() => done.SetResult(result!);

        public override void Fail(Exception trouble) => done.SetException(trouble);
    }
}
