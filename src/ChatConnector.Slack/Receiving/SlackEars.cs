using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Receiving;

/// <summary>Acts on what Slack's requests mean. When it returns, what was said is kept and Slack may be answered.</summary>
public sealed class SlackEars(Inbox inbox, Modals modals, Installs installs, Acquaintance acquaintance, Channels channels)
{
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
        var message = await PlacedAsync(heard, at, cancellation);
        var errors = await modals.CheckAsync(message, at, cancellation);
        if (errors.Count == 0)
            await inbox.AcceptAsync(message, cancellation);
        return errors;
    }

    private async Task<IReadOnlyDictionary<string, string>> OpenAsync(Meaning.Wants wants, Installed at, CancellationToken cancellation)
    {
        if (await modals.OpenAsync(await PlacedAsync(wants.Message, at, cancellation), wants.Trigger, at, cancellation) is { } left)
            await inbox.AcceptAsync(left, cancellation);
        return Reception.NothingWrong;
    }

    /// <summary>The message as of somebody who is known, from where it may be answered; both are looked up at the same time.</summary>
    private async ValueTask<Message> PlacedAsync(Message heard, Installed at, CancellationToken cancellation)
    {
        var placing = channels.PlaceAsync(heard, at, cancellation);
        var message = await acquaintance.IntroduceAsync(heard, at, cancellation);
        return message with { Place = await placing };
    }
}
