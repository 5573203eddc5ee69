namespace ChatConnector.Slack.Installing;

/// <summary>What Connector asks a workspace's leave for, and why. Nothing that only might be of use one day.</summary>
public static class Scopes
{
    public static readonly IReadOnlyList<string> Bot =
    [
        "app_mentions:read", // to hear somebody who mentions it
        "channels:read", // to learn that it was added to a channel, and whether it may post where somebody asks
        "chat:write", // to answer
        "commands", // /ask, /thanks, /connector and the shortcuts
        "groups:read", // the same of private channels
        "im:history", // to hear what is written to it in private, and to find what it may have answered already
        "im:write", // to write to somebody in private
        "mpim:write", // to introduce two people to each other
        "usergroups:read", // names of groups as guesses, where the organization allows it; the one that may be refused
        "users:read", // names, time zones, and who left
    ];
}
