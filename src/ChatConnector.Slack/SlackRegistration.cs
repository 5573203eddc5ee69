using ChatConnector.Slack.Calling;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Receiving;
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
        services.AddTalking(settings, keys);
        // Slack signs by the real time, whatever clock the conversation goes by.
        if (settings.SigningSecrets is { } secrets)
            services.AddSingleton(new SignedRequest(secrets, TimeProvider.System)).AddSingleton<Requests>();
        // After the workspace is known, for whom things come.
        if (settings.Socket is { } socket)
            services.AddSingleton(socket).AddSingleton<Envelopes>().AddSingleton<SocketMode>().AddHostedService(provider => provider.GetRequiredService<SocketMode>());
        return services;
    }

    private static void AddTalking(this IServiceCollection services, SlackSettings settings, string keys) => services
        .AddSingleton(settings)
        // Its own keys: the process's others may be gone with the process.
        .AddSingleton(provider => new Installs(provider.GetRequiredService<IStore>(), Keys(keys)))
        .AddSingleton(_ => new SlackWire(SlackWire.Connect(settings.ApiBaseUrl)))
        .AddSingleton<Pace>().AddSingleton<SlackApi>()
        .AddSingleton<EventHearing>().AddSingleton<CommandHearing>().AddSingleton<InteractionHearing>()
        .AddSingleton<Acquaintance>().AddSingleton<SlackEars>().AddSingleton<Reception>()
        .AddHostedService<SingleWorkspace>();

    private static IDataProtectionProvider Keys(string folder)
    {
        var kept = OperatingSystem.IsWindows()
            ? System.IO.Directory.CreateDirectory(folder)
            : System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return DataProtectionProvider.Create(kept, o => o.SetApplicationName("ChatConnector"));
    }
}
