namespace ChatConnector.Engine.Wording;

/// <summary>Something to fill in. Submitting it sends <paramref name="Submits"/> with the fields.</summary>
public sealed record Form(string Kind, string Title, string SubmitLabel, Act Submits, IReadOnlyList<Field> Fields);

/// <summary>One thing to fill in, or a line to read.</summary>
public abstract record Field
{
    private Field()
    {
    }

    public sealed record Note(Text Text) : Field;

    /// <param name="Most">Longest text, in characters.</param>
    public sealed record Words(string Name, string Label, bool Required = false, int Most = 300, bool Tall = false, string Initial = "", string Hint = "") : Field;

    public sealed record Choice(string Name, string Label, IReadOnlyList<Option> Options, string Initial) : Field;

    /// <summary>Any number of the options, joined by commas.</summary>
    public sealed record Choices(string Name, string Label, IReadOnlyList<Option> Options, string Initial = "") : Field;

    /// <summary>Teammates from the directory; ids joined by commas.</summary>
    public sealed record People(string Name, string Label, int Most = 1, bool Required = false, string Initial = "") : Field;

    /// <summary>A channel from the platform's own list; its id, and its name in the field of the same name with <c>Name</c> behind it.</summary>
    public sealed record Channel(string Name, string Label, bool Required = false) : Field;

    /// <summary>A day, as <c>2026-11-22</c>.</summary>
    public sealed record Day(string Name, string Label, bool Required = false, string Initial = "") : Field;
}

public sealed record Option(string Value, string Label);
