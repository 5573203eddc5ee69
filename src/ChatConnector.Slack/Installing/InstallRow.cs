using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatConnector.Slack.Installing;

/// <summary>An install as it rests.</summary>
/// <param name="Token">Encrypted; null once Connector was thrown out.</param>
/// <param name="InstalledAt">Unix seconds, the finest Slack tells of an uninstall.</param>
/// <param name="StoppedAt">Unix seconds; null while Connector is in.</param>
internal sealed record InstallRow(
    int Version, string Workspace, string Organization, string BotUser, bool IsEnterprise, string App, string? Token, long InstalledAt, long? StoppedAt)
{
    public const int Current = 1;

    /// <summary>Whether its token stands in the settings.</summary>
    public bool IsInSettings { get; init; }

    /// <summary>What the token is exchanged for another one with, encrypted; null where it does not expire.</summary>
    public string? Refresh { get; init; }

    /// <summary>Unix seconds; null where the token does not expire.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>Unix seconds, until when somebody has the turn to exchange it.</summary>
    public long? RenewingUntil { get; init; }

    /// <summary>Whether Connector may talk there.</summary>
    [JsonIgnore]
    public bool IsIn => Token is not null;

    public Install ToInstall() => new(Workspace, new OrganizationId(Organization), BotUser)
    {
        IsEnterprise = IsEnterprise,
        IsInSettings = IsInSettings,
        App = App,
        Since = Instant.FromUnixTimeSeconds(InstalledAt),
    };

    /// <summary>The same once Connector was thrown out.</summary>
    public InstallRow Stopped(Instant at) => this with { Token = null, Refresh = null, ExpiresAt = null, RenewingUntil = null, StoppedAt = at.ToUnixTimeSeconds() };

    public string ToJson() => JsonSerializer.Serialize(this, InstallJson.Default.InstallRow);

    /// <exception cref="StorageException">A newer version of this program wrote it, or nobody did.</exception>
    public static InstallRow Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, InstallJson.Default.InstallRow) is { Version: Current } row
                ? row
                : throw new StorageException("An install was kept by another version of this program.");
        }
        catch (JsonException broken)
        {
            throw new StorageException("An install cannot be read.", broken);
        }
    }
}

[JsonSerializable(typeof(InstallRow))]
internal sealed partial class InstallJson : JsonSerializerContext;
