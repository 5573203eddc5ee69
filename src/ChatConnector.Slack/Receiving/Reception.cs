using System.Text.Json;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Receiving;

/// <summary>Takes in what Slack sends, whichever way it came. When it returns, it is kept; what it returns is wrong with a form, by field.</summary>
public sealed class Reception(Callers callers, SlackEars ears, EventHearing events, CommandHearing commands, InteractionHearing interactions)
{
    internal static readonly IReadOnlyDictionary<string, string> NothingWrong = new Dictionary<string, string>();

    /// <exception cref="StorageException">It was not kept; let Slack try again.</exception>
    public async Task<IReadOnlyDictionary<string, string>> EventAsync(JsonElement envelope, CancellationToken cancellation) =>
        envelope.Text("type") == "event_callback" && await callers.FindAsync(Sender.WorkspaceOfEvent(envelope), cancellation) is { } at
            ? await ears.HearAsync(events.Hear(envelope, at.Install), at, cancellation)
            : NothingWrong;

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
}
