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
            bench.Of(document.Person).Helped.Add(hit.Document, fades, covers);
            bench.Calls.Add(Months.Of(document.Minute), fades * covers);
        }
        Search(bench, knowledge.Contributions);
        foreach (var hit in bench.Hits)
        {
            var (document, fades, covers) = Judge(bench, knowledge.Contributions, hit, now);
            bench.Of(document.Person).Contributed.Add(hit.Document, fades, covers);
        }
        Search(bench, knowledge.Standing);
        foreach (var hit in bench.Hits)
        {
            var document = knowledge.Standing.Documents[hit.Document];
            bench.Of(document.Person).Standing.Add(hit.Document, 1, document.Weight * Coverage.OfDocument(knowledge.Standing, hit.Document, bench));
        }
    }

    public void Ties(Workbench bench, int now, Person? requester)
    {
        if (requester is null)
            return;
        foreach (var number in requester.Helped)
        {
            var help = knowledge.Asks.Documents[number];
            ref var tally = ref bench.Of(help.Person);
            tally.Tie += help.Weight * Activity.Fade((double)now - help.Minute, FadeDays);
            tally.LastTogether = Math.Max(tally.LastTogether, help.Minute);
        }
        foreach (var number in requester.Helps)
        {
            var help = knowledge.Asks.Documents[number];
            if (help.From < 0)
                continue;
            ref var tally = ref bench.Of(help.From);
            tally.LastTogether = Math.Max(tally.LastTogether, help.Minute);
        }
    }

    /// <summary>Whoever helped with anything lately is worth a look.</summary>
    public void Latest(Workbench bench, int now)
    {
        var timeline = knowledge.Timeline;
        for (var i = timeline.Count - 1; i >= Math.Max(0, timeline.Count - LatestHelps); i--)
            if (timeline[i].Minute <= now)
                bench.Of(timeline[i].Person);
    }

    private void Search(Workbench bench, Shelf shelf) => bench.Search.Run(shelf, bench.Question, knowledge.Refusals, MostDocuments, bench.Hits);

    private static (Document Document, double Fades, double Covers) Judge(Workbench bench, Shelf shelf, Hit hit, int now)
    {
        var document = shelf.Documents[hit.Document];
        return (document, document.Weight * Activity.Fade((double)now - document.Minute, FadeDays), Coverage.OfAsk(hit, bench.Search.Ideal));
    }
}
