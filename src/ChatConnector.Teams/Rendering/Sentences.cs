using ChatConnector.Engine.Wording;

namespace ChatConnector.Teams.Rendering;

/// <summary>
/// Sentences as pieces of a card. What holds words of people becomes rich text, in which Teams reads nothing; only sentences
/// of ours about people become text with mentions.
/// </summary>
/// <param name="tenant">Whose people can be mentioned.</param>
/// <param name="mentions">Whether names are mentions here; where others read along a mention would ring.</param>
/// <param name="longest">Characters of one person's words that are shown.</param>
internal sealed class Sentences(string tenant, bool mentions, int longest)
{
    private const int MostLines = 40;

    private readonly Dictionary<string, Mention> mentioned = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Mention> Mentioned => mentioned.Values;

    public string Plain(string words) => PeoplesWords.Plain(words, longest);

    /// <summary>The sentence, line by line.</summary>
    public IEnumerable<Element> Of(Text text, Dress? dress = null)
    {
        dress ??= Dress.None;
        return AsMentions(text) is { } block ? [dress.Put(block)] : Lines(text.Spans.Select(Run).Select(dress.Put));
    }

    /// <summary>Somebody's own words.</summary>
    public IEnumerable<Element> Words(string words, Dress dress) => Lines([dress.Put(new TextRun(Plain(words)))]);

    /// <summary>A teammate and a line about them.</summary>
    public IEnumerable<Element> Line(Part.Person person)
    {
        if (Mention(person.Id, person.Name) is { } mention)
            return [new Element.TextBlock(mention.Text) { Weight = "Bolder" }, .. Of(person.Line).Select(e => e with { Spacing = "None" })];
        return Lines([new TextRun(Plain(person.Name)) { Weight = "Bolder" }, new TextRun(" – "), .. person.Line.Spans.Select(Run)]);
    }

    private Element.TextBlock? AsMentions(Text text)
    {
        if (!mentions || !text.Spans.Any(s => s is Text.Span.Person) || !PeoplesWords.IsInert(text.Spans[0].Plain))
            return null;
        var parts = text.Spans.Select(span => span switch
        {
            Text.Span.Person person => MentionOf(person.Id, person.Name)?.Text,
            Text.Span.Ours ours when PeoplesWords.IsInert("." + ours.Words) => ours.Words,
            Text.Span.Strong strong when PeoplesWords.IsInert("." + strong.Words) && strong.Words.Trim() == strong.Words => $"**{strong.Words}**",
            _ => null,
        }).ToList();
        if (parts.Contains(null))
            return null;
        foreach (var person in text.Spans.OfType<Text.Span.Person>())
            Mention(person.Id, person.Name);
        return new Element.TextBlock(string.Concat(parts));
    }

    private Mention? Mention(TeammateId who, string name)
    {
        var mention = MentionOf(who, name);
        if (mention is not null)
            mentioned[mention.Text] = mention;
        return mention;
    }

    /// <summary>How somebody would be mentioned. One text can stand for one person only; a namesake stays a name.</summary>
    private Mention? MentionOf(TeammateId who, string name)
    {
        if (!mentions || TeamsIds.Parse(who.Text) is not { } parsed || parsed.Tenant != tenant)
            return null;
        var tame = PeoplesWords.Name(name);
        var mention = new Mention($"<at>{tame}</at>", new Mentioned(parsed.Id, tame));
        return !mentioned.TryGetValue(mention.Text, out var standing) || standing == mention ? mention : null;
    }

    private TextRun Run(Text.Span span) => span switch
    {
        Text.Span.Ours ours => new TextRun(PeoplesWords.Plain(ours.Words)),
        Text.Span.Strong strong => new TextRun(PeoplesWords.Plain(strong.Words)) { Weight = "Bolder" },
        Text.Span.Person person => new TextRun(Plain(person.Name)) { Weight = "Bolder" },
        Text.Span.Channel { Place.Name: "" } => new TextRun(Frames.AChannel),
        _ => new TextRun(Plain(span.Plain)),
    };

    private static IEnumerable<Element> Lines(IEnumerable<TextRun> runs)
    {
        var lines = new List<List<TextRun>> { new() };
        foreach (var run in runs)
        {
            var pieces = run.Text.Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0 && lines.Count < MostLines)
                    lines.Add([]);
                if (pieces[i].Length > 0)
                    lines[^1].Add(run with { Text = pieces[i] });
            }
        }

        return lines.Where(line => line.Exists(run => !string.IsNullOrWhiteSpace(run.Text)))
            .Select((line, i) => new Element.RichTextBlock(Joined(line)) { Spacing = i > 0 ? "None" : null });
    }

    /// <summary>Neighbours that look alike become one.</summary>
    private static List<TextRun> Joined(List<TextRun> runs)
    {
        var joined = new List<TextRun>();
        foreach (var run in runs)
        {
            if (joined.Count > 0 && joined[^1] with { Text = "" } == run with { Text = "" })
                joined[^1] = run with { Text = joined[^1].Text + run.Text };
            else
                joined.Add(run);
        }

        return joined;
    }
}

/// <summary>How words are dressed.</summary>
internal sealed record Dress(bool IsSmall = false, bool IsItalic = false, bool IsBold = false, bool IsFixed = false)
{
    public static readonly Dress None = new();
    public static readonly Dress Note = new(IsSmall: true);
    public static readonly Dress Quote = new(IsItalic: true);
    public static readonly Dress Title = new(IsBold: true);
    public static readonly Dress Document = new(IsSmall: true, IsFixed: true);

    public TextRun Put(TextRun run) => run with
    {
        Size = IsSmall ? "Small" : null,
        IsSubtle = IsSmall && !IsFixed ? true : null,
        Italic = IsItalic ? true : null,
        Weight = IsBold ? "Bolder" : run.Weight,
        FontType = IsFixed ? "Monospace" : null,
    };

    public Element.TextBlock Put(Element.TextBlock block) => block with { Size = IsSmall ? "Small" : null, IsSubtle = IsSmall && !IsFixed ? true : null };
}
