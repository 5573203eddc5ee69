using ChatConnector.Teams.Hearing;

namespace ChatConnector.Teams.Finding;

/// <summary>A conversation that Connector was heard in, and how to get there.</summary>
/// <param name="Conversation">Its id, without a thread.</param>
/// <param name="ServiceUrl">Where it is served; may change from one message to the next.</param>
/// <param name="Bot">Connector's own account there.</param>
public sealed record Address(string Tenant, string Conversation, string ServiceUrl, string Bot)
{
    public Scope Scope { get; init; }

    /// <summary>The channel's or group chat's name; empty when it is not known.</summary>
    public string Name { get; init; } = "";

    /// <summary>The team a channel belongs to.</summary>
    public string Team { get; init; } = "";

    /// <summary>Of a private chat that is the one to write to: whom it is with.</summary>
    public string With { get; init; } = "";

    /// <summary>Whether Connector was removed or blocked there: nothing is sent until it is spoken to again.</summary>
    public bool IsStopped { get; init; }
}
