using ChatConnector.Engine.Suggesting.Index;
using ChatConnector.Engine.Suggesting.Ranking;
using ChatConnector.Engine.Suggesting.Reading;
using Question = ChatConnector.Engine.Suggesting.Ranking.Question;

namespace ChatConnector.Engine.Tests.Suggesting;

/// <summary>Skipping what cannot win finds exactly what reading everything finds.</summary>
public sealed class SearchTests
{
    private const int Words = 300;
    private const int People = 40;

    private readonly Vocabulary vocabulary = new();
    private readonly Shelf shelf = new() { HeadlineCounts = 3 };
    private readonly Dictionary<int, HashSet<int>> refusals = [];

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 1_000)]
    [InlineData(3, 9_000)]
    [InlineData(4, 20_000)]
    [InlineData(5, 20_480)]
    public void The_same_documents_with_the_same_scores_as_by_reading_all(int seed, int documents)
    {
        var luck = new Random(seed);
        Fill(luck, documents);
        var (search, question, hits) = (new Search(), new Question(new Idiom(Language.Any)), new List<Hit>());
        for (var round = 0; round < 12; round++)
        {
            question.Read(Text(luck, 1 + luck.Next(10)) + "\n" + Text(luck, 1 + luck.Next(30)), vocabulary);
            var most = 1 + luck.Next(400);
            search.Run(shelf, question, refusals, most, hits);
            Assert.Equal(Exhaustive(question, most), hits);
        }
    }

    /// <summary>Where some stretches have many that may still win and others few, a word is read in one and looked up in the next.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Also_where_a_word_is_read_again_after_it_was_looked_up(int seed)
    {
        var luck = new Random(seed);
        for (var document = 0; document < 80_000; document++)
            Put(Text(luck, 1 + luck.Next(25)) + (document / 4096 % 2 == 0 && luck.Next(8) == 0 ? " crowd" : ""), luck.Next(People));
        var (search, question, hits) = (new Search(), new Question(new Idiom(Language.Any)), new List<Hit>());
        for (var round = 0; round < 12; round++)
        {
            question.Read("crowd " + Text(luck, 1 + luck.Next(5)), vocabulary);
            var most = 1 + luck.Next(400);
            search.Run(shelf, question, refusals, most, hits);
            Assert.Equal(Exhaustive(question, most), hits);
        }
    }

    [Fact]
    public void Documents_that_score_the_same_as_the_last_come_with_it()
    {
        Fill(new Random(6), 10_000);
        for (var copy = 0; copy < 700; copy++)
            Put("rarity", copy % People);
        var (question, hits) = (new Question(new Idiom(Language.Any)).Read("rarity", vocabulary), new List<Hit>());
        new Search().Run(shelf, question, refusals, 300, hits);
        Assert.Equal(700, hits.Count);
    }

    // A quarter of the documents is taken out again, others take the place of some, and some people refuse some of the words.
    private void Fill(Random luck, int documents)
    {
        for (var document = 0; document < documents; document++)
            Put(Text(luck, 1 + luck.Next(25)), luck.Next(People));
        for (var document = 0; document < documents; document += 4)
            shelf.Remove(document);
        for (var document = 0; document < documents / 8; document++)
            Put(Text(luck, 1 + luck.Next(25)), luck.Next(People));
        for (var word = 0; word < 5; word++)
            refusals[luck.Next(vocabulary.Count)] = [luck.Next(People), luck.Next(People)];
    }

    private void Put(string text, int person) =>
        shelf.Add(new Document(person, 0, -1, 1, 0), new Bag().Fill(new Terms(new Idiom(Language.Any)).Read(text), vocabulary));

    // A few words are common and most are rare.
    private static string Text(Random luck, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => $"w{(int)(Words * Math.Pow(luck.NextDouble(), 3))}x"));

    private List<Hit> Exhaustive(Question question, int most)
    {
        var perWord = (float)(1.2f * 0.6f / shelf.MeanLength);
        var sums = new float[shelf.Capacity];
        var all = Enumerable.Range(0, question.Count).Select(at => question[at]).ToList();
        var rare = all.FindAll(a => shelf.Count <= 200 || shelf.Postings.CountOf(a.Number) <= 0.25 * shelf.Count);
        var asked = (rare.Count > 0 ? rare : all)
            .Select(a => (Term: a.Number, Weight: shelf.RarityOf(a.Number) * 2 * a.Times / (a.Times + 1.0) * (a.InHeadline ? shelf.HeadlineCounts : 1)))
            .OrderByDescending(a => a.Weight).Take(32);
        foreach (var (term, weight) in asked.Where(a => a.Term >= 0 && shelf.Postings.CountOf(a.Term) > 0))
            foreach (var posting in shelf.Postings.Of(term))
            {
                var (document, times) = (Postings.DocumentOf(posting), (float)Postings.TimesOf(posting));
                if (!refusals.TryGetValue(term, out var refusing) || !refusing.Contains(shelf.Documents[document].Person))
                    sums[document] += (float)weight * (1.2f + 1) * times / (times + 1.2f * (1 - 0.6f) + perWord * shelf.Lengths[document]);
            }
        var found = Enumerable.Range(0, sums.Length).Where(d => sums[d] > 0).ToList();
        var least = found.Count > most ? found.Select(d => sums[d]).OrderDescending().ElementAt(most - 1) : 0;
        return [.. found.Where(d => sums[d] >= least).Select(d => new Hit(d, sums[d]))];
    }
}
