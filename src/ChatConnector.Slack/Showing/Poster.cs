using System.Security.Cryptography;
using System.Text;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Rendering;

namespace ChatConnector.Slack.Showing;

/// <summary>Posts a card once, as far as anyone can: what may have been posted before is looked for first.</summary>
public sealed class Poster(SlackApi api)
{
    /// <returns>The message's channel and time.</returns>
    /// <exception cref="SlackException">It is not posted, or not all of it.</exception>
    public async Task<(string Channel, string Time)> PostAsync(Installed at, Delivery delivery, string channel, string? thread, Card card, CancellationToken cancellation)
    {
        var posting = Card(at, channel, thread, card) with { Mark = MarkOf(delivery.EffectId) };
        var posted = await OnceAsync(at, posting, delivery.MaybeShown, cancellation);
        var number = 0;
        foreach (var page in CardRendering.Pages(card))
            await PageAsync(at, posting with { Thread = thread ?? posted.Time, Blocks = page, Mark = MarkOf($"{delivery.EffectId}/{++number}") }, delivery.MaybeShown, cancellation);
        return posted;
    }

    internal static Posting Card(Installed at, string channel, string? thread, Card card) =>
        new(channel, thread, CardRendering.Fallback(card), new CardRendering(at.Install.Workspace).Message(card));

    // The card is shown by now, so whatever keeps a page from its place leaves the whole half done; the next attempt finds what there is.
    private async Task PageAsync(Installed at, Posting page, bool maybeShown, CancellationToken cancellation)
    {
        try
        {
            await OnceAsync(at, page, maybeShown, cancellation, patient: true);
        }
        catch (SlackException trouble) when (trouble.Trouble is Trouble.Busy or Trouble.Paused or Trouble.TokenDead)
        {
            throw new SlackException("chat.postMessage", "half_posted", Trouble.Uncertain);
        }
    }

    private async Task<(string Channel, string Time)> OnceAsync(Installed at, Posting posting, bool maybeShown, CancellationToken cancellation, bool patient = false) =>
        maybeShown && await FindAsync(at, posting, cancellation) is { } time ? (posting.Channel, time) : await api.PostAsync(at, posting, cancellation, patient);

    // Channels Connector may not read cannot be looked into; there it is posted again, which is better than never.
    private async Task<string?> FindAsync(Installed at, Posting posting, CancellationToken cancellation)
    {
        try
        {
            return (await api.HistoryAsync(at, posting.Channel, posting.Thread, cancellation))
                .FirstOrDefault(m => m.Get("metadata") is var metadata && metadata.Text("event_type") == Posting.MarkType && metadata.Get("event_payload").Text("id") == posting.Mark)
                .Text("ts") is { Length: > 0 } time ? time : null;
        }
        catch (SlackException trouble) when (trouble.Trouble == Trouble.Refused)
        {
            return null;
        }
        catch (SlackException trouble) when (trouble.Trouble == Trouble.Uncertain)
        {
            // Looking shows nothing, so this attempt certainly did not.
            throw new SlackException("conversations.history", trouble.Error, Trouble.Busy);
        }
    }

    // Other apps can read it, so it says nothing.
    private static string MarkOf(string effectId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effectId)).AsSpan(0, 16));
}
