using ChatConnector.Runtime.Ports;

namespace ChatConnector.Storage.Memory;

/// <summary>The rows of one partition, by key, with ranges found by bisection.</summary>
internal sealed class SortedList
{
    private readonly Dictionary<string, StoredRow> rows = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];

    public int Count => keys.Count;

    public StoredRow? Find(string key) => rows.GetValueOrDefault(key);

    public void Put(StoredRow row)
    {
        if (!rows.ContainsKey(row.Key))
            keys.Insert(FirstFrom(row.Key), row.Key);
        rows[row.Key] = row;
    }

    public void Remove(string key)
    {
        if (rows.Remove(key))
            keys.RemoveAt(FirstFrom(key));
    }

    public IReadOnlyList<StoredRow> Range(string from, string before, int most)
    {
        var found = new List<StoredRow>();
        for (var i = FirstFrom(from); i < keys.Count && found.Count < most && CodePoints.Order.Compare(keys[i], before) < 0; i++)
            found.Add(rows[keys[i]]);
        return found;
    }

    private int FirstFrom(string key)
    {
        var at = keys.BinarySearch(key, CodePoints.Order);
        return at < 0 ? ~at : at;
    }
}
