using ChatConnector.Engine.Suggesting.Index;
using ChatConnector.Engine.Suggesting.Ranking;
using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Benchmarks.Searching;

/// <summary>Ours: the engine's index, by itself and with everything a ranking consists of.</summary>
internal static class OurSearch
{
    private const int BestDocuments = 300;
    private const int Channels = 200;
    private static readonly Instant Start = Instant.FromUtc(2024, 1, 1, 0, 0);

    /// <summary>The text alone: the best documents, summed by person.</summary>
    public static Report Text(Library library)
    {
        var began = Report.CpuTime();
        var knowledge = new Knowledge(Idiom.English);
        foreach (var evidence in Evidence(library))
            knowledge.Learn(evidence);
        var built = Report.CpuTime() - began;
        var (question, search, hits) = (new Question(Idiom.English), new Search(), new List<Hit>());
        var sums = new PersonSums(knowledge.People.Count);
        var ids = Enumerable.Range(0, knowledge.People.Count).Select(number => int.Parse(knowledge.People[number].Id.Text.AsSpan(1))).ToArray();
        return Report.Of(library.AllAsks, built, ask =>
        {
            search.Run(knowledge.Asks, question.Read(ask, knowledge.Vocabulary), knowledge.Refusals, BestDocuments, hits);
            foreach (var hit in hits)
                sums.Add(knowledge.Asks.Documents[hit.Document].Person, hit.Score);
            return sums.TakeBest(ids);
        });
    }

    /// <summary>All signs, ten ranked colleagues with their reasons.</summary>
    public static Report Whole(Library library) => Whole(library, null);

    /// <summary>The same where everybody helps in a channel of two hundred, and an ask is open in one of them.</summary>
    public static Report InAChannel(Library library) => Whole(library, ChannelOf(7));

    /// <summary>The same for three who are named, each with a reason that was tried.</summary>
    public static Report Tried(Library library) => Whole(library, null, named: 3);

    private static Report Whole(Library library, Place? place, int named = 0)
    {
        var began = Report.CpuTime();
        var colleagues = new Colleagues();
        var (count, people) = (0, new HashSet<TeammateId>());
        foreach (var evidence in Evidence(library))
        {
            if (people.Add(evidence.About))
                colleagues.Learn(new Teammate(evidence.About, evidence.About.Text));
            colleagues.Learn(place is null ? evidence : evidence with { Channel = ChannelOf(int.Parse(evidence.About.Text.AsSpan(1))).Id });
            count++;
        }
        var built = Report.CpuTime() - began;
        var (now, asker, best) = (Start + Duration.FromMinutes(count), new TeammateId("p0"), new int[Report.MostBest]);
        return Report.Of(library.AllAsks, built, ask =>
        {
            var query = new Query(ask, asker, now) { Place = place };
            var ranked = colleagues.Rank(query, Report.MostBest);
            if (named > 0)
                colleagues.Justify(query, [.. ranked.Take(named)]);
            for (var place = 0; place < ranked.Count; place++)
                best[place] = int.Parse(ranked[place].Who.Text.AsSpan(1));
            return best.AsSpan(0, ranked.Count);
        });
    }

    private static Place ChannelOf(int number) => new(PlaceKind.Channel, $"c{number % Channels}");

    private static IEnumerable<Evidence> Evidence(Library library) => library.Documents.Select((document, number) =>
        new Evidence($"{number:D9}", new TeammateId($"p{document.Person}"), EvidenceOrigin.Helped, document.Text, Start + Duration.FromMinutes(number)));
}
