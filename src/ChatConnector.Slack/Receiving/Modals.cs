using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Rendering;

namespace ChatConnector.Slack.Receiving;

/// <summary>Opens forms while Slack lets us, and says what is wrong with those that come back.</summary>
public sealed class Modals(Questions questions, SlackApi slack, Channels channels, Surroundings around)
{
    /// <summary>A trigger lives three seconds, and Slack wants its answer within them.</summary>
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(1.5);

    /// <summary>Opens the form there is for what was said.</summary>
    /// <returns>What is left to be heard: everything that opens no form, and what should have, where Slack no longer lets it open; null otherwise.</returns>
    public async Task<Message?> OpenAsync(Message message, string trigger, Installed at, CancellationToken cancellation)
    {
        if (await questions.FormAsync(message, cancellation) is not { } form)
            return message;
        var view = new FormRendering(at.Install.Workspace).Modal(form, Places.Write(form.Submits, message.Place));
        // Heard as said in private, it is answered with a button that opens the form.
        return await IsOpenAsync(at, trigger, view, cancellation) ? null : message with { Place = Place.PrivateWith(message.From) };
    }

    /// <summary>What is wrong with a submitted form, by field.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(Message message, Installed at, CancellationToken cancellation)
    {
        var errors = await questions.CheckAsync(message, cancellation);
        return errors.Count == 0 && message.Said is Said.Acted { Act: var act } && act.Field(Fields.Channel) is { Length: > 0 } channel && !await channels.IsFitAsync(channel, at, cancellation)
            ? new Dictionary<string, string> { [Fields.Channel] = FormErrors.NotInChannel }
            : errors;
    }

    private async Task<bool> IsOpenAsync(Installed at, string trigger, View view, CancellationToken cancellation)
    {
        try
        {
            await slack.OpenViewAsync(at, trigger, view, cancellation).WaitAsync(LongestOpening, around.Time, cancellation);
            return true;
        }
        catch (Exception late) when (late is SlackException or TimeoutException)
        {
            return false;
        }
    }
}
