namespace ChatConnector.Engine;

/// <summary>One thing a person does: said in words, pressed on a card, or submitted with a form.</summary>
/// <param name="Verb">What they do.</param>
/// <param name="Ask">The ask it is about. Untrusted: whoever holds a button may send any id.</param>
/// <param name="About">The person it is about, where the verb needs one. Untrusted.</param>
/// <param name="Detail">One short choice that goes with the verb, such as a number of days. Untrusted.</param>
public sealed record Act(Verb Verb, AskId? Ask = null, TeammateId? About = null, string? Detail = null)
{
    /// <summary>What was filled in, by field name; empty for a plain button. Several people are ids joined by commas.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A field's trimmed text, or empty.</summary>
    public string Field(string name) => Fields.TryGetValue(name, out var text) ? text.Trim() : "";

    public IReadOnlyList<TeammateId> People(string name) =>
        [.. Field(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => new TeammateId(id))];

    public Act With(string field, string? value) => value is null ? this : this with { Fields = Fields.SetItem(field, value) };

    /// <summary>One line for a button's value: <c>verb|ask|about|detail</c>. Parts never contain a bar.</summary>
    public string ToButtonValue() => $"{Verb}|{Ask}|{About}|{Detail}";

    /// <summary>Reads what <see cref="ToButtonValue"/> wrote; null for anything else, however wrong.</summary>
    public static Act? FromButtonValue(string? value)
    {
        var parts = value?.Split('|');
        if (parts is not { Length: 4 } || !char.IsAsciiLetterUpper(parts[0].FirstOrDefault()) || !Enum.TryParse<Verb>(parts[0], out var verb))
            return null;
        return new Act(verb,
            parts[1].Length > 0 ? new AskId(parts[1]) : null,
            parts[2].Length > 0 ? new TeammateId(parts[2]) : null,
            parts[3].Length > 0 ? parts[3] : null);
    }
}
