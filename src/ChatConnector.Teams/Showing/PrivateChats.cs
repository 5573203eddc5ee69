using ChatConnector.Runtime;
using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Hearing;

namespace ChatConnector.Teams.Showing;

/// <summary>Connector's private chats. One that was never spoken in is begun.</summary>
public sealed class PrivateChats(Connector connector, Addresses addresses, Surroundings around)
{
    /// <exception cref="ConnectorException">It cannot be begun.</exception>
    /// <exception cref="StorageException">It cannot be looked up.</exception>
    public async Task<Address> WithAsync(string tenant, string person, CancellationToken cancellation)
    {
        if (await addresses.FindPrivateAsync(tenant, person, cancellation) is { } known)
            return known;
        if (await addresses.FindTenantAsync(tenant, cancellation) is not { } served)
            throw new ConnectorException("POST conversations", "tenant_not_met", Trouble.Refused);
        var asked = around.Now;
        var conversation = await connector.BeginAsync(served.ServiceUrl, tenant, served.Bot, person, cancellation);
        var begun = served with { Conversation = conversation, Scope = Scope.Personal };
        await addresses.HearAsync(begun, person, isSpokenTo: false, asked, cancellation);
        return await addresses.FindAsync(tenant, conversation, cancellation) ?? begun;
    }
}
