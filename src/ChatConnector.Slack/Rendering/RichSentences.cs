namespace ChatConnector.Slack.Rendering;

/// <summary>
/// Sentences as rich text: names become mentions, weight becomes style, and what people typed stays characters.
/// All sentences of one message share its room; what is beyond it ends in an ellipsis.
/// </summary>
/// <param name="workspace">Where it is shown; only its people can be mentioned there.</param>
/// <param name="room">Characters left in the message.</param>
public sealed class RichSentences(string workspace, int room)
{
    private const int MentionLength = 20;
    private static readonly Style Bold = new(true);

    private int left = room;

    public IReadOnlyList<Inline> Of(Text text) => Joined(text.Spans.SelectMany(Of));

    public IReadOnlyList<Inline> Words(string words) => [.. Runs(words, null)];

    public IReadOnlyList<Inline> Line(Part.Person person) =>
        Joined(Mention(person.Id, person.Name).Concat(person.Line.Spans.Count > 0 ? Runs(" – ", null).Concat(person.Line.Spans.SelectMany(Of)) : []));

    /// <summary>Text for a place where Slack knows no mentions.</summary>
    public PlainText? Plain(string text, int most) => Take(text, most) is { Length: > 0 } taken ? new PlainText(taken) : null;

    /// <summary>Neighbours of the same style become one run, as if typed in one go.</summary>
    private static List<Inline> Joined(IEnumerable<Inline> inlines)
    {
        var joined = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is Inline.Run next && joined.LastOrDefault() is Inline.Run last && last.Style == next.Style && last.Text.Length + next.Text.Length <= Limits.Text)
                joined[^1] = last with { Text = last.Text + next.Text };
            else
                joined.Add(inline);
        }

        return joined;
    }

    private IEnumerable<Inline> Of(Text.Span span) => span switch
    {
        Text.Span.Strong strong => Runs(strong.Words, Bold),
        Text.Span.Person person => Mention(person.Id, person.Name),
        Text.Span.Channel { Place: var place } when Here(place.Id) is { } id => Take(new Inline.Channel(id)),
        _ => Runs(span.Plain, null),
    };

    private IEnumerable<Inline> Mention(TeammateId id, string name) => Here(id.Text) is { } user ? Take(new Inline.User(user)) : Runs(name, Bold);

    private string? Here(string id) => SlackIds.Parse(id) is { } slack && slack.Workspace == workspace ? slack.Id : null;

    private IEnumerable<Inline> Runs(string words, Style? style) =>
        Limits.Pieces(Take(words, int.MaxValue), Limits.Text).Select(piece => new Inline.Run(piece, style));

    private IEnumerable<Inline> Take(Inline mention)
    {
        if (left < MentionLength)
            return [];
        left -= MentionLength;
        return [mention];
    }

    private string Take(string text, int most)
    {
        var taken = Limits.Fit(text, Math.Min(left, most));
        left -= taken.Length;
        return taken;
    }
}
