using System.Numerics;

namespace ChatConnector.Engine.Suggesting;

/// <summary>What a text means: the direction a language model gave it. Only directions of the same model compare.</summary>
/// <param name="Numbers">One signed byte a dimension; a direction needs no more, and it takes a quarter of the memory.</param>
public sealed record Sense(string Model, ImmutableArray<sbyte> Numbers)
{
    // Beyond this a text is about many things, and models take only so much.
    private const int LongestText = 2000;

    private readonly double length = Math.Sqrt(Dot(Numbers.AsSpan(), Numbers.AsSpan()));

    public static Sense Of(string model, ReadOnlySpan<float> vector)
    {
        var largest = 0f;
        foreach (var number in vector)
            largest = Math.Max(largest, Math.Abs(number));
        var numbers = new sbyte[vector.Length];
        for (var i = 0; i < numbers.Length && largest > 0; i++)
            numbers[i] = (sbyte)MathF.Round(vector[i] / largest * sbyte.MaxValue);
        return new Sense(model, ImmutableArray.Create(numbers));
    }

    /// <summary>A text as it is told to a model: the ids of people mentioned stay here, and so does the end of a long one.</summary>
    public static string Tell(string text)
    {
        var told = Mentions.Replace(text, _ => "somebody");
        if (told.Length <= LongestText)
            return told;
        return told[..(char.IsHighSurrogate(told[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    /// <summary>Whether the two are directions in the same space.</summary>
    public bool ComparesWith(Sense other) => Model == other.Model && Numbers.Length == other.Numbers.Length;

    /// <summary>The cosine of the angle between two: 1 for the very same, 0 for nothing to do with each other or not comparable.</summary>
    public double Likeness(Sense other) => ComparesWith(other) && length > 0 && other.length > 0
        ? Dot(Numbers.AsSpan(), other.Numbers.AsSpan()) / (length * other.length)
        : 0;

    // Whole numbers, so the sum is the same on every machine.
    private static long Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sums = Vector<int>.Zero;
        var i = 0;
        for (; i <= left.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(left[i..]), out var lowLeft, out var highLeft);
            Vector.Widen(new Vector<sbyte>(right[i..]), out var lowRight, out var highRight);
            Vector.Widen(lowLeft * lowRight, out var first, out var second);
            Vector.Widen(highLeft * highRight, out var third, out var fourth);
            sums += first + second + third + fourth;
        }

        long sum = Vector.Sum(sums);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}

/// <summary>The model that is asked now.</summary>
/// <param name="Dimension">How many numbers it tells of a text; null while that is not known.</param>
public readonly record struct SenseModel(string Name, int? Dimension = null)
{
    /// <summary>Whether this was told by it; one of another dimension was told by another model of the same name.</summary>
    public bool Told(Sense sense) => sense.Model == Name && (Dimension is null || sense.Numbers.Length == Dimension);
}
