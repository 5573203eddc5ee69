using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_term_has_the_number_of_its_arrival_and_keeps_it()
    {
        var (vocabulary, luck, numbers) = (new Vocabulary(), new Random(1), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < 20_000; i++)
        {
            var term = string.Concat(Enumerable.Range(0, 1 + luck.Next(40)).Select(_ => (char)luck.Next('a', i % 2 == 0 ? 'c' : '\uD7FF')));
            Assert.Equal(numbers.GetValueOrDefault(term, -1), vocabulary.Find(term));
            numbers.TryAdd(term, numbers.Count);
            Assert.Equal(numbers[term], vocabulary.FindOrAdd(term));
        }
        Assert.Equal(numbers.Count, vocabulary.Count);
        Assert.All(numbers, entry => Assert.Equal(entry.Value, vocabulary.Find(entry.Key)));
    }
}
