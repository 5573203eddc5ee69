namespace ChatConnector.Tests.Slack.Peers;

/// <summary>A test beside Slack's own libraries.</summary>
public sealed class PeerFactAttribute() : NodeFactAttribute(Peer.IsInstalled, Peer.HowToGetIt);
