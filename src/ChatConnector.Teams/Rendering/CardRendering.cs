using System.Text.Json;
using ChatConnector.Engine.Wording;

namespace ChatConnector.Teams.Rendering;

/// <summary>Cards as Adaptive Cards, inside Teams' limits.</summary>
/// <param name="tenant">Where they are shown.</param>
/// <param name="mentions">Whether people named in it are mentioned. In a private chat that is a link to them; where they read along it rings.</param>
public sealed class CardRendering(string tenant, bool mentions)
{
    /// <summary>Bytes of a card as JSON; older clients take no more.</summary>
    public const int MostBytes = 28 * 1024;

    /// <summary>Buttons that are seen at once; the others are behind three dots.</summary>
    public const int MostPrimary = 6;

    private const int LongestTitle = 60;
    private static readonly int[] Lengths = [8000, 4000, 2000, 1000, 500, 200, 80];

    /// <summary>The chat account of whoever may see it in a version of their own; null when nobody is known to.</summary>
    public string? Own { get; init; }

    /// <summary>The card, with long words cut as far as needed for it to fit.</summary>
    public AdaptiveCard Render(Card card, IReadOnlyList<CardAction>? more = null)
    {
        foreach (var longest in Lengths)
        {
            if (Render(card, more, longest) is var rendered && Fits(rendered))
                return rendered;
        }

        // Even so it holds too much: what stands last is left out.
        for (var parts = card.Parts.Count - 1; ; parts--)
        {
            if (Render(card with { Parts = [.. card.Parts.Take(parts)] }, more, Lengths[^1]) is var rendered && (Fits(rendered) || parts <= 1))
                return rendered;
        }
    }

    /// <summary>The card in one line, for notifications.</summary>
    public static string Summary(Card card) => PeoplesWords.Plain(card.Summary, 200).Replace('\n', ' ');

    private static bool Fits(AdaptiveCard card) => JsonSerializer.SerializeToUtf8Bytes(card, TeamsJson.Options).Length <= MostBytes;

    private AdaptiveCard Render(Card card, IReadOnlyList<CardAction>? more, int longest)
    {
        var sentences = new Sentences(tenant, mentions, longest);
        var rows = card.Parts.OfType<Part.Actions>().Where(a => a.Buttons.Count > 0).ToList();
        var room = new Room(MostPrimary - (more?.Count ?? 0), [.. rows.Select(r => r.Buttons.Count)]);
        var body = card.Parts.SelectMany(part => Of(part, sentences, room)).ToList();
        if (more is { Count: > 0 })
            body.Add(new Element.ActionSet(more));
        return new AdaptiveCard(body)
        {
            FallbackText = Summary(card),
            Msteams = sentences.Mentioned.Count > 0 ? new CardExtras([.. sentences.Mentioned]) : null,
            Refresh = card.Own is { } own && Own is { } account ? Refresh.For(own.Ask, account) : null,
        };
    }

    private static IEnumerable<Element> Of(Part part, Sentences sentences, Room room) => part switch
    {
        Part.Heading heading => Heading(sentences.Plain(heading.Text)),
        Part.Paragraph paragraph => sentences.Of(paragraph.Text),
        Part.Quote quote => [new Element.Container([.. sentences.Words(quote.Words, Dress.Quote)]) { Style = "emphasis" }],
        Part.Person person => sentences.Line(person),
        Part.Note note => sentences.Of(note.Text, Dress.Note),
        Part.Actions { Buttons.Count: > 0 } actions => [new Element.ActionSet(room.Of(actions).Select(b => Action(b.Button, b.IsPrimary)).ToList())],
        Part.Document document => [
            .. sentences.Words(document.FileName, Dress.Title),
            new Element.Container([.. sentences.Words(document.Content, Dress.Document)]) { Style = "emphasis" }],
        _ => [],
    };

    private static IEnumerable<Element> Heading(string text) => PeoplesWords.IsInert(text)
        ? [new Element.TextBlock(text) { Size = "Medium", Weight = "Bolder", Style = "heading" }]
        : [new Element.RichTextBlock([new TextRun(text.Replace('\n', ' ')) { Size = "Medium", Weight = "Bolder" }])];

    private static CardAction Action(Button button, bool isPrimary)
    {
        var title = PeoplesWords.Plain(button.Label, LongestTitle).Replace('\n', ' ');
        var style = button.Look switch { Look.Primary => "positive", Look.Danger => "destructive", _ => null };
        var mode = isPrimary ? null : "secondary";
        return button.OpensForm
            ? new CardAction.Submit(title, Pressed.ToOpen(button.Act)) { Style = style, Mode = mode }
            : new CardAction.Execute(title, $"{button.Act.Verb}", Pressed.For(button.Act))
            {
                Style = style,
                Mode = mode,
                Fallback = new CardAction.Submit(title, Pressed.For(button.Act)),
            };
    }

    /// <summary>Shares out the places in plain sight, first of all one to every row.</summary>
    private sealed class Room(int most, IReadOnlyList<int> rows)
    {
        private readonly int[] share = Share(most, rows);
        private int next;

        public IEnumerable<(Button Button, bool IsPrimary)> Of(Part.Actions actions)
        {
            var mine = share[next++];
            return actions.Buttons.Select((button, i) => (button, i < mine));
        }

        private static int[] Share(int most, IReadOnlyList<int> rows)
        {
            var share = new int[rows.Count];
            for (var given = true; given && most > 0;)
            {
                given = false;
                for (var i = 0; i < rows.Count && most > 0; i++)
                {
                    if (share[i] >= rows[i])
                        continue;
                    share[i]++;
                    most--;
                    given = true;
                }
            }

            return share;
        }
    }
}
