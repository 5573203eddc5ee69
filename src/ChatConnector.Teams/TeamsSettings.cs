namespace ChatConnector.Teams;

/// <summary>What must be known to take part in Teams, read and checked once at the start.</summary>
/// <param name="AppId">The Microsoft app id of the bot.</param>
/// <param name="TenantId">The tenant the bot is registered in, and whose tokens it asks for.</param>
public sealed record TeamsSettings(string AppId, string TenantId)
{
    public static readonly Uri MicrosoftsMetadata = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    public BotSecret Secret { get; init; } = new BotSecret.None();

    /// <summary>Where the keys are published that requests are signed with.</summary>
    public Uri OpenIdMetadata { get; init; } = MicrosoftsMetadata;

    /// <summary>Where tokens are fetched instead of from Microsoft; null for Microsoft's own address.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>Hosts answers may be sent to beside Microsoft's.</summary>
    public IReadOnlyList<string> MoreHosts { get; init; } = [];

    /// <summary>Tenants that are listened to; the bot's own where none are named.</summary>
    public IReadOnlyList<string> Tenants { get; init; } = [];

    /// <summary>Whether requests from this machine are let in without a token, and none is shown; only ever for development.</summary>
    public bool IsOpen { get; init; }

    public bool Allows(string tenant) => TeamsIds.IsTenant(tenant)
        && (Tenants.Count > 0 ? Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase) : IsOpen || string.Equals(TenantId, tenant, StringComparison.OrdinalIgnoreCase));

    // Settings end up in logs more easily than anyone thinks.
    public override string ToString() => nameof(TeamsSettings);
}

/// <summary>By what the bot proves who it is.</summary>
public abstract record BotSecret
{
    private BotSecret()
    {
    }

    /// <summary>By nothing; for development.</summary>
    public sealed record None : BotSecret;

    public sealed record Password(string Text) : BotSecret
    {
        public override string ToString() => nameof(Password);
    }

    /// <param name="Path">A file that holds certificate and key, PEM or PFX without a password.</param>
    public sealed record Certificate(string Path) : BotSecret;

    /// <summary>The machine it runs on vouches for it: as the bot itself where the ids are the same, otherwise in its place.</summary>
    public sealed record ManagedIdentity(string ClientId) : BotSecret;
}
