using System.Globalization;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>How sure a difference between two rankers is, from drawing the asks again and again.</summary>
/// <param name="Low">95 of 100 draws lie between this and <paramref name="High"/>.</param>
public readonly record struct Interval(double Mean, double Low, double High)
{
    private const int Draws = 2000;

    public bool IsClear => Low > 0 || High < 0;

    public static Interval Of(IReadOnlyList<Judged> ours, IReadOnlyList<Judged> theirs, Func<Judged, double> measure)
    {
        var differences = ours.Zip(theirs, (a, b) => measure(a) - measure(b)).ToArray();
        var random = new Random(7);
        var means = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            double sum = 0;
            for (var i = 0; i < differences.Length; i++)
                sum += differences[random.Next(differences.Length)];
            means[draw] = sum / differences.Length;
        }
        Array.Sort(means);
        return new Interval(differences.Average(), means[(int)(Draws * 0.025)], means[(int)(Draws * 0.975)]);
    }

    public override string ToString() => $"{Signed(Mean)} ({Signed(Low)} .. {Signed(High)})";

    // Rounded first, because what rounds to zero has no sign.
    private static string Signed(double number) => (Math.Round(number, 3) + 0.0).ToString("+0.000;-0.000;+0.000", CultureInfo.InvariantCulture);
}
