using ChatConnector.Runtime;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Rendering;

namespace ChatConnector.Slack.Receiving;

/// <summary>Acts on what Slack's requests mean. When it returns, what was said is kept and Slack may be answered.</summary>
public sealed class SlackEars(Inbox inbox, Questions questions, Installs installs, SlackApi slack, Acquaintance acquaintance, Surroundings around)
{
    /// <summary>A trigger lives three seconds, and Slack wants its answer within them.</summary>
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(1.5);

    /// <returns>What is wrong with a submitted form, by field; empty otherwise.</returns>
    /// <exception cref="StorageException">It was not kept; let Slack try again.</exception>
    public async Task<IReadOnlyDictionary<string, string>> HearAsync(Meaning meaning, Installed at, CancellationToken cancellation)
    {
        switch (meaning)
        {
            case Meaning.Said said:
                await AcceptAsync(said.Message, at, cancellation);
                return Reception.NothingWrong;
            case Meaning.Wants wants:
                await OpenAsync(wants, at, cancellation);
                return Reception.NothingWrong;
            case Meaning.Submits submits:
                return await SubmitAsync(submits.Message, at, cancellation);
            case Meaning.Uninstalled gone:
                await installs.StopAsync(at.Install.Workspace, gone.At, cancellation);
                return Reception.NothingWrong;
            case Meaning.Revoked revoked when revoked.BotUsers.Contains(at.Install.BotUser):
                await installs.StopAsync(at.Install.Workspace, revoked.At, cancellation);
                return Reception.NothingWrong;
            default:
                return Reception.NothingWrong;
        }
    }

    private async Task AcceptAsync(Message message, Installed at, CancellationToken cancellation) =>
        await inbox.AcceptAsync(await acquaintance.IntroduceAsync(message, at, cancellation), cancellation);

    private async Task<IReadOnlyDictionary<string, string>> SubmitAsync(Message heard, Installed at, CancellationToken cancellation)
    {
        var message = await acquaintance.IntroduceAsync(heard, at, cancellation);
        var errors = await questions.CheckAsync(message, cancellation);
        if (errors.Count == 0)
            await inbox.AcceptAsync(message, cancellation);
        return errors;
    }

    /// <summary>What opens no form is heard like everything else; so is what should have, where Slack no longer lets it open.</summary>
    private async Task OpenAsync(Meaning.Wants wants, Installed at, CancellationToken cancellation)
    {
        var message = await acquaintance.IntroduceAsync(wants.Message, at, cancellation);
        if (await questions.FormAsync(message, cancellation) is { } form)
        {
            var view = new FormRendering(at.Install.Workspace).Modal(form, Places.Write(form.Submits, message.Place));
            if (await IsOpenAsync(at, wants.Trigger, view, cancellation))
                return;
            // Heard as said in private, it is answered with a button that opens the form.
            message = message with { Place = Place.PrivateWith(message.From) };
        }

        await inbox.AcceptAsync(message, cancellation);
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
