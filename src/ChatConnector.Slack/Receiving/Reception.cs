using System.Text.Json;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Slack.Receiving;

/// <summary>Takes in what Slack sends, whichever way it came. When it returns, it is kept; what it returns is wrong with a form, by field.</summary>
public sealed partial class Reception(
    Callers callers, SlackEars ears, EventHearing events, CommandHearing commands, InteractionHearing interactions, ILogger<Reception> log)
{
    internal static readonly IReadOnlyDictionary<string, string> NothingWrong = new Dictionary<string, string>();

    /// <exception cref="StorageException">It was not kept; let Slack try again.</exception>
    public async Task<IReadOnlyDictionary<string, string>> EventAsync(JsonElement envelope, CancellationToken cancellation)
    {
        if (envelope.Text("type") == "app_rate_limited")
            LogUntold(SlackIds.IsId(envelope.Text("team_id")) ? envelope.Text("team_id") : "unknown");
        return envelope.Text("type") == "event_callback" && await callers.FindAsync(Sender.WorkspaceOfEvent(envelope), cancellation) is { } at
            ? await ears.HearAsync(events.Hear(envelope, at.Install), at, cancellation)
            : NothingWrong;
    }

    /// <inheritdoc cref="EventAsync"/>
    public async Task<IReadOnlyDictionary<string, string>> CommandAsync(SlashCommand command, CancellationToken cancellation) =>
        await callers.FindAsync(command.Workspace, cancellation) is { } at
            ? await ears.HearAsync(commands.Hear(command, at.Install), at, cancellation)
            : NothingWrong;

    /// <inheritdoc cref="EventAsync"/>
    public async Task<IReadOnlyDictionary<string, string>> InteractionAsync(JsonElement payload, CancellationToken cancellation) =>
        await callers.FindAsync(Sender.WorkspaceOfInteraction(payload), cancellation) is { } at
            ? await ears.HearAsync(interactions.Hear(payload, at.Install), at, cancellation)
            : NothingWrong;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack tells too much of workspace {Workspace} in an hour, so it leaves some of it out: what people say there now may not be heard")]
    private partial void LogUntold(string workspace);
}
