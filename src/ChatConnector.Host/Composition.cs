using ChatConnector.Host.Embedding;
using ChatConnector.Host.Health;
using ChatConnector.Host.Settings;
using ChatConnector.Host.Telemetry;
using ChatConnector.Host.TryIt;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack;
using ChatConnector.Slack.Receiving;
using ChatConnector.Storage;
using ChatConnector.Teams;
using ChatConnector.Teams.Receiving;

namespace ChatConnector.Host;

/// <summary>What the process is made of.</summary>
public static class Composition
{
    private static readonly Problem NoPlatform = new(
        "Slack or Teams", "the settings of at least one platform", "Set one up as the README says, or run in Development to get the try-it chat.");

    /// <exception cref="BadSettingsException">Something is wrong with the settings.</exception>
    public static void AddChatConnector(this WebApplicationBuilder builder)
    {
        var settings = HostSettings.Read(builder.Configuration, builder.Environment);
        builder.AddLogs();
        builder.Services.AddSystemd();
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var services = builder.Services;
        services.AddSingleton(settings).AddSingleton(settings.OpenTelemetry).AddSingleton(settings.Health);
        if (settings.TryIt.Enabled)
            services.AddTryIt();
        if (settings.Slack is { } slack)
            services.AddSlack(slack.Slack, slack.Keys);
        if (settings.Teams is { } teams)
            services.AddTeams(teams);
        if (settings.Storage.Kind == StorageKind.Memory)
            services.AddMemoryStorage();
        else
            services.AddSqliteStorage(settings.Storage.Path);
        if (settings.Embeddings is { } embeddings)
            services.AddEmbeddings(_ => new HttpEmbeddings(embeddings), embeddings.AskLimit);
        services.AddConversation();
        services.AddSingleton<Draining>().AddHostedService(p => p.GetRequiredService<Draining>());
        services.AddHostedService<Exporting>();
    }

    /// <exception cref="BadSettingsException">There is nowhere to chat.</exception>
    public static void UseChatConnector(this WebApplication app)
    {
        if (!app.Services.GetServices<IChat>().Any())
            throw new BadSettingsException([NoPlatform]);
        app.MapHealth();
        if (app.Services.GetRequiredService<HostSettings>().Slack is not null)
            app.MapSlack();
        if (app.Services.GetRequiredService<HostSettings>().Teams is not null)
            app.MapTeams();
        if (app.Services.GetRequiredService<HostSettings>().TryIt.Enabled)
            app.UseTryIt();
    }
}
