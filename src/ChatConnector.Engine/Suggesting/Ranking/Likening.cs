using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>Looks once more at the best of a ranking: does what they helped with, or say of themselves, mean the same as the ask?</summary>
internal sealed class Likening(Knowledge knowledge)
{
    // People further down are not named anyway.
    private const int People = 50;

    // Of somebody's texts the likest counts most; one more never counts against them.
    private static readonly ImmutableArray<double> Shares = [0.6, 0.25, 0.15];

    /// <summary>Adds the sign to the best; nobody loses points by it.</summary>
    /// <param name="most">At least so many are kept.</param>
    public void Rescore(Workbench bench, Sense ask, int most)
    {
        bench.Scored.Keep(Math.Max(most, People));
        var people = Enumerable.Range(0, bench.Scored.Count).Select(place => bench.Scored[place]).ToList();
        var likenesses = people.Take(People).Select(scored => LikenessesOf(bench, scored, ask)).ToList();
        var (sum, count) = (likenesses.Sum(theirs => theirs.Sum()), likenesses.Sum(theirs => theirs.Count));
        bench.Scored.Clear();
        foreach (var (scored, place) in people.Select((scored, place) => (scored, place)))
            bench.Scored.Add(place < People ? With(scored, StrengthOf(likenesses[place], sum, count)) : scored);
    }

    private List<double> LikenessesOf(Workbench bench, Scored scored, Sense ask) =>
        [.. knowledge.Senses.Of(knowledge.People[bench[scored.Place].Person]).Where(ask.ComparesWith).Select(ask.Likeness).OrderDescending()];

    // How alike two texts are that have nothing to do with each other differs from model to model, so what is usual is taken from
    // the others' texts: a person's own are left out, so that each of them speaks for whoever it is about.
    private static double StrengthOf(List<double> theirs, double sum, int count)
    {
        var others = count - theirs.Count;
        var usual = others > 0 ? Math.Clamp((sum - theirs.Sum()) / others, 0, 0.99) : 0;
        double strength = 0;
        for (var i = 0; i < Math.Min(theirs.Count, Shares.Length); i++)
        {
            var beyond = Math.Max(0, theirs[i] - usual) / (1 - usual);
            // As with words, a text that is twice as close counts four times as much.
            strength += Shares[i] * beyond * beyond;
        }

        return Math.Round(Math.Min(1, strength), 9);
    }

    private static Scored With(Scored scored, double strength) =>
        new(scored.Place, scored.Who, scored.Signs with { Meaning = strength }, scored.Points with { Meaning = strength * Weights.Meaning });
}
