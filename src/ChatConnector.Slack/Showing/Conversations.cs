using System.Collections.Concurrent;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Showing;

/// <summary>Private chats and groups of Connector. Their channels never change, so each is asked for once.</summary>
public sealed class Conversations(SlackApi api)
{
    private const int MostKnown = 20_000;
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <returns>The channel.</returns>
    /// <exception cref="SlackException">It cannot be opened; nothing is shown by that.</exception>
    public async Task<string> WithAsync(Installed at, IReadOnlyList<string> users, CancellationToken cancellation)
    {
        var key = $"{at.Install.Workspace}|{string.Join(',', users.Order(StringComparer.Ordinal))}";
        if (known.TryGetValue(key, out var channel))
            return channel;
        if (known.Count >= MostKnown)
            known.Clear();
        try
        {
            return known[key] = await api.OpenConversationAsync(at, users, cancellation);
        }
        catch (SlackException unknown) when (unknown.Trouble == Trouble.Uncertain)
        {
            // Opened or not, nothing is posted yet.
            throw new SlackException("conversations.open", unknown.Error, Trouble.Busy);
        }
    }
}
