using ChatConnector.Runtime.Ports;
using ChatConnector.Storage.Sqlite;

namespace ChatConnector.Tests.Storage;

public sealed class SqliteBackupTests : IDisposable
{
    private const string Here = "organization|acme";
    private readonly TemporaryFolder folder = new();

    private string Database => folder.Database;

    private string Copy => folder.Database + ".copy";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copy_made_while_others_write_holds_everything_up_to_one_moment()
    {
        using var file = SqliteFile.Open(Database);
        var store = new SqliteStore(file);
        using var enough = new CancellationTokenSource();
        var before = 0;
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                // Two rows of one commit: both of them are in the copy, or neither.
                Assert.True(await store.CommitAsync(Here, [new RowChange.Insert($"left|{i:D5}", "{}"), new RowChange.Insert($"right|{i:D5}", "{}")], default));
                Volatile.Write(ref before, i + 1);
            }
        });
        await Eventually.Is(() => Volatile.Read(ref before) > 100);
        var written = Volatile.Read(ref before);
        SqliteBackup.Make(file, Copy);
        await enough.CancelAsync();
        await writing;

        using var copy = SqliteFile.Open(Copy);
        var rows = (await new SqliteStore(copy).ScanAsync(Here, "left|", "right}", 100_000, default)).Select(r => r.Key).ToList();
        var left = rows.Where(k => k.StartsWith("left|", StringComparison.Ordinal)).ToList();
        Assert.InRange(left.Count, written, before);
        Assert.Equal(Enumerable.Range(0, left.Count).Select(i => $"left|{i:D5}"), left);
        Assert.Equal(left.Select(k => k.Replace("left", "right", StringComparison.Ordinal)), rows.Skip(left.Count));
    }

    [Fact]
    public void A_copy_is_one_file_alone()
    {
        using var file = SqliteFile.Open(Database);
        SqliteBackup.Make(file, Copy);
        Assert.Equal([Copy], Directory.GetFiles(Path.GetDirectoryName(Copy)!, Path.GetFileName(Copy) + "*"));
    }

    [Fact]
    public async Task Nothing_is_written_over_least_of_all_the_database_itself()
    {
        using var file = SqliteFile.Open(Database);
        await File.WriteAllTextAsync(Copy, "the backup of yesterday");
        foreach (var path in (string[])[Copy, Database, Path.GetDirectoryName(Database)!])
        {
            var trouble = Assert.Throws<StorageException>(() => SqliteBackup.Make(file, path));
            Assert.Contains("Choose another name", trouble.Message, StringComparison.Ordinal);
        }

        Assert.Equal("the backup of yesterday", await File.ReadAllTextAsync(Copy));
    }

    [Fact]
    public void Where_it_cannot_be_written_the_place_is_named_and_nothing_is_left_behind()
    {
        using var file = SqliteFile.Open(Database);
        var nowhere = Path.Combine(Path.GetDirectoryName(Database)!, "missing", "copy.db");
        Assert.Contains(nowhere, Assert.Throws<StorageException>(() => SqliteBackup.Make(file, nowhere)).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(nowhere)));
    }
}
