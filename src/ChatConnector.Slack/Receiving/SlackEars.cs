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

    private static readonly Task<IReadOnlyDictionary<string, string>> NothingIsWrong = Task.FromResult(Reception.NothingWrong);

    /// <returns>What is wrong with a submitted form, by field; empty otherwise.</returns>
    /// <exception cref="StorageException">It was not kept; let Slack try again.</exception>
    public Task<IReadOnlyDictionary<string, string>> HearAsync(Meaning meaning, Installed at, CancellationToken cancellation) => meaning switch
    {
        Meaning.Said said => AcceptAsync(said.Message, at, cancellation),
        Meaning.Wants wants => OpenAsync(wants, at, cancellation),
        Meaning.Submits submits => SubmitAsync(submits.Message, at, cancellation),
        Meaning.Uninstalled gone => StopAsync(at, gone.At, cancellation),
        Meaning.Revoked revoked when revoked.BotUsers.Contains(at.Install.BotUser) => StopAsync(at, revoked.At, cancellation),
        _ => NothingIsWrong,
    };

    private async Task<IReadOnlyDictionary<string, string>> StopAsync(Installed at, Instant since, CancellationToken cancellation)
    {
        await installs.StopAsync(at.Install.Workspace, since, cancellation);
        return Reception.NothingWrong;
    }

    private async Task<IReadOnlyDictionary<string, string>> AcceptAsync(Message message, Installed at, CancellationToken cancellation)
    {
        await inbox.AcceptAsync(await acquaintance.IntroduceAsync(message, at, cancellation), cancellation);
        return Reception.NothingWrong;
    }

    private async Task<IReadOnlyDictionary<string, string>> SubmitAsync(Message heard, Installed at, CancellationToken cancellation)
    {
        var message = await acquaintance.IntroduceAsync(heard, at, cancellation);
        var errors = await questions.CheckAsync(message, cancellation);
        if (errors.Count == 0)
            await inbox.AcceptAsync(message, cancellation);
        return errors;
    }

    /// <summary>What opens no form is heard like everything else; so is what should have, where Slack no longer lets it open.</summary>
    private async Task<IReadOnlyDictionary<string, string>> OpenAsync(Meaning.Wants wants, Installed at, CancellationToken cancellation)
    {
        var message = await acquaintance.IntroduceAsync(wants.Message, at, cancellation);
        if (await questions.FormAsync(message, cancellation) is { } form)
        {
            var view = new FormRendering(at.Install.Workspace).Modal(form, Places.Write(form.Submits, message.Place));
            if (await IsOpenAsync(at, wants.Trigger, view, cancellation))
                return Reception.NothingWrong;
            // Heard as said in private, it is answered with a button that opens the form.
            message = message with { Place = Place.PrivateWith(message.From) };
        }

        await inbox.AcceptAsync(message, cancellation);
        return Reception.NothingWrong;
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
