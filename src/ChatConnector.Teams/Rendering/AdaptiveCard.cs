using System.Text.Json.Serialization;

namespace ChatConnector.Teams.Rendering;

/// <summary>An Adaptive Card, in version 1.5, the newest that Teams shows.</summary>
public sealed record AdaptiveCard(IReadOnlyList<Element> Body)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-3)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";

    /// <summary>What stands there where a card cannot be shown.</summary>
    public string? FallbackText { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    public CardExtras? Msteams { get; init; }

    public Refresh? Refresh { get; init; }
}

/// <summary>That some see another version: Teams asks for it when one of them looks at the card, or when anybody wants it anew.</summary>
/// <param name="UserIds">The chat accounts of those for whom Teams asks by itself, at most sixty; for nobody else.</param>
public sealed record Refresh(RefreshAction Action, IReadOnlyList<string> UserIds)
{
    public static Refresh For(AskId ask, string account) => new(new RefreshAction("Look", Looked.At(ask)), [account]);
}

public sealed record RefreshAction(string Verb, Looked Data)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Action.Execute";
}

/// <summary>What Teams adds to cards.</summary>
public sealed record CardExtras(IReadOnlyList<Mention> Entities);

/// <summary>Somebody mentioned in a text, which says exactly <paramref name="Text"/> where the name shall stand.</summary>
public sealed record Mention(string Text, Mentioned Mentioned)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "mention";
}

public sealed record Mentioned(string Id, string Name);

/// <summary>A piece of a card, from top to bottom.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
public abstract record Element
{
    public string? Spacing { get; init; }

    /// <summary>Text in which Markdown and mentions are read; only ever ours.</summary>
    public sealed record TextBlock(string Text) : Element
    {
        public bool Wrap { get; } = true;
        public string? Size { get; init; }
        public string? Weight { get; init; }
        public string? Color { get; init; }
        public bool? IsSubtle { get; init; }
        public string? Style { get; init; }
    }

    /// <summary>Text in which nothing is read: what stands there is shown.</summary>
    public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : Element;

    public sealed record Container(IReadOnlyList<Element> Items) : Element
    {
        public string? Style { get; init; }
    }

    public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : Element;

    public sealed record InputText(string Id, string Label) : Element
    {
        public bool? IsRequired { get; init; }
        public string? ErrorMessage { get; init; }
        public bool? IsMultiline { get; init; }
        public int? MaxLength { get; init; }
        public string? Placeholder { get; init; }
        public string? Value { get; init; }
    }

    public sealed record InputChoiceSet(string Id, string Label, IReadOnlyList<InputChoice> Choices) : Element
    {
        public bool? IsRequired { get; init; }
        public string? ErrorMessage { get; init; }
        public bool? IsMultiSelect { get; init; }
        public string? Style { get; init; }
        public string? Value { get; init; }
        public string? Placeholder { get; init; }
        public bool? Wrap { get; init; }

        /// <summary>Choices that Teams looks up itself, beside those given.</summary>
        [JsonPropertyName("choices.data")]
        public ChoicesQuery? ChoicesData { get; init; }
    }

    public sealed record InputDate(string Id, string Label) : Element
    {
        public bool? IsRequired { get; init; }
        public string? ErrorMessage { get; init; }
        public string? Value { get; init; }
    }
}

public sealed record TextRun(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TextRun";

    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? FontType { get; init; }
    public bool? IsSubtle { get; init; }
    public bool? Italic { get; init; }
}

public sealed record InputChoice(string Title, string Value);

public sealed record ChoicesQuery(string Dataset)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Data.Query";
}

/// <summary>Something to press.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrl), "Action.OpenUrl")]
public abstract record CardAction([property: JsonPropertyOrder(-1)] string Title)
{
    public string? Style { get; init; }

    /// <summary><c>secondary</c> hides it behind the three dots.</summary>
    public string? Mode { get; init; }

    public sealed record Execute(string Title, string Verb, Pressed Data) : CardAction(Title)
    {
        /// <summary>For clients too old to know of <c>Action.Execute</c>.</summary>
        public CardAction? Fallback { get; init; }
    }

    public sealed record Submit(string Title, Pressed Data) : CardAction(Title);

    public sealed record OpenUrl(string Title, string Url) : CardAction(Title);
}
