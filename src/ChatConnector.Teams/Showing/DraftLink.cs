using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;

namespace ChatConnector.Teams.Showing;

/// <summary>
/// A link that opens a chat with a first message in it, written but not sent: a bot may not begin a chat between people,
/// and whoever goes first has the last word on what they say.
/// </summary>
public sealed class DraftLink(Connector connector)
{
    private const int LongestDraft = 600;
    private const string Chat = "https://teams.microsoft.com/l/chat/0/0";

    /// <summary>Null when Teams does not tell how all of them are found.</summary>
    /// <param name="from">The private chat with whoever opens it.</param>
    /// <exception cref="ConnectorException">Teams cannot be asked now.</exception>
    public async Task<string?> ToAsync(Address from, IEnumerable<string> people, string draft, CancellationToken cancellation)
    {
        var principals = new List<string>();
        foreach (var person in people)
        {
            if (await connector.MemberAsync(from, person, cancellation) is not { Principal.Length: > 0 } member)
                return null;
            principals.Add(Uri.EscapeDataString(member.Principal));
        }

        return $"{Chat}?users={string.Join(',', principals)}&message={Uri.EscapeDataString(Cut(draft))}";
    }

    private static string Cut(string draft) =>
        draft.Length <= LongestDraft ? draft : draft[..(char.IsHighSurrogate(draft[LongestDraft - 2]) ? LongestDraft - 2 : LongestDraft - 1)] + "…";
}
