using System.Diagnostics;
using ChatConnector.Runtime.Ports;
using ChatConnector.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ChatConnector.Tests.Storage;

public sealed class SqliteFileTests : IDisposable
{
    private const string Here = "organization|acme";
    private readonly TemporaryFolder folder = new();

    private string Database => folder.Database;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart()
    {
        QueueLease lease;
        using (var file = SqliteFile.Open(Database))
        {
            await Insert(file, "ask|1", "Kubernetes");
            lease = await new SqliteQueue(file, TimeProvider.System).EnqueueAsync("hello", TimeSpan.Zero, default);
        }

        using var again = SqliteFile.Open(Database);
        Assert.Equal("Kubernetes", (await Read(again, "ask|1"))!.Json);
        var received = Assert.Single(await new SqliteQueue(again, TimeProvider.System).ReceiveAsync(5, TimeSpan.FromMinutes(1), default));
        Assert.Equal((lease.Id, "hello", lease.EnqueuedAt), (received.Id, received.Words(), received.EnqueuedAt));
    }

    [Fact]
    public async Task Every_commit_is_synced_and_the_log_is_written_ahead()
    {
        using var file = SqliteFile.Open(Database);
        await Insert(file, "a", "1");
        var settings = await file.Writer.DoAsync(s => (s.Ask("PRAGMA journal_mode"), s.Ask("PRAGMA synchronous")));
        Assert.Equal(("wal", 2L), settings);
    }

