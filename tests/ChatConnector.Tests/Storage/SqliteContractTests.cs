using ChatConnector.Runtime.Ports;
using ChatConnector.Storage.Sqlite;

namespace ChatConnector.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteStoreTests()
    {
        file = SqliteFile.Open(folder.Database);
        Store = new SqliteStore(file);
    }

    protected override IStore Store { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task One_refused_commit_does_not_fail_its_neighbours_in_the_same_transaction()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            Store.CommitAsync("organization|acme", [new RowChange.Insert(i % 2 == 0 ? $"own|{i}" : "same", "{}")], default)));
        Assert.Equal(101, made.Count(m => m));
        Assert.Equal(101, (await Store.ScanAsync("organization|acme", "", "~", 1000, default)).Count);
    }
}

public sealed class SqliteQueueTests : QueueContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteQueueTests()
    {
        file = SqliteFile.Open(folder.Database);
        Queue = new SqliteQueue(file, Time);
    }

    protected override IQueue Queue { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
