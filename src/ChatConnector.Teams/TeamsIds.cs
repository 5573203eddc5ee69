using System.Buffers;

namespace ChatConnector.Teams;

/// <summary>
/// How Teams' ids become ours and back: <c>teams:{tenant}:{id}</c>. Teams' own ids hold colons, so only the first two part.
/// </summary>
public static class TeamsIds
{
    public const string Platform = "teams";

    private static readonly SearchValues<char> InTenants = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What is printed in ASCII, without the blank and without what parts ids from one another.
    private static readonly SearchValues<char> InIds = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Except("|,<>\"\\")]);

    /// <summary>Real ones stay far below; anything longer is not an id.</summary>
    private const int Longest = 400;

    /// <summary>A person: by the id of their account in the directory, or without one by that of their chat account.</summary>
    public static TeammateId Teammate(string tenant, string account) => new($"{Platform}:{tenant}:{account}");

    /// <summary>A channel, group chat or the like.</summary>
    public static string Conversation(string tenant, string conversation) => $"{Platform}:{tenant}:{conversation}";

    /// <summary>The organization a tenant belongs to when nobody said otherwise.</summary>
    public static OrganizationId Organization(string tenant) => new($"{Platform}-{tenant}");

    /// <summary>Tenant and Teams' own id of a teammate or conversation; null when it is not of Teams.</summary>
    public static (string Tenant, string Id)? Parse(string ours) =>
        ours.Split(':', 3) is [Platform, var tenant, var id] && IsTenant(tenant) && IsId(id) ? (tenant, id) : null;

    public static bool IsTenant(string? text) => text is { Length: > 0 and <= 64 } && !text.AsSpan().ContainsAnyExcept(InTenants);

    /// <summary>Whether a text may stand where an id stands: no blanks, nothing that parts ids from one another.</summary>
    public static bool IsId(string? text) => text is { Length: > 0 and <= Longest } && !text.AsSpan().ContainsAnyExcept(InIds);

    /// <summary>Whether an id is that of an account in the directory rather than of a chat account.</summary>
    public static bool IsDirectoryId(string id) => Guid.TryParseExact(id, "D", out _);
}