    [Fact]
    public async Task The_log_is_folded_into_the_file_before_anybody_would_wait_long_for_it()
    {
        using var file = SqliteFile.Open(Database);
        for (var i = 0; i < 300; i++)
            await Insert(file, $"row|{i:D3}", new string('x', 500));
        Assert.InRange(new FileInfo(Database + "-wal").Length, 1, 250 * 4120);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_copy_taken_at_any_moment_with_its_log_cut_anywhere_holds_every_commit_that_was_whole_in_it(double cut)
    {
        using var file = SqliteFile.Open(Database);
        for (var i = 0; i < 50; i++)
            await Insert(file, $"row|{i:D2}", new string('x', 500));
        var log = await File.ReadAllBytesAsync(Database + "-wal");
        var copy = Database + ".copy";
        File.Copy(Database, copy);
        await File.WriteAllBytesAsync(copy + "-wal", log[..(int)(log.Length * cut)]);

        using var opened = SqliteFile.Open(copy);
        var rows = await new SqliteStore(opened).ScanAsync(Here, "row|", "row}", 100, default);
        Assert.Equal(Enumerable.Range(0, rows.Count).Select(i => $"row|{i:D2}"), rows.Select(r => r.Key));
        Assert.InRange(rows.Count, (int)(cut * 40), 50);
    }

    [Fact]
    public void A_file_that_is_something_else_is_refused_and_left_alone()
    {
        File.WriteAllText(Database, "My holiday notes. " + new string('.', 5_000));
        var trouble = Assert.Throws<StorageException>(() => SqliteFile.Open(Database));
        Assert.Contains(Database, trouble.Message, StringComparison.Ordinal);
        Assert.Contains("not a ChatConnector database", trouble.Message, StringComparison.Ordinal);
        Assert.StartsWith("My holiday notes.", File.ReadAllText(Database), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        Run(Database, "CREATE TABLE holidays (place TEXT); INSERT INTO holidays VALUES ('Rome');");
        Assert.Contains("not a ChatConnector database", Assert.Throws<StorageException>(() => SqliteFile.Open(Database)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused()
    {
        SqliteFile.Open(Database).Dispose();
        Run(Database, "PRAGMA user_version=99");
        Assert.Contains("another version", Assert.Throws<StorageException>(() => SqliteFile.Open(Database)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_the_first_version_is_brought_up_to_date_with_all_that_is_in_it()
    {
        Run(Database,
            """
            PRAGMA journal_mode=WAL;
            CREATE TABLE rows (partition TEXT NOT NULL, key TEXT NOT NULL, etag INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (partition, key));
            CREATE TABLE queue (id INTEGER PRIMARY KEY AUTOINCREMENT, receipt INTEGER NOT NULL, body TEXT NOT NULL,
                visible_at INTEGER NOT NULL, deliveries INTEGER NOT NULL, enqueued_at INTEGER NOT NULL);
            CREATE INDEX queue_by_visibility ON queue (visible_at, enqueued_at);
            INSERT INTO rows VALUES ('acme', 'row|1', 7, '{}');
            INSERT INTO queue (receipt, body, visible_at, deliveries, enqueued_at) VALUES (1, 'first', 1, 3, 1), (2, 'second', 2, 0, 2);
            PRAGMA application_id=1130906479;
            PRAGMA user_version=1;
            """);
        for (var time = 0; time < 2; time++)
        {
            using var file = SqliteFile.Open(Database);
            Assert.Equal(["row|1"], (await new SqliteStore(file).ReadAsync("acme", ["row|1"], default)).Select(row => row.Key));
            var queue = new SqliteQueue(file, TimeProvider.System);
            await queue.EnqueueAsync("third", TimeSpan.FromDays(1), default);
            Assert.Equal((3 + time, DateTimeOffset.FromUnixTimeMilliseconds(1)), (await queue.BacklogAsync(default)) is var left ? (left.Messages, left.Oldest) : default);
        }

        using var again = SqliteFile.Open(Database);
        Assert.Equal([("first", 4), ("second", 1)], (await new SqliteQueue(again, TimeProvider.System).ReceiveAsync(9, TimeSpan.FromMinutes(1), default)).Select(lease => (lease.Words(), lease.Deliveries)));
    }

    [Fact]
    public void An_empty_file_is_refused_rather_than_taken_for_a_fresh_start()
    {
        File.WriteAllBytes(Database, []);
        Assert.Contains("it is empty", Assert.Throws<StorageException>(() => SqliteFile.Open(Database)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leftover_of_a_start_that_was_cut_short_does_no_harm()
    {
        File.WriteAllText(Database + ".new", "half a database");
        SqliteFile.Open(Database).Dispose();
        Assert.False(File.Exists(Database + ".new"));
    }

    [Fact]
    public void A_path_that_cannot_be_a_file_is_refused_with_its_name()
    {
        Directory.CreateDirectory(Database);
        Assert.Contains(Database, Assert.Throws<StorageException>(() => SqliteFile.Open(Database)).Message, StringComparison.Ordinal);
        Assert.Contains("/proc/none", Assert.Throws<StorageException>(() => SqliteFile.Open("/proc/none/chat.db")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_file_is_opened_whole_or_refused_but_never_taken_for_empty()
    {
        using (var file = SqliteFile.Open(Database))
        {
            for (var i = 0; i < 200; i++)
                await Insert(file, $"row|{i:D3}", new string('x', 300));
        }

        var whole = await File.ReadAllBytesAsync(Database);
        for (var length = 0; length < whole.Length; length += 4096)
        {
            await File.WriteAllBytesAsync(Database, whole[..length]);
            var trouble = Assert.Throws<StorageException>(() => SqliteFile.Open(Database));
            Assert.Contains(Database, trouble.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_damaged_file_is_refused_or_gives_back_what_was_written()
    {
        using (var file = SqliteFile.Open(Database))
        {
            for (var i = 0; i < 200; i++)
                await Insert(file, $"row|{i:D3}", new string('x', 300));
        }

        var whole = await File.ReadAllBytesAsync(Database);
        var random = new Random(11);
        var refused = 0;
        for (var damage = 0; damage < 150; damage++)
        {
            var damaged = (byte[])whole.Clone();
            for (var flips = 0; flips < 20; flips++)
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Database, damaged);
            refused += await IsRefusedAsync() ? 1 : 0;
        }

        Assert.InRange(refused, 20, 150);
    }

    [SkippableByRights]
    public async Task A_full_disk_fails_the_call_changes_nothing_and_is_no_trouble_once_there_is_space()
    {
        var disk = Path.GetDirectoryName(Database)!;
        Mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", disk);
        try
        {
            using var file = SqliteFile.Open(Database);
            await Insert(file, "before", "1");
            var ballast = Path.Combine(disk, "ballast");
            FillUp(ballast);

            var trouble = await Assert.ThrowsAsync<StorageException>(async () =>
            {
                for (var i = 0; i < 100; i++)
                    await Insert(file, $"big|{i:D3}", new string('x', 50_000));
            });
            Assert.Contains("full", trouble.Message, StringComparison.Ordinal);
            Assert.Contains(Database, trouble.Message, StringComparison.Ordinal);
            var kept = await new SqliteStore(file).ScanAsync(Here, "big|", "big}", 1000, default);
            Assert.All(kept, row => Assert.Equal(50_000, row.Json.Length));
            await Assert.ThrowsAsync<StorageException>(() => new SqliteQueue(file, TimeProvider.System).EnqueueAsync(new string('x', 500_000), TimeSpan.Zero, default));

            File.Delete(ballast);
            await Insert(file, "after", "2");
            Assert.Equal("1", (await Read(file, "before"))!.Json);
            Assert.Equal("2", (await Read(file, "after"))!.Json);
            Assert.Equal(0, (await new SqliteQueue(file, TimeProvider.System).BacklogAsync(default)).Messages);
            Assert.Equal("ok", await file.Writer.DoAsync(s => s.Ask("PRAGMA integrity_check")));
        }
        finally
        {
            Process.Start("umount", ["-l", disk]).WaitForExit();
        }
    }

    [SkippableByRights]
    public void A_file_that_may_not_be_written_is_refused_at_the_start()
    {
        var disk = Path.GetDirectoryName(Database)!;
        Mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", disk);
        try
        {
            SqliteFile.Open(Database).Dispose();
            Mount("-o", "remount,ro", disk);
            var trouble = Assert.Throws<StorageException>(() => SqliteFile.Open(Database));
            Assert.Contains(Database, trouble.Message, StringComparison.Ordinal);
        }
        finally
        {
            Process.Start("umount", ["-l", disk]).WaitForExit();
        }
    }

    private async Task<bool> IsRefusedAsync()
    {
        try
        {
            using var file = SqliteFile.Open(Database);
            foreach (var row in await new SqliteStore(file).ScanAsync(Here, "", "~", 1_000, default))
                Assert.Equal(7, row.Key.Length);
            return false;
        }
        catch (StorageException trouble)
        {
            Assert.Contains(Database, trouble.Message, StringComparison.Ordinal);
            return true;
        }
    }

    private static void FillUp(string path)
    {
        using var file = File.Create(path);
        try
        {
            for (var block = new byte[4096]; ;)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full, as intended.
        }
    }

    private static void Mount(params string[] arguments)
    {
        using var mount = Process.Start("mount", arguments);
        mount.WaitForExit();
        Assert.Equal(0, mount.ExitCode);
    }

    private static void Run(string path, string statements)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    private static async Task Insert(SqliteFile file, string key, string json) =>
        Assert.True(await new SqliteStore(file).CommitAsync(Here, [new RowChange.Insert(key, json)], default));

    private static async Task<StoredRow?> Read(SqliteFile file, string key) =>
        (await new SqliteStore(file).ReadAsync(Here, [key], default)).SingleOrDefault();
}

/// <summary>A test that needs a disk of its own, and so the right to mount one; skipped aloud where that is not given.</summary>
public sealed class SkippableByRightsAttribute : FactAttribute
{
    public SkippableByRightsAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/bin/mount"))
            Skip = "Needs Linux and the right to mount a small disk.";
    }
}
