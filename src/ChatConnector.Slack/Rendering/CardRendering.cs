namespace ChatConnector.Slack.Rendering;

/// <summary>Cards as Block Kit, inside every limit of Slack.</summary>
/// <param name="workspace">Where they are shown.</param>
public sealed class CardRendering(string workspace)
{
    /// <summary>Characters of a document that are shown in one message.</summary>
    private const int Page = 9000;

    public IReadOnlyList<Block> Message(Card card) => Blocks(card, Limits.BlocksInMessage);

    public View.Home Home(Card card) => new(Blocks(card, Limits.BlocksInView));

    /// <summary>The documents of a card, page by page; they are posted under it.</summary>
    public static IEnumerable<IReadOnlyList<Block>> Pages(Card card) =>
        card.Parts.OfType<Part.Document>()
            .SelectMany(d => Limits.Pieces(d.Content, Page))
            .Select(page => (IReadOnlyList<Block>)[.. Limits.Pieces(page, Limits.Text).Select(p => new Block.RichText([new RichPart.Preformatted([new Inline.Run(p)])]))]);

    /// <summary>The card in one line, for notifications and screen readers. Slack reads marks in it, so they lose their meaning.</summary>
    public static string Fallback(Card card) => Limits.Fit(card.Summary, Limits.Fallback)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private List<Block> Blocks(Card card, int most)
    {
        var labels = card.Buttons.Sum(b => Math.Min(b.Label.Length, Limits.ButtonLabel));
        var sentences = new RichSentences(workspace, Limits.Message - labels);
        var buttons = 0;
        var blocks = card.Parts.SelectMany(part => Of(part, sentences, ref buttons)).ToList();
        if (blocks.Count <= most)
            return blocks;
        // What can be pressed is kept; of what can only be read, the end is left out.
        var actions = blocks.Count(b => b is Block.Actions);
        var read = Math.Max(0, most - actions);
        return [.. blocks.Where(b => b is Block.Actions || read-- > 0).Take(most)];
    }

    private static IEnumerable<Block> Of(Part part, RichSentences sentences, ref int buttons)
    {
        switch (part)
        {
            case Part.Heading heading:
                return sentences.Plain(heading.Text, Limits.Header) is { } text ? [new Block.Header(text)] : [];
            case Part.Paragraph paragraph:
                return Rich(new RichPart.Section(sentences.Of(paragraph.Text)));
            case Part.Person person:
                return Rich(new RichPart.Section(sentences.Line(person)));
            case Part.Quote quote:
                return Rich(new RichPart.Quote(sentences.Words(quote.Words)));
            case Part.Note note:
                return sentences.Plain(note.Text.Plain, Limits.Text) is { } small ? [new Block.Context([small])] : [];
            case Part.Document document:
                return sentences.Plain(document.FileName, Limits.Text) is { } name ? [new Block.Context([name])] : [];
            case Part.Actions actions:
                var first = buttons;
                buttons += actions.Buttons.Count;
                return actions.Buttons.Select((b, i) => Button(b, first + i)).Chunk(Limits.ButtonsInBlock).Select(row => new Block.Actions(row));
            default:
                return [];
        }
    }

    private static IEnumerable<Block> Rich(RichPart part) => part.Elements.Count > 0 ? [new Block.RichText([part])] : [];

    private static Element.Button Button(Button button, int number) => new(
        $"press-{number}",
        new PlainText(Limits.Fit(button.Label, Limits.ButtonLabel)),
        Value(button.Act),
        button.Look switch { Look.Primary => "primary", Look.Danger => "danger", _ => null });

    /// <summary>An act that does not fit in a button cannot be cut, so pressing it says kindly that it doesn't work.</summary>
    private static string Value(Act act) => act.ToButtonValue() is { Length: <= Limits.ButtonValue } value ? value : act.Verb + "|||";
}
