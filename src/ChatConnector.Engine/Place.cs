namespace ChatConnector.Engine;

public enum PlaceKind
{
    /// <summary>The private chat between Connector and one teammate.</summary>
    Private,
    Channel,

    /// <summary>A small group brought together by an introduction.</summary>
    Group,
}

/// <summary>Somewhere things are said.</summary>
/// <param name="Kind">Who can read along.</param>
/// <param name="Id">A teammate's id for a private chat, otherwise the adapter's own id for the channel or group.</param>
/// <param name="Name">How people call it, without a leading #; empty for private chats.</param>
/// <param name="Thread">The thread inside a channel, in the adapter's own form; null for the channel itself.</param>
public sealed record Place(PlaceKind Kind, string Id, string Name = "", string? Thread = null)
{
    public static Place PrivateWith(TeammateId teammate) => new(PlaceKind.Private, teammate.Text);

    /// <summary>The teammate whose private chat this is, if it is one.</summary>
    public TeammateId? Owner => Kind == PlaceKind.Private ? new TeammateId(Id) : null;
}
