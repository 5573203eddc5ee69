using ChatConnector.Teams;

namespace ChatConnector.Host.Settings;

/// <summary>The settings of Teams. Where none is given Connector has no part in it.</summary>
public static class TeamsSection
{
    public const string Name = "Teams";

    private const string AppIdKey = "Teams:AppId";
    private const string TenantKey = "Teams:TenantId";
    private const string PasswordKey = "Teams:AppPassword";
    private const string CertificateKey = "Teams:CertificatePath";
    private const string IdentityKey = "Teams:ManagedIdentityClientId";
    private const string OpenKey = "Teams:AllowUnauthenticated";
    private const string Id = "an id such as 11111111-2222-3333-4444-555555555555";

    public static TeamsSettings? Read(SettingsReader reader, IHostEnvironment environment)
    {
        var isOpen = reader.Flag(OpenKey, false);
        if (isOpen && !environment.IsDevelopment())
            reader.Refuse(OpenKey, "false outside Development", "Anyone could be anyone: leave it out, or set ASPNETCORE_ENVIRONMENT to Development on your own machine.");
        var (app, tenant) = (reader.Text(AppIdKey), reader.Text(TenantKey));
        var settings = new TeamsSettings(app ?? "", tenant ?? "")
        {
            Secret = SecretIn(reader),
            OpenIdMetadata = reader.Address("Teams:OpenIdMetadataUrl", $"{TeamsSettings.MicrosoftsMetadata}", "use Microsoft's") ?? TeamsSettings.MicrosoftsMetadata,
            TokenUrl = reader.Address("Teams:TokenUrl", "https://login.example.com/token", "use Microsoft's"),
            MoreHosts = reader.Texts("Teams:AllowedServiceHosts"),
            Tenants = reader.Texts("Teams:AllowedTenants"),
            IsOpen = isOpen,
        };
        if (!isOpen && app is null && tenant is null && settings.Secret is BotSecret.None)
            return null;
        if (!isOpen)
            Check(reader, settings);
        return settings;
    }

    private static void Check(SettingsReader reader, TeamsSettings settings)
    {
        if (!Guid.TryParseExact(settings.AppId, "D", out _))
            reader.Refuse(AppIdKey, Id, "Copy the Microsoft App ID of your bot, from its registration's overview.");
        if (!Guid.TryParseExact(settings.TenantId, "D", out _))
            reader.Refuse(TenantKey, Id, "Copy the Directory (tenant) ID that stands beside it.");
        if (settings.Secret is BotSecret.None)
            reader.Refuse(PasswordKey, $"a client secret, or {CertificateKey} or {IdentityKey} in its place", "Create a secret, a certificate or a managed identity for the app, and name exactly one.");
        if (settings.Secret is BotSecret.Certificate { Path: var path } && !File.Exists(path))
            reader.Refuse(CertificateKey, "a file this process may read", "Give the whole path of a PEM or PFX file with certificate and key, without a password.");
        if (settings.TokenUrl is not null && settings.Secret is not BotSecret.Password)
            reader.Refuse("Teams:TokenUrl", $"nothing, unless {PasswordKey} is set", "Other proofs are only known to Microsoft's own address: leave it out.");
        if (settings.TokenUrl is { IsLoopback: false, Scheme: not "https" })
            reader.Refuse("Teams:TokenUrl", "an address with https", "The secret would travel in plain sight: write https://.");
        if (settings.OpenIdMetadata is { IsLoopback: false, Scheme: not "https" })
            reader.Refuse("Teams:OpenIdMetadataUrl", "an address with https", "Anybody on the way could publish keys of their own: write https://.");
    }

    private static BotSecret SecretIn(SettingsReader reader)
    {
        List<(string Key, BotSecret Secret)> given = [];
        if (reader.Text(PasswordKey) is { } password)
            given.Add((PasswordKey, new BotSecret.Password(password)));
        if (reader.Text(CertificateKey) is { } path)
            given.Add((CertificateKey, new BotSecret.Certificate(path)));
        if (reader.Text(IdentityKey) is { } identity)
            given.Add((IdentityKey, new BotSecret.ManagedIdentity(identity)));
        foreach (var (key, _) in given.Skip(1))
            reader.Refuse(key, $"only one of {PasswordKey}, {CertificateKey} and {IdentityKey}", "Keep the one you want to use and take out the others.");
        return given.Count > 0 ? given[0].Secret : new BotSecret.None();
    }
}
