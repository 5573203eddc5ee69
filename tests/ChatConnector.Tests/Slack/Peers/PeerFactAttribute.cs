namespace ChatConnector.Tests.Slack.Peers;

/// <summary>A test beside Slack's own libraries. Without Node and its packages it is skipped and says how to get them; under CI it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute()
    {
        if (!Peer.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = Peer.HowToGetIt;
    }
}
