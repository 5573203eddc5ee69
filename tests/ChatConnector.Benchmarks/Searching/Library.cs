using System.Globalization;

namespace ChatConnector.Benchmarks.Searching;

/// <summary>
/// A made-up collection in a folder, the same every time: documents of 8 to 32 words, as common and as rare as words are once
/// stop words are gone, by a tenth as many people; and 500 asks of 2 to 6 words that stand together in a document.
/// </summary>
internal sealed record Library(string Folder)
{
    public const int Asks = 500;

    private const int Words = 50_000;
    private const string Consonants = "bcdfghjklmnpqrtvwxz";

    public IEnumerable<(int Person, string Text)> Documents => File.ReadLines(Path.Combine(Folder, "documents.txt"))
        .Select(line => line.IndexOf('\t', StringComparison.Ordinal) is var tab ? (int.Parse(line.AsSpan(0, tab), CultureInfo.InvariantCulture), line[(tab + 1)..]) : default);

    public IReadOnlyList<string> AllAsks => File.ReadAllLines(Path.Combine(Folder, "asks.txt"));

    public static Library Write(string folder, int documents)
    {
        var random = new Random(20261122);
        var (words, authors) = (Cumulate(Words, 10, 1), Cumulate(documents / 10, 20, 0.8));
        var askedAbout = Enumerable.Range(0, Asks).Select(_ => random.Next(documents)).ToLookup(d => d);
        List<string> asks = [];
        using (var file = File.CreateText(Path.Combine(folder, "documents.txt")))
        {
            for (var number = 0; number < documents; number++)
            {
                var text = Enumerable.Range(0, 8 + random.Next(25)).Select(_ => Word(Draw(random, words))).ToList();
                file.Write($"{Draw(random, authors)}\t{string.Join(' ', text)}\n");
                asks.AddRange(askedAbout[number].Select(_ => string.Join(' ', text.Take(2 + random.Next(5)))));
            }
        }
        File.WriteAllLines(Path.Combine(folder, "asks.txt"), asks);
        return new Library(folder);
    }

    // Without vowels, so that no stemmer finds anything to cut.
    private static string Word(int rank)
    {
        Span<char> letters = stackalloc char[5];
        for (var at = 0; at < letters.Length; at++, rank /= Consonants.Length)
            letters[at] = Consonants[rank % Consonants.Length];
        return new string(letters);
    }

    private static int Draw(Random random, double[] sums)
    {
        var place = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return Math.Min(place < 0 ? ~place : place, sums.Length - 1);
    }

    private static double[] Cumulate(int count, double shift, double power)
    {
        var sums = new double[count];
        double sum = 0;
        for (var rank = 0; rank < count; rank++)
            sums[rank] = sum += 1 / Math.Pow(rank + shift, power);
        return sums;
    }
}
