using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Reminding;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;
using ChatConnector.Runtime.Upkeep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChatConnector.Runtime;

/// <summary>Puts the runtime together. Storage and platforms (<see cref="IChat"/>) are registered beside it.</summary>
public static class ConversationRegistration
{
    /// <summary>Everything but the storage and the platforms.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Rules.OfConversation);
        services.TryAddSingleton(_ => new RowJson());
        services.TryAddSingleton(provider => new Surroundings(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IEmbeddings, NoEmbeddings>();
        services.TryAddSingleton(provider => new AskSenses(provider.GetRequiredService<IEmbeddings>(), provider.GetRequiredService<Surroundings>(), AskSenses.DefaultLimit));
        // The platform's grace is thirty seconds; finishing takes at most fifteen.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return services
            .AddSingleton<Telemetry>().AddSingleton<Ledger>().AddSingleton<Rosters>().AddSingleton<Turns>().AddSingleton<Questions>()
            .AddSingleton<ChatRouter>().AddSingleton<Sender>().AddSingleton<Eraser>().AddSingleton<CourierNotes>().AddSingleton<Courier>()
            .AddSingleton<Sweeper>().AddSingleton<Alarm>().AddSingleton<Aftermath>().AddSingleton<DeadLetters>().AddSingleton<Worker>()
            .AddSingleton<Pump>().AddSingleton<Inbox>().AddSingleton<AtOnce>().AddSingleton<Reminders>().AddSingleton<Departures>().AddSingleton<Housekeeping>().AddSingleton<Visits>()
            .AddSingleton<Readiness>()
            .AddHostedService(provider => provider.GetRequiredService<Pump>())
            .AddHostedService<Rounds>();
    }

    /// <summary>Has a model tell what texts mean. Without this, people are found by words alone.</summary>
    /// <param name="limit">How long a decision may wait for what an ask means.</param>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services, Func<IServiceProvider, IEmbeddings> embeddings, TimeSpan limit) => services
        .AddSingleton(embeddings)
        .AddSingleton(provider => new AskSenses(provider.GetRequiredService<IEmbeddings>(), provider.GetRequiredService<Surroundings>(), limit))
        .AddSingleton<Sensing>()
        .AddSingleton(provider => new Round(TimeSpan.FromSeconds(2), provider.GetRequiredService<Sensing>().GoAsync));
}
