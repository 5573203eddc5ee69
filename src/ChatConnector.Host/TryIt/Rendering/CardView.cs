namespace ChatConnector.Host.TryIt.Rendering;

/// <summary>A card as the page receives it: plain values that a script turns into elements, never markup.</summary>
/// <param name="Ask">On a card that names people for an ask: the ask, whose finding the page can explain.</param>
public sealed record CardView(string Kind, string Summary, IReadOnlyList<PartView> Parts, string? Ask = null);

/// <summary>A piece of a card; which members are set follows from <paramref name="Type"/>, the neutral part's name in lower case.</summary>
public sealed record PartView(string Type)
{
    public string? Text { get; init; }
    public IReadOnlyList<SpanView>? Spans { get; init; }
    public string? Person { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<ButtonView>? Buttons { get; init; }
    public string? FileName { get; init; }
    public string? Content { get; init; }
}

/// <summary>A run of text: <c>ours</c>, <c>strong</c>, <c>theirs</c>, <c>person</c> or <c>channel</c>.</summary>
/// <param name="Id">The person's or channel's id, where there is one.</param>
public sealed record SpanView(string Type, string Text, string? Id = null);

/// <param name="Act">What to send when it is pressed.</param>
/// <param name="Look"><c>plain</c>, <c>primary</c> or <c>danger</c>.</param>
public sealed record ButtonView(string Label, string Act, string Look, bool OpensForm);

/// <summary>A form as the page receives it.</summary>
/// <param name="Act">What to send with the fields when it is submitted.</param>
/// <param name="Keeps">Fields the form carries along without showing them.</param>
public sealed record FormView(
    string Kind, string Title, string SubmitLabel, string Act, IReadOnlyDictionary<string, string> Keeps, IReadOnlyList<FieldView> Fields);

/// <summary>Something to fill in, or a note; which members are set follows from <paramref name="Type"/>.</summary>
public sealed record FieldView(string Type)
{
    public string? Name { get; init; }
    public string? Label { get; init; }
    public string? Hint { get; init; }
    public string? Initial { get; init; }
    public bool Required { get; init; }
    public bool Tall { get; init; }
    public int? Most { get; init; }
    public IReadOnlyList<OptionView>? Options { get; init; }
    public IReadOnlyList<SpanView>? Spans { get; init; }
}

public sealed record OptionView(string Value, string Label);
