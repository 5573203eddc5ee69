namespace ChatConnector.Engine;

/// <summary>
/// What is known when a decision is made. Rows are answered from those read so far; a row that was asked for and not yet
/// read is noted in <see cref="Lacking"/>. A decision over a lacking situation is thrown away, the rows are read, and the
/// engine, being pure, simply decides again.
/// </summary>
public sealed class Situation(IReadOnlyDictionary<string, Row?> read, Colleagues colleagues)
{
    private readonly HashSet<string> lacking = [];
    private readonly HashSet<string> lackingSenses = [];

    /// <summary>Everybody's evidence, for ranking. Kept in memory, fed from the rows.</summary>
    public Colleagues Colleagues { get; } = colleagues;

    /// <summary>Keys that were asked for and have not been read.</summary>
    public IReadOnlySet<string> Lacking => lacking;

    /// <summary>The senses of texts asked for so far, null for those that are not to be had; null altogether where there is no model to ask.</summary>
    public IReadOnlyDictionary<string, Sense?>? Senses { get; init; }

    /// <summary>Texts whose sense was asked for and is not known yet.</summary>
    public IReadOnlySet<string> LackingSenses => lackingSenses;

    /// <summary>What a text means; null when nobody can tell, or not yet. Then the decision is made without it.</summary>
    public Sense? SenseOf(string text)
    {
        if (Senses is null || string.IsNullOrWhiteSpace(text))
            return null;
        if (!Senses.TryGetValue(text, out var sense))
            lackingSenses.Add(text);
        return sense;
    }

    /// <summary>The row under this key, or null when there is none or it has not been read yet.</summary>
    public T? Read<T>(string key)
        where T : Row
    {
        if (read.TryGetValue(key, out var row))
            return row as T;
        lacking.Add(key);
        return null;
    }
}
