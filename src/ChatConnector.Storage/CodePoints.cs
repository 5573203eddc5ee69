namespace ChatConnector.Storage;

/// <summary>The order of keys: by code point, which is the order of their UTF-8 bytes. Ordinal order puts emoji before some CJK forms.</summary>
internal sealed class CodePoints : IComparer<string>
{
    public static readonly CodePoints Order = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
            return left.Length.CompareTo(right.Length);
        return Weight(left[same]).CompareTo(Weight(right[same]));
    }

    // Surrogates stand for code points above every other char, though their own numbers lie below some.
    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
