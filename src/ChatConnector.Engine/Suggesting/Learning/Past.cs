using ChatConnector.Engine.Suggesting.Index;
using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Suggesting.Learning;

/// <summary>One piece of evidence as the index keeps it.</summary>
/// <param name="Kind">What it is; the shelf follows from it.</param>
/// <param name="Ask">The ask somebody helped with, by the number of the first document about it; null when it is about none, or about that of somebody unknown.</param>
internal sealed record Past(EvidenceOrigin Kind, Document Document, int[] Terms, int[] Times, int? Ask)
{
    // A year or more of a large organization: enough for anybody's activity, and copied in a moment.
    private const int Most = 10_000;

    // The same words of the same requester are the same ask, if it is not so long ago.
    private const int SameAskMinutes = 14 * 1440;

    /// <summary>The newest evidence, in the order of time; of the same minute in the order of people, so that the order of learning leaves no trace.</summary>
    public static IReadOnlyList<Past> Of(Knowledge knowledge)
    {
        var shelves = new[] { knowledge.Asks, knowledge.Contributions };
        // Everything is looked at, and only the newest put in order, because others wait meanwhile.
        var since = SinceWhen(shelves);
        var newest = shelves
            .SelectMany(shelf => Enumerable.Range(0, shelf.Capacity).Where(n => IsSince(shelf, n, since)).Select(n => (Shelf: shelf, Number: n, Document: shelf.Documents[n])))
            .OrderBy(d => d.Document.Minute).ThenBy(d => knowledge.People[d.Document.Person].Id.Text, StringComparer.Ordinal).ThenBy(d => d.Document.Kind)
            .TakeLast(Most);
        var asks = new Dictionary<(int From, string Words), (int Number, int Minute)>();
        return [.. newest.Select(d => From(d.Shelf, d.Number, d.Document, asks))];
    }

    private static int SinceWhen(Shelf[] shelves)
    {
        var minutes = shelves.SelectMany(shelf => Enumerable.Range(0, shelf.Capacity).Where(n => IsSince(shelf, n, int.MinValue)).Select(n => shelf.Documents[n].Minute)).ToArray();
        return minutes.Length > Most ? Selection.Largest(minutes.AsSpan(), Most) : int.MinValue;
    }

    private static bool IsSince(Shelf shelf, int number, int minute) => shelf.Documents[number] is { Person: >= 0 } document && document.Minute >= minute;

    private static Past From(Shelf shelf, int number, Document document, Dictionary<(int From, string Words), (int Number, int Minute)> asks)
    {
        int[] terms = [];
        Array.Resize(ref terms, shelf.TermsOf(number, ref terms));
        var kind = (EvidenceOrigin)document.Kind;
        int? ask = kind is EvidenceOrigin.Helped or EvidenceOrigin.Offered && document.From >= 0 ? AskOf(number, document, terms, asks) : null;
        return new(kind, document, terms, [.. terms.Select(term => shelf.Postings.TimesOf(term, number))], ask);
    }

    private static int AskOf(int number, Document document, int[] terms, Dictionary<(int From, string Words), (int Number, int Minute)> asks)
    {
        var words = (document.From, string.Join(' ', terms));
        if (!asks.TryGetValue(words, out var ask) || document.Minute - ask.Minute > SameAskMinutes)
            asks[words] = ask = (number, document.Minute);
        return ask.Number;
    }
}
