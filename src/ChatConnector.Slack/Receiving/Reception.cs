using System.Text.Json;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Receiving;

/// <summary>Takes in what Slack sends, whichever way it came. When it returns, it is kept; what it returns is wrong with a form, by field.</summary>
public sealed class Reception(Callers callers, SlackEars ears, EventHearing events, CommandHearing commands, InteractionHearing interactions)
{
    internal static readonly IReadOnlyDictionary<string, string> NothingWrong = new Dictionary<string, string>();

    /// <exception cref="StorageException">It was not kept; let Slack try again.</exception>
    public Task<IReadOnlyDictionary<string, string>> EventAsync(JsonElement envelope, CancellationToken cancellation) => envelope.Text("type") == "event_callback"
        ? HearAsync(Sender.WorkspaceOfEvent(envelope), install => events.Hear(envelope, install), cancellation)
        : Task.FromResult(NothingWrong);

    /// <inheritdoc cref="EventAsync"/>
    public Task<IReadOnlyDictionary<string, string>> CommandAsync(IReadOnlyDictionary<string, string> fields, CancellationToken cancellation) =>
        HearAsync(Sender.WorkspaceOfCommand(fields), install => commands.Hear(fields, install), cancellation);

    /// <inheritdoc cref="EventAsync"/>
    public Task<IReadOnlyDictionary<string, string>> InteractionAsync(JsonElement payload, CancellationToken cancellation) =>
        HearAsync(Sender.WorkspaceOfInteraction(payload), install => interactions.Hear(payload, install), cancellation);

    private async Task<IReadOnlyDictionary<string, string>> HearAsync(string workspace, Func<Install, Meaning> hear, CancellationToken cancellation) =>
        await callers.FindAsync(workspace, cancellation) is { } at ? await ears.HearAsync(hear(at.Install), at, cancellation) : NothingWrong;
}
