using System.Text;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Storage;

/// <summary>What every store demands of a commit before it looks at a single row.</summary>
internal static class RowChanges
{
    /// <summary>Refuses commits that no store could make: a key twice, or a key that is not Unicode.</summary>
    public static void Check(string partition, IReadOnlyList<RowChange> changes)
    {
        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        CheckText(partition);
        foreach (var change in changes)
        {
            CheckText(change.Key);
            if (!keys.Add(change.Key))
                throw new ArgumentException("A commit changes each key at most once.", nameof(changes));
        }
    }

    // Half a surrogate pair would be stored as a replacement character, and two keys would become one.
    private static void CheckText(string key)
    {
        for (var rest = key.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
                throw new ArgumentException("A key must be well-formed Unicode.", nameof(key));
            rest = rest[length..];
        }
    }
}
