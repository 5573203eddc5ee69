namespace ChatConnector.Engine.FollowingUp;

/// <summary>Tells the same words from others without keeping them.</summary>
internal static class Fingerprint
{
    /// <summary>Of the same words on the same day, so that a form submitted twice is one card and not two.</summary>
    public static string Of(string text, Instant now) => Of($"{now.InUtc().Date:R}{text}");

    /// <summary>FNV-1a, 64 bits: the same on every replica, unlike a string's own hash code.</summary>
    public static string Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash.ToString("x16");
    }
}
