namespace ChatConnector.Engine.Wording;

/// <summary>Something shown, in neutral form; each platform renders it its own way.</summary>
/// <param name="Kind">Which card this is, such as <c>receipt</c>; names its golden file and is never shown.</param>
public sealed record Card(string Kind, IReadOnlyList<Part> Parts)
{
    /// <summary>Who may see it in a version of their own, where a platform can show one; null where it is the same for everybody.</summary>
    public Own? Own { get; init; }

    /// <summary>The card in one line, for notifications and screen readers.</summary>
    public string Summary => Parts.OfType<Part.Paragraph>().Select(p => p.Text.Plain).FirstOrDefault(t => t.Length > 0)
        ?? Parts.OfType<Part.Heading>().Select(h => h.Text).FirstOrDefault() ?? "Connector";

    public IEnumerable<Button> Buttons => Parts.OfType<Part.Actions>().SelectMany(a => a.Buttons);

    public static Card Of(string kind, params IReadOnlyList<Part> parts) => new(kind, parts);
}

/// <summary>One reader's own version of a card that others see too; see <see cref="Conversation.Look"/>.</summary>
/// <param name="Ask">What the card is about.</param>
public sealed record Own(TeammateId Reader, AskId Ask);

/// <summary>A piece of a card, from top to bottom.</summary>
public abstract record Part
{
    private Part()
    {
    }

    public sealed record Heading(string Text) : Part;

    public sealed record Paragraph(Text Text) : Part;

    /// <summary>Somebody's own words, set apart.</summary>
    public sealed record Quote(string Words) : Part;

    /// <summary>A teammate and a line about them.</summary>
    public sealed record Person(TeammateId Id, string Name, Text Line) : Part;

    /// <summary>Small print: where this came from, what happens with it.</summary>
    public sealed record Note(Text Text) : Part;

    /// <summary>Buttons; at most six in one card, for Teams' sake.</summary>
    public sealed record Actions(IReadOnlyList<Button> Buttons) : Part;

    /// <summary>A text the reader may take away as a file.</summary>
    public sealed record Document(string FileName, string Content) : Part;

    public static implicit operator Part(Text text) => new Paragraph(text);
}

public enum Look
{
    Plain,

    /// <summary>At most one in a card, except that "I can help" and "I know someone" are equals.</summary>
    Primary,
    Danger,
}

/// <summary>Something to press.</summary>
public sealed record Button(string Label, Act Act, Look Look = Look.Plain)
{
    /// <summary>Whether pressing it opens a form, which a platform must do inside the request.</summary>
    public bool OpensForm => Forms.Opens(Act.Verb);
}
