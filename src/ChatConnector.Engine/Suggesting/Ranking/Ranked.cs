namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>Scored people, of whom only the best are put in order.</summary>
internal sealed class Ranked
{
    private static readonly Comparer<Scored> BestFirst = Comparer<Scored>.Create(static (left, right) =>
        right.Score.CompareTo(left.Score) is var order and not 0 ? order : string.CompareOrdinal(left.Who.Text, right.Who.Text));

    private Scored[] people = new Scored[256];
    private double[] scores = new double[256];

    public int Count { get; private set; }

    public ref readonly Scored this[int place] => ref people[place];

    public void Clear() => Count = 0;

    public void Add(in Scored person)
    {
        if (Count == people.Length)
        {
            Array.Resize(ref people, Count * 2);
            Array.Resize(ref scores, Count * 2);
        }
        (people[Count], scores[Count]) = (person, person.Score);
        Count++;
    }

    /// <summary>Keeps the best and forgets the others; of equals those whose id comes first.</summary>
    public void Keep(int most)
    {
        if (Count > most)
        {
            var least = most > 0 ? Selection.Largest(scores.AsSpan(0, Count), most) : double.PositiveInfinity;
            var kept = 0;
            for (var place = 0; place < Count; place++)
                if (people[place].Score >= least)
                    people[kept++] = people[place];
            Count = kept;
        }
        Array.Sort(people, 0, Count, BestFirst);
        Count = Math.Min(Count, most);
    }
}

/// <summary>A person with their signs and what those are worth.</summary>
internal readonly record struct Scored(int Place, TeammateId Who, Signs Signs, Signs Points)
{
    // Beyond the ninth decimal live only the traces of the order of summing.
    public double Score { get; } = Math.Round(Points.Sum, 9);
}
