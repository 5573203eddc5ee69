namespace ChatConnector.Teams.Trust;

/// <summary>A token that was found valid, and what it vouches for.</summary>
/// <param name="ServiceUrl">Where answers may be sent, as the token says.</param>
/// <param name="Endorsements">The channels its signing key may speak for.</param>
/// <param name="ValidFrom">Before this it is not valid; the skew of clocks is allowed for already.</param>
/// <param name="ValidUntil">After this it is not valid; the skew of clocks is allowed for already.</param>
public sealed record BotToken(string ServiceUrl, ImmutableHashSet<string> Endorsements, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    public bool IsValidAt(DateTimeOffset time) => ValidFrom <= time && time <= ValidUntil;

    /// <summary>Whether it vouches for an activity of this channel that is to be answered there.</summary>
    /// <param name="channelId">As the activity says, such as <c>msteams</c>.</param>
    public Trusted Covers(string? channelId, string? serviceUrl)
    {
        if (!string.Equals(serviceUrl, ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return Trusted.No;
        return channelId is not null && Endorsements.Contains(channelId) ? Trusted.Yes : Trusted.NotForThisChannel;
    }
}

/// <summary>How far a request is trusted.</summary>
public enum Trusted
{
    /// <summary>Not at all; answered with 401.</summary>
    No,

    /// <summary>The key that signed may not speak for the channel; answered with 403.</summary>
    NotForThisChannel,
    Yes,
}
