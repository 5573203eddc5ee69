using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests.Storage;

/// <summary>What every store promises.</summary>
public abstract class StoreContract
{
    private const string Here = "organization|acme";

    protected abstract IStore Store { get; }

    [Fact]
    public async Task A_row_reads_back_as_it_was_written()
    {
        await Insert("ask|1", """{"need":"Kubernetes"}""");
        Assert.Equal("""{"need":"Kubernetes"}""", (await Read("ask|1"))!.Json);
    }

    [Fact]
    public async Task A_missing_row_and_a_missing_partition_are_just_not_there()
    {
        await Insert("ask|1", "{}");
        Assert.Null(await Read("ask|2"));
        Assert.Empty(await Store.ReadAsync("nowhere", ["ask|1"], default));
        Assert.Empty(await Store.ScanAsync("nowhere", "", "z", 10, default));
    }

    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        await Insert("ask|1", "1");
        Assert.True(await Store.CommitAsync("organization|other", [new RowChange.Insert("ask|1", "2")], default));
        Assert.Equal("1", (await Read("ask|1"))!.Json);
        Assert.Equal(["organization|acme", "organization|other"], await Store.PartitionsAsync(default));
    }

    [Fact]
    public async Task Many_rows_are_read_in_one_go_each_once()
    {
        await Insert("a", "1");
        await Insert("b", "2");
        var rows = await Store.ReadAsync(Here, ["a", "b", "missing", "a"], default);
        Assert.Equal(["a", "b"], rows.Select(r => r.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_lost_update_is_refused()
    {
        await Insert("ask|1", "first");
        var seen = (await Read("ask|1"))!;
        Assert.True(await Commit(new RowChange.Replace("ask|1", "second", seen.ETag)));
        Assert.False(await Commit(new RowChange.Replace("ask|1", "lost", seen.ETag)));
        Assert.Equal("second", (await Read("ask|1"))!.Json);
    }

    [Fact]
    public async Task An_insert_over_a_row_is_refused()
    {
        await Insert("heard|1", "first");
        Assert.False(await Commit(new RowChange.Insert("heard|1", "again")));
        Assert.Equal("first", (await Read("heard|1"))!.Json);
    }

    [Fact]
    public async Task A_row_that_is_gone_cannot_be_replaced_nor_comes_back_under_its_old_etag()
    {
        await Insert("ask|1", "first");
        var seen = (await Read("ask|1"))!;
        Assert.True(await Commit(new RowChange.Delete("ask|1", seen.ETag)));
        Assert.False(await Commit(new RowChange.Replace("ask|1", "ghost", seen.ETag)));
        await Insert("ask|1", "anew");
        Assert.False(await Commit(new RowChange.Replace("ask|1", "ghost", seen.ETag)));
        Assert.False(await Commit(new RowChange.Delete("ask|1", seen.ETag)));
        Assert.Equal("anew", (await Read("ask|1"))!.Json);
    }

    [Fact]
    public async Task Deleting_without_an_etag_is_fine_whether_or_not_the_row_is_there()
    {
        await Insert("a", "1");
        Assert.True(await Commit(new RowChange.Delete("a"), new RowChange.Delete("never")));
        Assert.Null(await Read("a"));
    }

    [Fact]
    public async Task An_expectation_changes_nothing_and_stops_the_commit_when_it_does_not_hold()
    {
        await Insert("settings", "1");
        var seen = (await Read("settings"))!;
        Assert.True(await Commit(new RowChange.Expect("settings", seen.ETag), new RowChange.Expect("b", null), new RowChange.Insert("a", "1")));
        Assert.Equal(seen, await Read("settings"));
        Assert.False(await Commit(new RowChange.Expect("settings", null), new RowChange.Insert("b", "1")));
        Assert.False(await Commit(new RowChange.Expect("a", seen.ETag), new RowChange.Insert("b", "1")));
        Assert.Null(await Read("b"));
    }

    [Fact]
    public async Task A_commit_is_made_whole_or_not_at_all()
    {
        await Insert("a", "1");
        await Insert("z", "1");
        var (a, z) = ((await Read("a"))!, (await Read("z"))!);
        RowChange[] wrong = [new RowChange.Insert("a", "x"), new RowChange.Replace("a2", "x", "1"), new RowChange.Replace("z", "x", "no-etag"), new RowChange.Delete("z", "1x"), new RowChange.Expect("z", null)];
        foreach (var refused in wrong)
        {
            List<RowChange> changes = [new RowChange.Insert("new", "x"), refused];
            if (refused.Key != "a")
                changes.Insert(0, new RowChange.Replace("a", "x", a.ETag));
            Assert.False(await Store.CommitAsync(Here, changes, default));
            Assert.False(await Store.CommitAsync(Here, [.. changes.AsEnumerable().Reverse()], default));
        }

        Assert.Equal([a, z], await Store.ScanAsync(Here, "", "~", 10, default));
    }

    [Fact]
    public async Task Ranges_go_by_key_in_code_point_order_from_inclusive_before_exclusive()
    {
        string[] keys = ["ask|", "ask|1", "ask|10", "ask|2", "ask|Z", "ask|a", "ask|é", "ask|\uFF5E", "ask|🙂", "ask}", "asl"];
        foreach (var key in keys.Reverse())
            await Insert(key, key);
        Assert.Equal(keys[..^2], (await Store.ScanAsync(Here, "ask|", "ask}", 100, default)).Select(r => r.Key));
        Assert.Equal(keys[..3], (await Store.ScanAsync(Here, "ask|", "ask}", 3, default)).Select(r => r.Key));
        Assert.Equal(["ask|1", "ask|10"], (await Store.ScanAsync(Here, "ask|1", "ask|2", 100, default)).Select(r => r.Key));
        Assert.Empty(await Store.ScanAsync(Here, "ask}", "ask|", 100, default));
    }

    [Theory]
    [InlineData("card|a/b\\c#d?e%f")]
    [InlineData("quote'\"; DROP TABLE rows;--")]
    [InlineData("new\nline\tand\0nothing")]
    [InlineData("שלום עולם")]
    [InlineData("🧑‍🚀👩🏽‍🔬")]
    [InlineData("e\u0301 is not \u00e9")]
    [InlineData(" leading and trailing ")]
    public async Task Keys_and_contents_of_any_character_come_back_unchanged(string odd)
    {
        await Insert("x" + odd, odd);
        Assert.True(await Store.CommitAsync("p" + odd, [new RowChange.Insert(odd, odd)], default));
        Assert.Equal(odd, (await Read("x" + odd))!.Json);
        Assert.Equal(odd, Assert.Single(await Store.ReadAsync("p" + odd, [odd], default)).Key);
        Assert.Contains("p" + odd, await Store.PartitionsAsync(default));
    }

    [Fact]
    public async Task Keys_that_differ_only_in_case_or_in_how_an_accent_is_written_are_different_keys()
    {
        foreach (var key in (string[])["bo", "Bo", "\u00e9", "e\u0301"])
            await Insert(key, key);
        Assert.Equal("bo", (await Read("bo"))!.Json);
        Assert.Equal("\u00e9", (await Read("\u00e9"))!.Json);
    }

    [Fact]
    public async Task A_key_that_is_not_Unicode_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Insert("half\ud83d", "{}")));

    [Fact]
    public async Task A_commit_that_changes_a_key_twice_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Insert("a", "1"), new RowChange.Delete("a")));

    [Fact]
    public async Task Big_rows_and_many_rows_fit()
    {
        var big = new string('x', 1_000_000);
        await Insert("big", big);
        Assert.True(await Store.CommitAsync(Here, [.. Enumerable.Range(0, 2_000).Select(i => new RowChange.Insert($"row|{i:D4}", "{}"))], default));
        Assert.Equal(big, (await Read("big"))!.Json);
        Assert.Equal(2_000, (await Store.ScanAsync(Here, "row|", "row}", 5_000, default)).Count);
    }

    [Fact]
    public async Task Of_many_who_insert_the_same_row_at_once_one_succeeds()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Commit(new RowChange.Insert("heard|1", $"{i}")))));
        Assert.Single(made, true);
    }

    [Fact]
    public async Task No_increment_is_lost_however_many_count_at_once()
    {
        await Insert("count", "0");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var counted = 0; counted < 25;)
            {
                var seen = (await Read("count"))!;
                if (await Commit(new RowChange.Replace("count", $"{int.Parse(seen.Json) + 1}", seen.ETag)))
                    counted++;
            }
        })));
        Assert.Equal("200", (await Read("count"))!.Json);
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_commit()
    {
        await Insert("left", "0");
        await Insert("right", "0");
        var writing = Task.Run(async () =>
        {
            for (var i = 1; i <= 300; i++)
            {
                var rows = (await Store.ReadAsync(Here, ["left", "right"], default)).ToDictionary(r => r.Key);
                await Commit(new RowChange.Replace("left", $"{i}", rows["left"].ETag), new RowChange.Replace("right", $"{i}", rows["right"].ETag));
            }
        });
        while (!writing.IsCompleted)
        {
            var rows = await Store.ReadAsync(Here, ["left", "right"], default);
            Assert.Equal(rows[0].Json, rows[1].Json);
        }

        await writing;
    }

    private async Task Insert(string key, string json) => Assert.True(await Commit(new RowChange.Insert(key, json)));

    private Task<bool> Commit(params RowChange[] changes) => Store.CommitAsync(Here, changes, default);

    private async Task<StoredRow?> Read(string key) => (await Store.ReadAsync(Here, [key], default)).SingleOrDefault();
}
