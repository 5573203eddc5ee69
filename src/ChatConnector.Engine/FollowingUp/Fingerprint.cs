namespace ChatConnector.Engine.FollowingUp;

/// <summary>Tells the same words on the same day from others, so that a form submitted twice is one card and not two.</summary>
internal static class Fingerprint
{
    /// <summary>FNV-1a, 64 bits: the same on every replica, unlike a string's own hash code.</summary>
    public static string Of(string text, Instant now)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in $"{now.InUtc().Date:R}{text}")
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash.ToString("x16");
    }
}
