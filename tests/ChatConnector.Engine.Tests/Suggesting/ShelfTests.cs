using ChatConnector.Engine.Suggesting.Index;
using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Tests.Suggesting;

/// <summary>What is taken out makes room, and everything else stays as it is.</summary>
public sealed class ShelfTests
{
    private readonly Vocabulary vocabulary = new();
    private readonly Shelf shelf = new();
    private readonly Terms terms = new(new Idiom(Language.Any));

    [Fact]
    public void Taking_out_and_putting_in_for_weeks_takes_no_more_room()
    {
        var (luck, held) = (new Random(1), new Dictionary<int, string>());
        for (var round = 0; round < 20_000; round++)
        {
            if (held.Count == 500)
            {
                var gone = held.Keys.ElementAt(luck.Next(500));
                shelf.Remove(gone);
                held.Remove(gone);
            }

            var words = string.Join(' ', Enumerable.Range(0, 40).Select(_ => $"w{luck.Next(4000)}x"));
            held.Add(shelf.Add(new Document(round, 0, -1, 1, 0), Read(words)), words);
        }

        Assert.Equal((500, 500), (shelf.Count, shelf.Capacity));
        Assert.Equal(held.Values.Sum(words => (long)Read(words).Length), shelf.Length);
        int[] found = [];
        foreach (var (number, words) in held)
        {
            var count = shelf.TermsOf(number, ref found);
            Assert.Equal(Read(words).Terms.ToArray(), found.AsSpan(0, count).ToArray());
            Assert.All(found.AsSpan(0, count).ToArray(), term => Assert.True(shelf.Postings.Contains(term, number)));
        }

        Assert.Equal(held.Values.Sum(words => Read(words).Count), Enumerable.Range(0, vocabulary.Count).Sum(shelf.Postings.CountOf));
        foreach (var number in held.Keys)
            shelf.Remove(number);
        Assert.All(Enumerable.Range(0, vocabulary.Count), term => Assert.Equal(0, shelf.Postings.CountOf(term)));
    }

    [Fact]
    public void Contents_are_packed_anew_when_most_of_them_are_gone()
    {
        var (contents, places) = (new Contents(), new Queue<int>());
        for (var document = 0; document < 2_000; document++)
            places.Enqueue(contents.Add(Enumerable.Range(document, 200).ToArray()));
        for (; places.Count > 1_100; contents.Drop(places.Dequeue()))
            Assert.False(contents.IsMostlyWaste);
        for (; places.Count > 800; contents.Drop(places.Dequeue()))
            continue;
        Assert.True(contents.IsMostlyWaste);
    }

    private Bag Read(string words) => new Bag().Fill(terms.Read(words), vocabulary);
}
