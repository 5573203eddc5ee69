using ChatConnector.Runtime.Ports;
using ChatConnector.Storage.Memory;
using ChatConnector.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatConnector.Storage;

/// <summary>Chooses where things are kept.</summary>
public static class StorageRegistration
{
    /// <summary>One SQLite file. It is opened and looked over when the host starts; see <see cref="SqliteFile.Open"/> for what that may find.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string path)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(_ => SqliteFile.Open(path))
            .AddSingleton<IStore, SqliteStore>()
            .AddSingleton<IQueue, SqliteQueue>();
    }

    /// <summary>Nothing outlives the process.</summary>
    public static IServiceCollection AddMemoryStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<IStore, MemoryStore>()
            .AddSingleton<IQueue, MemoryQueue>();
    }
}
