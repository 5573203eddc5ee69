using ChatConnector.Teams.Rendering;

namespace ChatConnector.Teams.Calling;

/// <summary>A message as Teams takes it: one card and nothing beside it, because Teams would make two of text and card.</summary>
/// <param name="Summary">For notifications.</param>
public sealed record Outgoing(string Summary, IReadOnlyList<Attachment> Attachments)
{
    public string Type { get; } = "message";

    /// <summary>Whom alone it is for, in front of others.</summary>
    public Recipient? Recipient { get; init; }

    public static Outgoing Of(AdaptiveCard card, string summary) => new(summary, [new Attachment(AdaptiveCard.ContentType, card)]);
}

public sealed record Attachment(string ContentType, AdaptiveCard Content);

public sealed record Recipient(string Id);

/// <summary>Asks for the private chat with somebody; there is one, so asking again gives the same.</summary>
public sealed record Begin(Recipient Bot, IReadOnlyList<Recipient> Members, string TenantId, BeginData ChannelData)
{
    public bool IsGroup { get; }

    public static Begin With(string bot, string account, string tenant) => new(new Recipient(bot), [new Recipient(account)], tenant, new BeginData(new TenantRef(tenant)));
}

public sealed record BeginData(TenantRef Tenant);

public sealed record TenantRef(string Id);
