using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatConnector.Runtime;
using Microsoft.AspNetCore.DataProtection;

namespace ChatConnector.Slack.Installing;

/// <summary>
/// What Slack brings back from an install, so that only the browser that began it can finish it, within ten minutes, once.
/// Nothing is kept until it comes back: anybody may begin.
/// </summary>
public sealed class States(IStore store, IDataProtectionProvider keys, Surroundings around)
{
    private const string Partition = "slack";
    private const string Prefix = "state|";
    private const int Bytes = 32;
    private const int MostAtOnce = 100;

    /// <summary>As long as Slack's own code lives.</summary>
    public static readonly Duration Lifetime = Duration.FromMinutes(10);

    private readonly IDataProtector protector = keys.CreateProtector("ChatConnector.Slack.State");

    /// <summary>A new state, and the secret its browser keeps for it.</summary>
    public (string State, string Secret) Begin()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (protector.Protect($"{(around.Now + Lifetime).ToUnixTimeSeconds():D12}|{secret}"), secret);
    }

    /// <summary>Whether this browser began this state lately and nobody has used it. From now on somebody has.</summary>
    /// <exception cref="StorageException">Nobody knows; it is not used up.</exception>
    public async Task<bool> UseAsync(string state, string secret, CancellationToken cancellation)
    {
        if (Open(state) is not [var until, var expected] || !AreSame(secret, expected))
            return false;
        if (long.Parse(until, CultureInfo.InvariantCulture) <= around.Now.ToUnixTimeSeconds())
            return false;
        var key = $"{Prefix}{until}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))}";
        return await store.CommitAsync(Partition, [new RowChange.Insert(key, "{}")], cancellation);
    }

    /// <summary>Forgets those that nobody could use any more anyway.</summary>
    public async Task TidyAsync(CancellationToken cancellation)
    {
        var now = $"{Prefix}{around.Now.ToUnixTimeSeconds():D12}";
        while (await store.ScanAsync(Partition, Prefix, now, MostAtOnce, cancellation) is { Count: > 0 } old)
            await store.CommitAsync(Partition, [.. old.Select(row => new RowChange.Delete(row.Key))], cancellation);
    }

    private string[] Open(string state)
    {
        try
        {
            return protector.Unprotect(state).Split('|');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static bool AreSame(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
