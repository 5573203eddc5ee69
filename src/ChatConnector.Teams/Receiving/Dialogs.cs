using ChatConnector.Engine.Wording;
using ChatConnector.Runtime;
using ChatConnector.Teams.Hearing;
using ChatConnector.Teams.Rendering;

namespace ChatConnector.Teams.Receiving;

/// <summary>Forms, opened and submitted while Teams waits.</summary>
public sealed class Dialogs(Inbox inbox, Questions questions, ChannelChoice channels)
{
    /// <summary>What opens no form is heard like everything else, and answered in the chat.</summary>
    /// <param name="once">Tells this opening from the next.</param>
    /// <exception cref="StorageException">It cannot be done now.</exception>
    public async Task<Answer> OpenAsync(Message message, string once, CancellationToken cancellation)
    {
        if (await questions.FormAsync(message, cancellation) is { } form)
            return Answer.Of((await RenderingAsync(form, message, cancellation)).Render(form, new Origin(ActOf(message), once)));
        await inbox.AcceptAsync(message, cancellation);
        return Answer.Of(Frames.SeeChat);
    }

    /// <summary>Keeps what was filled in, or shows the form again with what is wrong with it.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<Answer> SubmitAsync(Meaning.Submits submits, Activity activity, CancellationToken cancellation)
    {
        var act = await channels.NamedAsync(ActOf(submits.Message), activity.Tenant, PersonOf(submits.Message), cancellation);
        var message = submits.Message with { Said = new Said.Acted(act) };
        var errors = await questions.CheckAsync(message, cancellation);
        if (errors.Count > 0 && await questions.FormAsync(message with { Said = new Said.Acted(submits.Opener) }, cancellation) is { } form)
            return Answer.Of((await RenderingAsync(form, message, cancellation)).Render(form, new Origin(submits.Opener, submits.Once), act, errors));
        await inbox.AcceptAsync(message, cancellation);
        return Answer.Closed;
    }

    private async Task<FormRendering> RenderingAsync(Form form, Message message, CancellationToken cancellation)
    {
        var tenant = TeamsIds.Parse(message.From.Text)!.Value.Tenant;
        var choice = form.Fields.Any(f => f is Field.Channel) ? await channels.ForAsync(tenant, PersonOf(message), cancellation) : [];
        return new FormRendering(tenant, choice);
    }

    private static Act ActOf(Message message) => ((Said.Acted)message.Said).Act;

    private static string PersonOf(Message message) => TeamsIds.Parse(message.From.Text)!.Value.Id;
}
