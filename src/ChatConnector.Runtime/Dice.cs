using System.Security.Cryptography;

namespace ChatConnector.Runtime;

/// <summary>Random bits that nobody can guess, drawn from the system many at a time: asking it with every message would be dear.</summary>
internal static class Dice
{
    private const int Size = 16;
    private const int Together = 64;

    [ThreadStatic]
    private static byte[]? drawn;

    [ThreadStatic]
    private static int left;

    public static Guid Roll()
    {
        drawn ??= new byte[Together * Size];
        if (left == 0)
        {
            RandomNumberGenerator.Fill(drawn);
            left = Together;
        }

        var bits = drawn.AsSpan(--left * Size, Size);
        var roll = new Guid(bits);
        // What was given out is nowhere else.
        bits.Clear();
        return roll;
    }
}
