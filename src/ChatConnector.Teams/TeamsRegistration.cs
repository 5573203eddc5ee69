using Azure.Core;
using Azure.Identity;
using ChatConnector.Runtime;
using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Hearing;
using ChatConnector.Teams.Receiving;
using ChatConnector.Teams.Showing;
using ChatConnector.Teams.Trust;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Teams;

/// <summary>Teams as one thing that is there or not.</summary>
public static class TeamsRegistration
{
    private const string Exchange = "api://AzureADTokenExchange/.default";

    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new ServiceHosts(settings.MoreHosts, anyLoopback: settings.IsOpen))
        // Microsoft signs by the real time, whatever clock the conversation goes by.
        .AddSingleton(_ => new SigningKeys(settings.OpenIdMetadata, ConnectorWire.Connect(), TimeProvider.System))
        .AddSingleton(provider => new Door(
            settings,
            settings.IsOpen ? null : new TokenCheck(settings.AppId, provider.GetRequiredService<SigningKeys>(), TimeProvider.System),
            provider.GetRequiredService<ServiceHosts>()))
        .AddSingleton(_ => new BotTokens(settings.IsOpen ? null : CredentialOf(settings), TimeProvider.System))
        .AddSingleton(provider => new ConnectorWire(
            ConnectorWire.Connect(), provider.GetRequiredService<ServiceHosts>(), provider.GetRequiredService<BotTokens>(), provider.GetRequiredService<Surroundings>()))
        .AddSingleton<Pace>().AddSingleton<Connector>().AddSingleton<Addresses>()
        .AddSingleton<ActivityHearing>().AddSingleton<Acquaintance>().AddSingleton<ChannelChoice>().AddSingleton<Dialogs>().AddSingleton<OwnVersions>().AddSingleton<TeamsEars>()
        .AddSingleton<Census>().AddHostedService(provider => provider.GetRequiredService<Census>())
        .AddSingleton<IChat, TeamsChat>();

    private static TokenCredential? CredentialOf(TeamsSettings settings) => settings.Secret switch
    {
        BotSecret.Password password when settings.TokenUrl is { } address => new SecretAt(address, settings.AppId, password.Text, ConnectorWire.Connect()),
        BotSecret.Password password => new ClientSecretCredential(settings.TenantId, settings.AppId, password.Text),
        BotSecret.Certificate certificate => new ClientCertificateCredential(settings.TenantId, settings.AppId, certificate.Path),
        BotSecret.ManagedIdentity machine when machine.ClientId == settings.AppId => Machine(machine),
        BotSecret.ManagedIdentity machine => new ClientAssertionCredential(settings.TenantId, settings.AppId, token => AssertAsync(Machine(machine), token)),
        _ => null,
    };

    private static ManagedIdentityCredential Machine(BotSecret.ManagedIdentity machine) => new(ManagedIdentityId.FromUserAssignedClientId(machine.ClientId));

    private static async Task<string> AssertAsync(TokenCredential machine, CancellationToken cancellation) =>
        (await machine.GetTokenAsync(new TokenRequestContext([Exchange]), cancellation)).Token;
}
