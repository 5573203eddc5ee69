namespace ChatConnector.Tests.Slack;

/// <summary>Tests of a Connector that workspaces install themselves, beside a Slack on loopback.</summary>
public abstract class SlackHostTests : IAsyncLifetime
{
    private protected SlackLand Land { get; } = SlackLand.New();

    private protected SlackServer Slack { get; private set; } = null!;

    private protected SlackHost Host { get; set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Slack = await SlackServer.StartAsync();
        Host = await SlackHost.StartAsync(Slack, Land);
    }

    public virtual async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Slack.DisposeAsync();
        Land.Folder.Dispose();
    }
}
