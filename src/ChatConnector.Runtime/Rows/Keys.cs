using System.Security.Cryptography;
using System.Text;

namespace ChatConnector.Runtime.Rows;

/// <summary>Where the runtime keeps its own rows.</summary>
public static class Keys
{
    private const string Organizations = "organization|";

    /// <summary>The partition of everything an organization remembers.</summary>
    public static string PartitionOf(OrganizationId organization) => Organizations + organization.Text;

    /// <summary>The organization whose partition this is; null for other partitions.</summary>
    public static OrganizationId? OrganizationOf(string partition) =>
        partition.StartsWith(Organizations, StringComparison.Ordinal) ? new OrganizationId(partition[Organizations.Length..]) : null;

    /// <summary>
    /// A short stand-in for a message's id. Ids come from platforms, may hold any character and name people; the stand-in
    /// is safe in a key and says nothing about anybody.
    /// </summary>
    public static string Short(MessageId id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Text)).AsSpan(0, 16));

    /// <summary>The end of the range of keys that begin like this.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
