using ChatConnector.Runtime.Ports;

namespace ChatConnector.Runtime.Delivering;

/// <summary>
/// Which platform a place belongs to. With one platform everything goes there; with several, ids of places and teammates
/// begin with their platform's name and a colon.
/// </summary>
public sealed class ChatRouter
{
    private readonly Dictionary<string, ChatLine> lines;
    private readonly ChatLine first;

    public ChatRouter(IEnumerable<IChat> chats, Surroundings around)
    {
        var all = chats.Select(chat => new ChatLine(chat, around)).ToList();
        first = all.FirstOrDefault() ?? throw new InvalidOperationException("No platform to chat on is registered. Register an IChat.");
        lines = all.ToDictionary(line => line.Platform, StringComparer.Ordinal);
    }

    /// <summary>The line to a place or teammate.</summary>
    public ChatLine For(string id) => id.IndexOf(':', StringComparison.Ordinal) is > 0 and var end && lines.TryGetValue(id[..end], out var line) ? line : first;

    /// <summary>Erases what the adapters themselves keep about a person.</summary>
    public async Task ForgetAsync(OrganizationId organization, TeammateId who, CancellationToken cancellation)
    {
        foreach (var line in lines.Values)
            await line.ForgetAsync(organization, who, cancellation);
    }

    /// <summary>The line over which something was shown before.</summary>
    public ChatLine Named(string? platform) => platform is not null && lines.TryGetValue(platform, out var line) ? line : first;
}
