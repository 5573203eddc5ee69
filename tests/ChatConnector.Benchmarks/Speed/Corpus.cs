namespace ChatConnector.Benchmarks.Speed;

/// <summary>A made-up organization whose words are as common and as rare as in real text; the same every time.</summary>
internal sealed class Corpus(int people)
{
    private const int Words = 50_000;
    private static readonly Instant Start = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly double[] Commonness = Cumulate(Words, 1);

    private readonly double[] authors = Cumulate(people, 0.8);
    private readonly Random random = new(20261122);

    public Teammate Teammate(int person) => new(Id(person), $"Person{person} Family{person % 977}")
    {
        Title = $"{Word()} {Word()}",
        Team = $"team{person % 400}",
        Topics = [new Topic(Word(), TopicOrigin.Declared, TopicState.Confirmed, Start)],
    };

    public Evidence Evidence(int number) =>
        new($"{number:D9}", Id(Draw(authors)), EvidenceOrigin.Helped, Text(8 + random.Next(25)), At(number)) { From = Id(random.Next(people)) };

    public Query Ask(int number) => new(Text(12 + random.Next(12)), Id(random.Next(people)), At(number));

    private static Instant At(int number) => Start + Duration.FromMinutes(number);

    private static TeammateId Id(int person) => new($"p{person}");

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Word() => $"w{Draw(Commonness)}x";

    private int Draw(double[] cumulated)
    {
        var place = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        return Math.Min(place < 0 ? ~place : place, cumulated.Length - 1);
    }

    private static double[] Cumulate(int count, double power)
    {
        var sums = new double[count];
        double sum = 0;
        for (var rank = 0; rank < count; rank++)
            sums[rank] = sum += 1 / Math.Pow(rank + 10, power);
        return sums;
    }
}
