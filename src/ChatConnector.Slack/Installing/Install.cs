namespace ChatConnector.Slack.Installing;

/// <summary>Connector in one Slack workspace, or in a whole Enterprise Grid organization.</summary>
/// <param name="Workspace">The team's id, or the enterprise's when it is installed for all of it.</param>
/// <param name="Organization">Whose data it is.</param>
/// <param name="BotUser">Connector's own user there.</param>
public sealed record Install(string Workspace, OrganizationId Organization, string BotUser)
{
    public bool IsEnterprise { get; init; }

    /// <summary>Whether its token stands in the settings, which have room for one.</summary>
    public bool IsInSettings { get; init; }

    /// <summary>The app the token belongs to; empty when it is not known.</summary>
    public string App { get; init; } = "";

    /// <summary>When Connector was let in, for the first time or again.</summary>
    public Instant Since { get; init; }
}
