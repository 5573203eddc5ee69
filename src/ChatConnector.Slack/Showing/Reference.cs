namespace ChatConnector.Slack.Showing;

/// <summary>How what was shown in Slack is found again.</summary>
/// <param name="Time">The message's time, its name inside the channel; empty for what only one person saw, which cannot be edited.</param>
/// <param name="OnlyFor">Slack's id of that person; empty when everybody there saw it.</param>
internal sealed record Reference(string Workspace, string Channel, string Time, string Thread = "", string OnlyFor = "")
{
    public override string ToString() => string.Join(':', SlackIds.Platform, Workspace, Channel, Time, Thread, OnlyFor);

    /// <summary>Null when Slack showed nothing under this.</summary>
    public static Reference? Parse(string text) =>
        text.Split(':') is [SlackIds.Platform, var workspace, var channel, var time, var thread, var onlyFor] ? new(workspace, channel, time, thread, onlyFor) : null;
}
