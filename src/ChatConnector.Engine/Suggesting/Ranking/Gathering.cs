using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>Gathers on the bench what is known of whom: documents that fit the ask, ties to the requester, the latest helps.</summary>
internal sealed class Gathering(Knowledge knowledge)
{
    private const int MostDocuments = 300;
    private const int LatestHelps = 300;
    private const double FadeDays = 365;

    public void Votes(Workbench bench, int now)
    {
        Search(bench, knowledge.Asks);
        foreach (var hit in bench.Hits)
        {
            var (document, fades, covers) = Judge(bench, knowledge.Asks, hit, now);
            bench.Of(document.Person).Helped.Add(hit.Document, document.Weight, fades, covers);
            bench.Calls.Add(Months.Of(document.Minute), document.Weight * covers, knowledge.Months);
        }
        Search(bench, knowledge.Contributions);
        foreach (var hit in bench.Hits)
        {
            var (document, fades, covers) = Judge(bench, knowledge.Contributions, hit, now);
            bench.Of(document.Person).Contributed.Add(hit.Document, document.Weight, fades, covers);
            bench.Calls.Add(Months.Of(document.Minute), document.Weight * covers, knowledge.Months);
        }
        Search(bench, knowledge.Standing);
        foreach (var hit in bench.Hits)
        {
            var document = knowledge.Standing.Documents[hit.Document];
            bench.Of(document.Person).Standing.Add(hit.Document, 1, 1, document.Weight * Coverage.OfDocument(knowledge.Standing, hit.Document, bench));
        }
    }

    public void Ties(Workbench bench, int now, Person? requester)
    {
        if (requester is null)
            return;
        foreach (var number in requester.Helped)
            Tie(bench, now, knowledge.Asks.Documents[number], knowledge.Asks.Documents[number].Person).HelpedRequester = true;
        foreach (var number in requester.Helps)
            if (knowledge.Asks.Documents[number] is { From: >= 0 } help)
                Tie(bench, now, help, help.From);
    }

    /// <summary>Whoever helped with anything lately, or in this channel, is worth a look.</summary>
    public void Latest(Workbench bench, int now)
    {
        Latest(bench, now, knowledge.Timeline);
        if (bench.Channel is { } channel)
            Latest(bench, now, channel.Timeline);
    }

    private static void Latest(Workbench bench, int now, Timeline timeline)
    {
        for (var i = timeline.Count - 1; i >= Math.Max(0, timeline.Count - LatestHelps); i--)
            if (timeline[i].Minute <= now)
                bench.Of(timeline[i].Person);
    }

    private static ref Tally Tie(Workbench bench, int now, Document help, int other)
    {
        ref var tally = ref bench.Of(other);
        tally.Tie += help.Weight * Activity.Fade((double)now - help.Minute, FadeDays);
        tally.LastTogether = Math.Max(tally.LastTogether, help.Minute);
        return ref tally;
    }

    private void Search(Workbench bench, Shelf shelf) => bench.Search.Run(shelf, bench.Question, knowledge.Refusals, MostDocuments, bench.Hits);

    private static (Document Document, double Fades, double Covers) Judge(Workbench bench, Shelf shelf, Hit hit, int now)
    {
        var document = shelf.Documents[hit.Document];
        return (document, Activity.Fade((double)now - document.Minute, FadeDays), Coverage.OfAsk(hit, bench.Search.Ideal));
    }
}
