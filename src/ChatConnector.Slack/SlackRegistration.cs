using ChatConnector.Runtime;
using ChatConnector.Runtime.Upkeep;
using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Directories;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Receiving;
using ChatConnector.Slack.Showing;
using ChatConnector.Slack.Sockets;
using ChatConnector.Slack.Verifying;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Slack;

/// <summary>Slack as one thing that is there or not.</summary>
public static class SlackRegistration
{
    /// <param name="keys">The folder of the keys that open the tokens; away from the database, or whoever copies one has both.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackSettings settings, string keys)
    {
        // Its own keys: the process's others may be gone with the process.
        var protection = new Lazy<IDataProtectionProvider>(() => Keys(keys));
        services.AddSingleton(settings)
            .AddSingleton(provider => new Installs(provider.GetRequiredService<IStore>(), protection.Value))
            .AddSingleton(_ => new SlackWire(SlackWire.Connect(settings.ApiBaseUrl)))
            .AddSingleton<Pace>().AddSingleton<SlackApi>()
            .AddSingleton<EventHearing>().AddSingleton<CommandHearing>().AddSingleton<InteractionHearing>()
            .AddSingleton<Callers>().AddSingleton<Acquaintance>().AddSingleton<Channels>().AddSingleton<Modals>().AddSingleton<SlackEars>().AddSingleton<Reception>()
            .AddSingleton<IChat, SlackChat>()
            .AddSingleton<Census>().AddSingleton<Memberships>()
            .AddSingleton(provider => new Round(TimeSpan.FromSeconds(5), provider.GetRequiredService<Census>().GoOnAsync))
            .AddSingleton(provider => new Round(TimeSpan.FromSeconds(30), provider.GetRequiredService<Memberships>().GoOnAsync))
            .AddSingleton<Arrivals>().AddSingleton<Goodbyes>()
            .AddSingleton(provider => new Round(TimeSpan.FromHours(1), provider.GetRequiredService<Goodbyes>().FollowAsync));
        if (settings.BotToken is { } token)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<SingleWorkspace>(provider, token));
        if (settings.OAuth is { } oauth)
            services.AddInstalling(oauth, protection);
        // Slack signs by the real time, whatever clock the conversation goes by.
        if (settings.SigningSecrets is { } secrets)
            services.AddSingleton(new SignedRequest(secrets, TimeProvider.System)).AddSingleton<Requests>();
        // After the one workspace is known, for which things come.
        if (settings.Socket is { } socket)
            services.AddSingleton(socket).AddSingleton<Envelopes>().AddSingleton<SocketMode>().AddHostedService(provider => provider.GetRequiredService<SocketMode>());
        return services;
    }

    private static void AddInstalling(this IServiceCollection services, OAuthSettings oauth, Lazy<IDataProtectionProvider> protection) => services
        .AddSingleton(oauth)
        .AddSingleton(provider => new States(provider.GetRequiredService<IStore>(), protection.Value, provider.GetRequiredService<Surroundings>()))
        .AddSingleton(provider => new Round(TimeSpan.FromHours(1), provider.GetRequiredService<States>().TidyAsync))
        .AddSingleton<InstallFlow>()
        .AddSingleton(provider => new Renewals(provider.GetRequiredService<IStore>(), protection.Value)).AddSingleton<Rotation>()
        .AddSingleton(provider => new Round(TimeSpan.FromMinutes(1), provider.GetRequiredService<Rotation>().RenewAsync));

    private static IDataProtectionProvider Keys(string folder)
    {
        var kept = OperatingSystem.IsWindows()
            ? System.IO.Directory.CreateDirectory(folder)
            : System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return DataProtectionProvider.Create(kept, o => o.SetApplicationName("ChatConnector"));
    }
}
