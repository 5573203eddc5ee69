using ChatConnector.Runtime;
using ChatConnector.Teams.Hearing;
using ChatConnector.Teams.Rendering;

namespace ChatConnector.Teams.Receiving;

/// <summary>Cards in the version of whoever looks at them, told while Teams waits. Nothing is kept of who looked, or that somebody did.</summary>
public sealed class OwnVersions(Questions questions)
{
    // Teams asks again whenever the card is looked at, so it is not worth waiting longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<Answer> ShowAsync(Meaning.Looks looks, Activity activity, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            if (await questions.LookAsync(looks.Message, looks.Ask, patience.Token) is not { } card)
                return Answer.NothingToSee;
            var isTheirs = card.Own?.Reader == looks.Message.From && activity.From.Id.Length > 0;
            return Answer.Of(new CardRendering(activity.Tenant, mentions: false) { Own = isTheirs ? activity.From.Id : null }.Render(card));
        }
        catch (StorageException)
        {
            return Answer.NotNow;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Answer.NotNow;
        }
    }
}
