using System.Numerics;

namespace ChatConnector.Engine.Suggesting.Ranking;

internal static class Selection
{
    /// <summary>The <paramref name="nth"/> largest number (1 is the largest). Shuffles the numbers about.</summary>
    public static T Largest<T>(Span<T> numbers, int nth)
        where T : INumber<T>
    {
        var (low, high, wanted) = (0, numbers.Length - 1, nth - 1);
        while (low < high)
        {
            var pivot = MiddleOf(numbers[low], numbers[(low + high) / 2], numbers[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (numbers[left] > pivot)
                    left++;
                while (numbers[right] < pivot)
                    right--;
                if (left > right)
                    break;
                (numbers[left], numbers[right]) = (numbers[right], numbers[left]);
                left++;
                right--;
            }
            if (wanted <= right)
                high = right;
            else if (wanted >= left)
                low = left;
            else
                break;
        }
        return numbers[wanted];
    }

    private static T MiddleOf<T>(T a, T b, T c)
        where T : INumber<T> => T.Max(T.Min(a, b), T.Min(T.Max(a, b), c));
}
