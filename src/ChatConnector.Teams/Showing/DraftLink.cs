using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;

namespace ChatConnector.Teams.Showing;

/// <summary>
/// A link that opens a chat with a first message in it, written but not sent: a bot may not begin a chat between people,
/// and whoever goes first has the last word on what they say.
/// </summary>
public sealed class DraftLink(Connector connector, Addresses addresses)
{
    private const int LongestDraft = 600;
    private const string Chat = "https://teams.microsoft.com/l/chat/0/0";

    /// <summary>Null when Teams does not tell how all of them are found.</summary>
    /// <param name="near">Where everybody knows of it already; null for nowhere.</param>
    /// <exception cref="ConnectorException">Teams cannot be asked now.</exception>
    /// <exception cref="StorageException">Nor can our own rows.</exception>
    public async Task<string?> ToAsync(string tenant, IEnumerable<string> people, Address? near, string draft, CancellationToken cancellation)
    {
        var principals = new List<string>();
        foreach (var person in people)
        {
            if (await PrincipalAsync(tenant, person, near, cancellation) is not { Length: > 0 } principal)
                return null;
            principals.Add(Uri.EscapeDataString(principal));
        }

        return $"{Chat}?users={string.Join(',', principals)}&message={Uri.EscapeDataString(Cut(draft))}";
    }

    // Teams tells of somebody only where they are: in their own chat with Connector, or where they answered.
    private async Task<string?> PrincipalAsync(string tenant, string person, Address? near, CancellationToken cancellation)
    {
        var found = await addresses.FindPrivateAsync(tenant, person, cancellation) is { IsStopped: false } own ? await AloneInAsync(own, person, cancellation) : null;
        return found is null && near is not null ? (await connector.MemberAsync(near, person, cancellation))?.Principal : found;
    }

    private async Task<string?> AloneInAsync(Address own, string person, CancellationToken cancellation)
    {
        try
        {
            var (people, _) = await connector.MembersAsync(own, null, cancellation);
            return people.FirstOrDefault(m => m.Account.InTenant(own.Tenant) == TeamsIds.Teammate(own.Tenant, person))?.Principal;
        }
        catch (ConnectorException unknown) when (unknown.Trouble is Trouble.Refused or Trouble.NotWanted)
        {
            return null;
        }
    }

    private static string Cut(string draft) =>
        draft.Length <= LongestDraft ? draft : draft[..(char.IsHighSurrogate(draft[LongestDraft - 2]) ? LongestDraft - 2 : LongestDraft - 1)] + "…";
}
