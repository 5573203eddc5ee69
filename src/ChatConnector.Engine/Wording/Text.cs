using System.Runtime.CompilerServices;
using System.Text;

namespace ChatConnector.Engine.Wording;

/// <summary>
/// A sentence that remembers which parts are ours and which parts came from people, so that every platform can show
/// names as names and words as words, and nothing a person typed can become a mention, a link or markup.
/// </summary>
public sealed record Text(IReadOnlyList<Text.Span> Spans)
{
    public static readonly Text Empty = new([]);

    /// <summary>A sentence of ours. Holes take teammates, places, other texts and, as words of people, plain strings.</summary>
    public static Text Of(Sentence sentence) => new(sentence.Spans);

    public static Text Bold(Sentence sentence) => new([.. sentence.Spans.Select(s => s is Span.Ours ours ? new Span.Strong(ours.Words) : s)]);

    /// <summary>Words of ours that are put together at run time.</summary>
    public static Text Ours(string words) => new([new Span.Ours(words)]);

    /// <summary>Somebody's own words, shown exactly as they are.</summary>
    public static Text Said(string words) => new([new Span.Theirs(words)]);

    /// <summary>What it reads like with all dress taken off.</summary>
    public string Plain
    {
        get
        {
            var plain = new StringBuilder();
            foreach (var span in Spans)
                plain.Append(span.Plain);
            return plain.ToString();
        }
    }

    public static Text operator +(Text left, Text right) => new([.. left.Spans, .. right.Spans]);

    public static Text Join(Text separator, IEnumerable<Text> texts) =>
        texts.Aggregate((Text?)null, (joined, next) => joined is null ? next : joined + separator + next) ?? Empty;

    public override string ToString() => Plain;

    public abstract record Span(string Plain)
    {
        /// <summary>Connector's own words.</summary>
        public sealed record Ours(string Words) : Span(Words);

        /// <summary>Connector's own words, with weight.</summary>
        public sealed record Strong(string Words) : Span(Words);

        /// <summary>Words a person typed; never interpreted.</summary>
        public sealed record Theirs(string Words) : Span(Words);

        /// <summary>A teammate's name, shown as a quiet mention where the platform has one.</summary>
        public sealed record Person(TeammateId Id, string Name) : Span(Name);

        public sealed record Channel(Place Place) : Span("#" + Place.Name);
    }
}

/// <summary>Collects the spans of an interpolated sentence.</summary>
[InterpolatedStringHandler]
public sealed class Sentence(int literalLength, int formattedCount)
{
    private readonly List<Text.Span> spans = new(formattedCount * 2 + Math.Min(literalLength, 1));

    internal IReadOnlyList<Text.Span> Spans => spans;

    public static implicit operator Sentence(string ours)
    {
        var sentence = new Sentence(1, 0);
        sentence.AppendLiteral(ours);
        return sentence;
    }

    public void AppendLiteral(string value) => spans.Add(new Text.Span.Ours(value));

    public void AppendFormatted(string? theirs) => spans.Add(new Text.Span.Theirs(theirs ?? ""));

    public void AppendFormatted(int number) => spans.Add(new Text.Span.Ours($"{number}"));

    public void AppendFormatted(Teammate teammate) => spans.Add(new Text.Span.Person(teammate.Id, teammate.Name));

    public void AppendFormatted(Place place) => spans.Add(new Text.Span.Channel(place));

    public void AppendFormatted(Text? text) => spans.AddRange(text?.Spans ?? []);
}
