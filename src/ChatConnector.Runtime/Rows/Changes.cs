using ChatConnector.Runtime.Ports;

namespace ChatConnector.Runtime.Rows;

/// <summary>What one commit shall change. A key named twice is changed as it was named last.</summary>
public sealed class Changes
{
    private readonly Dictionary<string, RowChange> changes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, WrittenRow> written = new(StringComparer.Ordinal);

    public IReadOnlyList<RowChange> List => [.. changes.Values];

    /// <summary>The rows among them that will stand there.</summary>
    public IReadOnlyCollection<WrittenRow> Written => written.Values;

    /// <summary>Write a row: over the one that was read, or where none was.</summary>
    public Changes Put(Row row, Entry? over)
    {
        var revision = over is null ? 1 : over.Revision + 1;
        var json = RowJson.Write(row, revision);
        written[row.Key] = new WrittenRow(row, revision, json);
        changes[row.Key] = over is null ? new RowChange.Insert(row.Key, json) : new RowChange.Replace(row.Key, json, over.ETag);
        return this;
    }

    /// <summary>Take away the row that was read.</summary>
    public Changes Remove(Entry read)
    {
        written.Remove(read.Row.Key);
        changes[read.Row.Key] = new RowChange.Delete(read.Row.Key, read.ETag);
        return this;
    }

    /// <summary>Take away a row, if it is there.</summary>
    public Changes Remove(string key)
    {
        changes.TryAdd(key, new RowChange.Delete(key));
        return this;
    }

    /// <summary>Make the commit depend on what was read, unless the row is changed anyway.</summary>
    public Changes Expect(string key, Entry? read)
    {
        changes.TryAdd(key, new RowChange.Expect(key, read?.ETag));
        return this;
    }
}

/// <summary>A row and how it was written down.</summary>
public sealed record WrittenRow(Row Row, int Revision, string Json);
